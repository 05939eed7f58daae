import type { Facts, Objection } from '../../kernel/act';
import type { InterferenceFile } from '../evolve';

/** O-26, O-46: a record is its recorder's and the discipline inspection's, and never theirs whom it names. */
export const barOthers = ({ state, actor }: Facts<InterferenceFile>): Objection | undefined => {
  const reader = actor.person === state.recordedBy || actor.function === 'disciplineInspection';
  if (reader && !state.named.includes(actor.person)) return undefined;

  return {
    rule: 'W-16',
    code: 'UNKNOWN_ID',
    weighty: true,
    message: { zh: '编号不存在或无权知悉', en: 'The id does not exist, or is not yours to know' },
  };
};
