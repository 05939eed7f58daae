import { investigationTraces } from '../investigation/traces';
import { enforcementMonitoringTraces } from '../investigation/monitoring-traces';
import { responsibilityTraces } from '../responsibility/traces';
import { unitTraces } from '../unit/traces';
import type { TraceRule } from './rule';

/** Every trace, by the proceeding that leaves it. */
export const traceRules: readonly TraceRule[] = [
  ...investigationTraces,
  ...enforcementMonitoringTraces,
  ...responsibilityTraces,
  ...unitTraces,
];
