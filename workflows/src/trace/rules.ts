import { investigationTraces } from '../investigation/traces';
import { responsibilityTraces } from '../responsibility/traces';
import type { TraceRule } from './rule';

/** Every trace, by the proceeding that leaves it. */
export const traceRules: readonly TraceRule[] = [...investigationTraces, ...responsibilityTraces];
