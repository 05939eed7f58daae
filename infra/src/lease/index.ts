export { Lease, type LeasedWork, type LeaseLog, type LeaseOptions } from './lease';
export type { LeaseRecord, LeaseStore } from './port';
export { openMongoLeaseStore } from './mongodb-lease-store';
export { openSqliteLeaseStore } from './sqlite-lease-store';
