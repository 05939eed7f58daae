export type * from './port';
export { openSqliteReadStore } from './sqlite-read-store';
export * from './mongodb';
