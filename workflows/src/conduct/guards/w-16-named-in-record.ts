import { asToldTo } from '../../authority/recusal';
import type { CaseGuard } from '../../case/act';

interface Input {
  readonly person: string;
  readonly recordId: string;
  readonly recordKind: 'interference' | 'discipline';
}

/** Nobody is kept from a case by a record that does not exist or does not name the person. */
export const namedInRecord: CaseGuard<Input> = {
  rule: 'W-16',
  check: ({ person, recordId, recordKind }, { registers, actor }) => {
    const record = asToldTo(actor, recordKind === 'interference' ? registers.interference(recordId) : registers.discipline(recordId));
    if (record.status !== 'none' && record.named.includes(person)) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: '没有载有此人的该项记录', en: 'There is no such record that names this person' },
    };
  },
};
