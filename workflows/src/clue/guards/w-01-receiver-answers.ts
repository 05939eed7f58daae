import { itemOf, type CaseGuard } from '../../case/act';
import { covers } from '../../kernel/jurisdiction';

/** Only the unit that a clue was offered to receives, accepts or returns it. */
export const receiverAnswers: CaseGuard<{ readonly clueId: string }> = {
  rule: 'W-01',
  check: ({ clueId }, { state, actor }) => {
    const { to } = itemOf(state.clues, clueId);
    if (to.function === actor.function && covers(actor.jurisdiction, to.jurisdiction)) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: {
        zh: `该线索移交对象为${to.organisation}，他人不得代为签收、受理或退回`,
        en: `The clue was offered to ${to.organisation}; nobody else may answer it`,
      },
    };
  },
};
