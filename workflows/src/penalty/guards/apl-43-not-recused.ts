import { itemOf, type CaseGuard } from '../../case/act';

/** 行政处罚法 art. 43: an officer whose recusal was decided does nothing more in the penalty case. */
export const notRecused: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'APL-43',
  check: ({ penaltyId }, { state, actor }) =>
    itemOf(state.penalties, penaltyId).recused.includes(actor.person)
      ? {
          weighty: true,
          message: { zh: '您已被决定回避本处罚案，不得办理', en: 'Your recusal from this penalty case was decided; you do not act in it' },
        }
      : undefined,
};
