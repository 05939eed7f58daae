export * from './mode';
export * from './register';
export type * from './rule';
export { SOURCES, type SourceKey } from './sources';
export type * from './parameter';
export * from './parameters';
export { PARTS, sections, type Part, type Section } from './data/sections';
