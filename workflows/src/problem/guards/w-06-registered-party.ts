import type { Guard } from '../../kernel/act';

interface Input {
  readonly partyId: string;
  readonly outletId?: string | undefined;
}

/** Party and outlet are those of the registers; a name typed by hand is no party. */
export const registeredParty: Guard<Input, unknown> = {
  rule: 'W-06',
  check: ({ partyId, outletId }, { registers }) => {
    const party = registers.party(partyId);
    if (party.status === 'unknown') {
      return { code: 'UNKNOWN_ID', message: { zh: `未登记的当事人：${partyId}`, en: `No such party: ${partyId}` } };
    }
    if (outletId === undefined || party.outlets.some((outlet) => outlet.outletId === outletId)) return undefined;

    return { code: 'UNKNOWN_ID', message: { zh: `该单位无此排放口：${outletId}`, en: `The party has no outlet ${outletId}` } };
  },
};
