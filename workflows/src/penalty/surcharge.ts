import Big from 'big.js';
import { addDays, apl, dueDate, latest } from '../calendar';

export interface Surcharge {
  readonly days: number;
  /** Yuan, exact; never more than the fine (处罚法 art. 72). */
  readonly amount: string;
  readonly explanation: string;
}

interface Basis {
  readonly fine: string;
  readonly paid: string;
  /** Last day of payment, or the end of an approved deferral. */
  readonly dueOn: string;
  readonly until: string;
  /** Spans of a review or suit, which are not counted (处罚法 art. 73). */
  readonly excluded: readonly { readonly from: string; readonly to: string }[];
}

/** Per day, three in a hundred. */
const RATE = new Big('0.03');

/** 处罚法 arts. 72 and 73: three per cent for each day after the last day of payment, at most the fine itself. */
export const surchargeOf = ({ fine, paid, dueOn, until, excluded }: Basis): Surcharge => {
  let days = 0;
  for (let day = addDays(dueOn, 1); day <= until; day = addDays(day, 1)) {
    if (!excluded.some(({ from, to }) => from <= day && day <= to)) days += 1;
  }
  const open = new Big(fine).minus(paid);
  const raw = open.times(RATE).times(days);
  const amount = raw.gt(fine) ? new Big(fine) : raw;

  return {
    days,
    amount: amount.toFixed(2),
    explanation: `未缴${open.toFixed(2)}元×3%×${days}日（自${dueOn}次日起，不计复议、诉讼期间），以罚款数额${new Big(fine).toFixed(2)}元为限`,
  };
};

/** Last day of payment: fifteen days of service, or the end of an approved deferral (处罚法 arts. 66, 67). */
export const lastDayOfPayment = ({ servedOn, deferredUntil }: { servedOn: string | null; deferredUntil: string | null }): string | null => {
  if (deferredUntil !== null) return deferredUntil;

  return servedOn === null ? null : dueDate(apl(15), latest(servedOn)).due;
};
