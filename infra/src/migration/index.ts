export { moveDeviceData, type MovedDeviceData } from './device-data';
export { digestLog, eventsOf, type LogDigest, type ReadableLog } from './log-digest';
export { migrateEvents, type Migrated, type MigrateOptions } from './migrate';
