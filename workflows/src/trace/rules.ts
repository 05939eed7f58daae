import { interferenceTraces } from '../interference/traces';
import { investigationTraces } from '../investigation/traces';
import { labTraces } from '../lab/traces';
import { labCreditTraces } from '../lab-credit/traces';
import { liabilityClaimTraces } from '../liability-claim/traces';
import { responsibilityTraces } from '../responsibility/traces';
import { selfMonitoringTraces } from '../self-monitoring/traces';
import { enforcementMonitoringTraces } from '../investigation/monitoring-traces';
import { unitTraces } from '../unit/traces';
import { supervisionTraces } from '../supervision/traces';
import type { TraceRule } from './rule';

/** Every trace, by the proceeding that leaves it. */
export const traceRules: readonly TraceRule[] = [
  ...investigationTraces,
  ...labTraces,
  ...selfMonitoringTraces,
  ...labCreditTraces,
  ...liabilityClaimTraces,
  ...enforcementMonitoringTraces,
  ...unitTraces,
  ...responsibilityTraces,
  ...interferenceTraces,
  ...supervisionTraces,
];
