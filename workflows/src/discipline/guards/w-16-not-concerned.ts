import type { Facts, Objection } from '../../kernel/act';
import type { DisciplineFile } from '../evolve';

/** O-46: who is named in the clue does nothing on it, and is told no more than that. */
export const barConcerned = ({ state, actor }: Facts<DisciplineFile>): Objection | undefined =>
  state.named.includes(actor.person)
    ? {
        rule: ['APL-43', 'W-16'],
        code: 'UNKNOWN_ID',
        weighty: true,
        message: { zh: '编号不存在或无权知悉', en: 'The id does not exist, or is not yours to know' },
      }
    : undefined;
