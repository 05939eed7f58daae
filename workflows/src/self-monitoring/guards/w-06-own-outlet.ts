import type { Guard } from '../../kernel/act';
import type { PartyState } from '../../party/state';

/** A result is of an outlet of this very party. */
export const ownOutlet: Guard<{ readonly outletId: string }, PartyState> = {
  rule: 'W-06',
  check: ({ outletId }, { state }) =>
    state.status === 'registered' && !state.outlets.some((each) => each.outletId === outletId)
      ? { code: 'UNKNOWN_ID', message: { zh: `未登记的排放口：${outletId}`, en: `No such outlet: ${outletId}` } }
      : undefined,
};

/** The lab that was commissioned stands in the register. */
export const knownLab: Guard<{ readonly labId?: string | undefined }, PartyState> = {
  rule: 'W-06',
  check: ({ labId }, { registers }) =>
    labId !== undefined && registers.party(labId).status === 'unknown'
      ? { code: 'UNKNOWN_ID', message: { zh: `未登记的监测机构：${labId}`, en: `No such lab: ${labId}` } }
      : undefined,
};
