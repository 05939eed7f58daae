import { earliest, UNKNOWN } from '../calendar';
import type { Precision } from './event';
import { isRealInstant, isRealPartialDate } from './input';

/** When something was done, as far as it is known. */
export interface Moment {
  readonly occurredAt: string;
  readonly precision?: Precision;
}

export const isMoment = (said: string): boolean => said === UNKNOWN || isRealInstant(said) || isRealPartialDate(said);

const PRECISION: Readonly<Record<number, Precision>> = { 4: 'year', 7: 'month', 10: 'day' };

/**
 * The earliest moment that a request can mean: an instant, a day, month or year in China, or `unknown`.
 * An unknown one takes the place after the last fact that is known, for it was recorded after that.
 */
export const momentOf = (said: string | null, { now, last }: { readonly now: string; readonly last: string | null }): Moment => {
  if (said === null) return { occurredAt: now };
  if (said === UNKNOWN) return { occurredAt: last ?? now, precision: 'unknown' };
  const precision = PRECISION[said.length];

  return precision === undefined ? { occurredAt: said } : { occurredAt: `${earliest(said)}T00:00:00+08:00`, precision };
};
