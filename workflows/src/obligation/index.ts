export * from './obligation';
export type { ObligationRule } from './rule';
export { obligationRules } from './rules';
