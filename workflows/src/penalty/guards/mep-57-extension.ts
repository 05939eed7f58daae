import { itemOf, type CaseGuard } from '../../case/act';

/** 办法 art. 57: the head extends once, collective discussion once more. */
export const extendedTwiceAtMost: CaseGuard<{ readonly penaltyId: string; readonly by: 'head' | 'collective' }> = {
  rule: 'MEP-57',
  check: ({ penaltyId, by }, { state }) => {
    const { extensions } = itemOf(state.penalties, penaltyId);
    if (extensions === (by === 'head' ? 0 : 1)) return undefined;

    return {
      weighty: true,
      message: {
        zh: '办案期限可经负责人批准延长一次，再经集体讨论延长一次',
        en: 'The head may extend once, collective discussion once more',
      },
    };
  },
};
