import { mayKnowRecord, NOT_THEIRS } from '../../authority/recusal';
import type { Facts, Objection } from '../../kernel/act';
import type { InterferenceFile } from '../evolve';

/** O-26, O-46: a record is its recorder's and the discipline inspection's, and never theirs whom it names. */
export const barOthers = ({ state, actor }: Pick<Facts<InterferenceFile>, 'state' | 'actor'>): Objection | undefined =>
  mayKnowRecord(actor, 'interference', state) ? undefined : { rule: 'W-16', ...NOT_THEIRS };
