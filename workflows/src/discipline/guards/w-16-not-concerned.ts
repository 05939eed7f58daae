import { isNamed, NOT_THEIRS } from '../../authority/recusal';
import type { Facts, Objection } from '../../kernel/act';
import type { DisciplineFile } from '../evolve';

/** O-46: who is named in the clue does nothing on it, and is told no more than that. */
export const barConcerned = ({ state, actor }: Facts<DisciplineFile>): Objection | undefined =>
  isNamed(actor, state) ? { rule: ['APL-43', 'W-16'], ...NOT_THEIRS } : undefined;
