import type { Guard } from '../../kernel/act';
import { partyOfOutlet } from '../../monitoring/outlet-id';
import type { PartyState } from '../state';

const known = <I>(find: (input: I, party: Extract<PartyState, { status: 'registered' }>) => string | undefined): Guard<I, PartyState> => ({
  rule: 'W-06',
  check: (input, { state }) => {
    const fault = state.status === 'registered' ? find(input, state) : undefined;

    return fault === undefined
      ? undefined
      : { code: 'INVALID_INPUT', message: { zh: `登记信息冲突：${fault}`, en: `Conflict in the register: ${fault}` } };
  },
});

export const newOutlet = known<{ readonly outletId: string }>(({ outletId }, party) =>
  party.outlets.some((each) => each.outletId === outletId) ? `outlet ${outletId} exists` : undefined,
);

export const newDevice = known<{ readonly mn: string; readonly outletId: string }>(({ mn, outletId }, party) => {
  if (!party.outlets.some((each) => each.outletId === outletId)) return `no outlet ${outletId}`;

  return party.devices.some((each) => each.mn === mn) ? `device ${mn} exists` : undefined;
});

/** An outlet's id starts with the id of its party, so that its file can be found from either side. */
export const outletOfThisParty: Guard<{ readonly outletId: string }, PartyState> = {
  rule: 'W-06',
  check: ({ outletId }, { subject }) =>
    partyOfOutlet(outletId) === subject && !outletId.endsWith('.')
      ? undefined
      : { code: 'INVALID_INPUT', message: { zh: `排放口编号应为“${subject}.”加序号`, en: `An outlet id is "${subject}." and a number` } },
};
