import { asToldTo } from '../../authority/recusal';
import type { CaseGuard } from '../../case/act';

/** A case refers to a discipline file that exists; to whom it names it does not (O-46). */
export const disciplineOnFile: CaseGuard<{ readonly disciplineId: string }> = {
  rule: 'W-05',
  check: ({ disciplineId }, { registers, actor }) =>
    asToldTo(actor, registers.discipline(disciplineId)).status === 'none'
      ? { code: 'UNKNOWN_ID', message: { zh: `没有违规线索 ${disciplineId}`, en: `There is no discipline clue ${disciplineId}` } }
      : undefined,
};

/** B-11: an answer is the receiver's acceptance or return; after an interview the outcome is reported to all three. Whom the clue names hears of no answer. */
const answeredUnder = (rule: 'R-156' | 'W-07'): CaseGuard<{ readonly referralId: string }> => ({
  rule,
  check: ({ referralId }, { state, registers, actor }) => {
    const referral = state.conduct.referrals.find((each) => each.id === referralId);
    const file = asToldTo(actor, registers.discipline(referral?.disciplineId ?? ''));
    if (file.status === 'returned' || file.status === 'outcomeReported') return undefined;
    if (rule === 'R-156') {
      return referral?.afterInterview === true
        ? {
            message: { zh: '约谈后的处理结果尚未报告三方', en: 'After an interview the outcome is reported to the three addressees first' },
            missing: [{ zh: '处理结果报告', en: 'reports of the outcome' }],
          }
        : undefined;
    }

    return file.status === 'accepted' || file.status === 'decided'
      ? undefined
      : {
          message: { zh: '接收机关尚未受理或退回', en: 'The receiver has neither accepted nor returned it' },
          missing: [{ zh: '受理或退回', en: 'acceptance or return' }],
        };
  },
});

export const answerOnFile = [answeredUnder('R-156'), answeredUnder('W-07')] as const;
