import Big from 'big.js';
import { earliest, isPrecise, latest, type PartialDate } from '../calendar';

export interface DayCount {
  /** Days that the fine runs; null where one of the two days is not known to the day. */
  readonly days: number | null;
  /** Bounds that hold whatever the missing parts are. */
  readonly atLeast: number;
  readonly atMost: number;
}

const between = (first: string, last: string): number => Temporal.PlainDate.from(first).until(last, { largestUnit: 'day' }).days;

/** Order 28 art. 17: from the day after service of the order up to the day on which the re-inspection finds it, that day included. */
export const penaltyDays = (served: PartialDate, found: PartialDate): DayCount => ({
  days: isPrecise(served) && isPrecise(found) ? between(served, found) : null,
  atLeast: Math.max(0, between(latest(served), earliest(found))),
  atMost: between(earliest(served), latest(found)),
});

/** Order 28 art. 19: the original fine for each day, yuan. */
export const penaltySum = (dailyAmount: string, days: number): string => new Big(dailyAmount).times(days).toFixed(2);

/** The computation in words, kept with the decision. */
export const explained = (served: PartialDate, found: PartialDate, { days, dailyAmount }: { days: number; dailyAmount: string }): string =>
  `责令改正决定书${served}送达，次日起至复查发现之日${found}止，共${days}日；${dailyAmount}元×${days}日=${penaltySum(dailyAmount, days)}元`;
