import { parameterAt } from './parameters';
import type { Place, Regulation } from './register';
import type { RuleMode } from './rule';

/** Law in force blocks; a draft does what its place has chosen (O-33), unless the entry says otherwise. */
export const modeOf = (rule: Regulation, place: Place): RuleMode => {
  if (rule.mode !== undefined) return rule.mode;

  return rule.legalForce === 'draft' ? (parameterAt('draft.mode', place) ?? 'warn') : 'block';
};
