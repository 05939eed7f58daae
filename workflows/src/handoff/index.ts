export { HANDOFF_STATUSES, OUTSTANDING, type Handoff, type HandoffRule, type HandoffStatus } from './rule';
export { handoffRules } from './rules';
