import { itemOf, type CaseGuard } from '../../case/act';
import { covers } from '../../kernel/jurisdiction';

/** Only the unit that the matter was sent to receives, accepts, returns or answers it. */
export const addressedUnit: CaseGuard<{ readonly outsideId: string }> = {
  rule: 'W-01',
  check: ({ outsideId }, { state, actor }) => {
    const { to } = itemOf(state.outsideTransfers, outsideId);
    if (to.function === actor.function && covers(actor.jurisdiction, to.jurisdiction)) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: {
        zh: `该案移送对象为${to.organisation}，他人不得代为签收、受理、退回或答复`,
        en: `The matter was sent to ${to.organisation}; nobody else may answer it`,
      },
    };
  },
};
