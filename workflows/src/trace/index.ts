export type * from './rule';
export { traceRules } from './rules';
export * from './trace';
