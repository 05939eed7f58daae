import { LiuhenError } from '@liuhen/workflows';

/** Clocks of several machines differ by so much at most, milliseconds: an auditor takes what is recorded earlier than what stands before it for back-dated. */
export const CLOCK_LIMIT = 5 * 60_000;

/** How far another clock is from ours, for people. */
export const clockApart = (whose: string, milliseconds: number): LiuhenError =>
  new LiuhenError('CLOCK_APART', `${whose} is ${Math.round(Math.abs(milliseconds) / 1_000)} s ${milliseconds > 0 ? 'ahead' : 'behind'}`);

/** Present time as an ISO instant in China Standard Time, milliseconds exact. */
export const chinaNow = (): string =>
  Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
