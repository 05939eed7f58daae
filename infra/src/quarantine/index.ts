export { openQuarantine, type Quarantine, type QuarantineReason, type Quarantined } from './quarantine';
