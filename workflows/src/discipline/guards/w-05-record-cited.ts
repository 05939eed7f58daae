import { mayKnowRecord } from '../../authority/recusal';
import type { Guard } from '../../kernel/act';
import { covers } from '../../kernel/jurisdiction';

/** A clue rests on an interference record that its author may know of; on that of another, or about themselves, as on none (O-26, O-46). */
export const recordCited: Guard<{ readonly interferenceId?: string | undefined }, unknown> = {
  rule: 'W-05',
  applies: ({ interferenceId }) => interferenceId !== undefined,
  check: ({ interferenceId = '' }, { registers, actor }) => {
    const record = registers.interference(interferenceId);
    const isTheirs =
      record.status !== 'none' &&
      mayKnowRecord(actor, 'interference', record) &&
      (record.recordedBy === actor.person || covers(actor.jurisdiction, record.jurisdiction));

    return isTheirs
      ? undefined
      : { code: 'UNKNOWN_ID', message: { zh: `没有干预记录 ${interferenceId}`, en: `There is no interference record ${interferenceId}` } };
  },
};
