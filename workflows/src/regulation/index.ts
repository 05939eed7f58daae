export * from './register';
export type * from './rule';
export { SOURCES, type SourceKey } from './sources';
export * from './parameters';
