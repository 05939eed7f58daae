export type * from './port';
export { openSqliteEventReader, openSqliteEventStore, type SqliteFolder } from './sqlite-event-store';
export { SqliteEventReader } from './sqlite-reader';
