export { demo, type DemoOptions } from './demo/command';
export { rebuild } from './projections';
export { pageOf, rulesOf } from './rules/command';
export { testsByRule } from './rules/tests-by-rule';
