import { itemOf, type CaseGuard } from '../../case/act';

/** The legal reviewer is none of the case officers. */
export const reviewerIsAnother: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'W-03',
  check: ({ penaltyId }, { state, actor }) => {
    if (!itemOf(state.penalties, penaltyId).officers.some((each) => each.person === actor.person)) return undefined;

    return {
      weighty: true,
      message: { zh: '法制审核人员不得为本案办案人员', en: 'The legal review is made by another person than the case officers' },
    };
  },
};
