export * from './obligation';
export { obligationRules, type ObligationRule } from './rules';
