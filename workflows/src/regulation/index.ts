export * from './register';
export { SOURCES, type SourceKey } from './sources';
