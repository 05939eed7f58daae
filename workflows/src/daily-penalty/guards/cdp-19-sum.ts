import { itemOf, type CaseGuard } from '../../case/act';
import { penaltyDays, penaltySum } from '../count';

interface Input {
  readonly dailyPenaltyId: string;
  readonly days: number;
  readonly amount: string;
}

/** Order 28 arts. 17 and 19, code art. 1060: the days are those of the law, the sum is the original fine for each of them. */
const sumUnder = (rule: 'CDP-19' | 'CODE-1060'): CaseGuard<Input> => ({
  rule,
  check: ({ dailyPenaltyId, days, amount }, { state }) => {
    const { orderServedOn, reinspectedOn, penaltyId } = itemOf(state.dailyPenalties, dailyPenaltyId);
    const count = penaltyDays(orderServedOn, reinspectedOn ?? orderServedOn);
    if (days < count.atLeast || days > count.atMost) {
      const range = count.atLeast === count.atMost ? `${count.atMost}` : `${count.atLeast}至${count.atMost}`;

      return { weighty: true, message: { zh: `计罚日数应为${range}日`, en: `The days counted are ${count.atLeast} to ${count.atMost}` } };
    }
    const fine = itemOf(state.penalties, penaltyId).decision?.fine ?? '0';
    const due = penaltySum(fine, days);
    if (penaltySum(amount, 1) === due) return undefined;

    return {
      weighty: true,
      message: { zh: `罚款总额应为${fine}元×${days}日=${due}元`, en: `The sum is ${fine} yuan for ${days} days: ${due} yuan` },
    };
  },
});

export const lawfulSum = [sumUnder('CDP-19'), sumUnder('CODE-1060')] as const;
