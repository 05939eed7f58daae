import Big from 'big.js';
import { itemOf, type CaseGuard } from '../../case/act';

/** 行政处罚法 art. 45: never a heavier penalty because the party defended itself; a heavier plan needs a new notice. */
export const noHeavierFine: CaseGuard<{ readonly penaltyId: string; readonly fine?: string | undefined }> = {
  rule: 'APL-45',
  check: ({ penaltyId, fine }, { state }) => {
    const { notice } = itemOf(state.penalties, penaltyId);
    if (notice?.plannedFine == null || fine === undefined || new Big(fine).lte(notice.plannedFine)) return undefined;

    return {
      weighty: true,
      message: {
        zh: `罚款不得高于事先告知的${notice.plannedFine}元`,
        en: `The fine may not exceed the ${notice.plannedFine} yuan of the notice`,
      },
    };
  },
};
