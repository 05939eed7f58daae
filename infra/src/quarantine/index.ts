export { openMongoQuarantine } from './mongodb-quarantine';
export type { Quarantine, QuarantineReason, Quarantined } from './port';
export { openQuarantine } from './sqlite-quarantine';
