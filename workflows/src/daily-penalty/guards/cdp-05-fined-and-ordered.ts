import { itemOf, type CaseGuard } from '../../case/act';

/** Order 28 arts. 5 and 7, code art. 1060: the daily fine follows a penalty that was decided, paid or not. */
const finedUnder = (rule: 'CDP-05' | 'CODE-1060'): CaseGuard<{ readonly penaltyId: string }> => ({
  rule,
  check: ({ penaltyId }, { state }) => {
    const penalty = state.penalties.find((each) => each.id === penaltyId);
    if (penalty?.decision != null) return undefined;

    return {
      message: { zh: '受到罚款处罚后拒不改正的，方可按日连续处罚', en: 'The fine runs per day only after a fine was decided' },
      missing: [{ zh: `${penaltyId} 的罚款决定`, en: `decision of a fine in ${penaltyId}` }],
    };
  },
});

export const fined = [finedUnder('CDP-05'), finedUnder('CODE-1060')] as const;

/** The same order is not served twice while its re-inspection is still due. */
export const noOpenOrder: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'W-02',
  check: ({ penaltyId }, { state }) => {
    const open = state.dailyPenalties.find((each) => each.penaltyId === penaltyId && each.status === 'ordered');
    if (open === undefined) return undefined;

    return {
      message: { zh: `${open.id} 尚待复查，不得重复责令`, en: `${open.id} still awaits its re-inspection` },
      missing: [{ zh: '复查', en: 're-inspection' }],
    };
  },
};

/** Order 28 art. 18: what was put right and comes again is a new violation with a new penalty decision. */
export const newCycleNewPenalty: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'CDP-18',
  check: ({ penaltyId }, { state }) => {
    const ended = state.dailyPenalties.some((each) => each.penaltyId === penaltyId && each.status === 'corrected');
    if (!ended) return undefined;

    return {
      message: {
        zh: '改正后再次违法排放的，应重新作出处罚决定，另行计罚',
        en: 'After a correction a later violation begins a new cycle with a new penalty decision',
      },
      missing: [{ zh: '新的处罚决定', en: 'a new penalty decision' }],
    };
  },
};

export const sameParty: CaseGuard<{ readonly penaltyId: string; readonly partyId: string }> = {
  rule: 'CDP-05',
  check: ({ penaltyId, partyId }, { state }) => {
    const penalty = state.penalties.find((each) => each.id === penaltyId);
    if (penalty === undefined || penalty.partyId === partyId) return undefined;

    return {
      message: {
        zh: `按日连续处罚的对象应为原处罚当事人 ${itemOf(state.penalties, penaltyId).partyName}`,
        en: 'The daily penalty is laid on the party of the original penalty',
      },
    };
  },
};
