export type * from './port';
export { openSqliteEventReader, openSqliteEventStore, type SqliteFolder } from './sqlite-event-store';
export { SqliteEventReader } from './sqlite-reader';
export { APPEND_LIMIT } from './append-rules';
export { openKurrentEventStore } from './kurrentdb/kurrentdb-event-store';
export type { KurrentOptions, StoreLog } from './kurrentdb/options';
export { EMBEDDED, EVENTS_ADDRESS, openEventSource, openEventStore, type EventsAt, type EventSource } from './open';
