import { itemOf, type CaseGuard } from '../../case/act';
import { lastDayOfPayment } from '../surcharge';

/** 处罚法 art. 72: a surcharge runs from the day after the last day of payment. */
export const surchargeDue: CaseGuard<{ readonly penaltyId: string; readonly until: string }> = {
  rule: 'APL-72',
  check: ({ penaltyId, until }, { state }) => {
    const last = lastDayOfPayment(itemOf(state.penalties, penaltyId));
    if (last !== null && until > last) return undefined;

    return {
      message: { zh: `缴款期限至${last ?? '—'}，尚不得加处罚款`, en: `The fine may be paid until ${last ?? '-'}; no surcharge yet` },
    };
  },
};
