import { itemOf, type CaseGuard } from '../../case/act';

/** Who reports a rectification does not confirm it (O-28). */
export const anotherPerson: CaseGuard<{ readonly rectificationId: string }> = {
  rule: 'W-03',
  check: ({ rectificationId }, { state, actor }) => {
    if (itemOf(state.rectifications, rectificationId).reportedBy !== actor.person) return undefined;

    return {
      weighty: true,
      message: {
        zh: '整改完成情况应由报告人以外的人员复核',
        en: 'A rectification is confirmed by another person than the one who reported it',
      },
      missing: [{ zh: '另一名执法人员复核', en: 'confirmation by another officer' }],
    };
  },
};
