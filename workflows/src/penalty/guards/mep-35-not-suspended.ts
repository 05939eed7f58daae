import { itemOf, type CaseGuard } from '../../case/act';

/** 办法 art. 35: what is suspended goes on only after it was resumed. */
export const notSuspended: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'MEP-35',
  check: ({ penaltyId }, { state }) =>
    itemOf(state.penalties, penaltyId).suspension === null
      ? undefined
      : {
          message: { zh: '案件已中止调查，恢复后方可继续', en: 'The case is suspended; resume it first' },
          missing: [{ zh: '恢复办理', en: 'resumption of the case' }],
        },
};
