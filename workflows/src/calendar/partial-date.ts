/**
 * A day as far as it is known: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or `unknown` for one that was never made known.
 * A fact known in part only is lawful; it is marked imprecise, and so is every date computed from it.
 */
export type PartialDate = string;

/** What is said of a day, or of a moment, that was never made known. */
export const UNKNOWN = 'unknown';

/** Bounds of a day of which nothing is known; wide enough that nothing is ever held to be early or late by them. */
const SOME_DAY = { first: '1900-01-01', last: '9000-12-31' } as const;

export const isPrecise = (date: PartialDate): boolean => date.length === 10;

/** First day that it may have been; what counts from it is due at the earliest then. */
export const earliest = (date: PartialDate): string => {
  if (date === UNKNOWN) return SOME_DAY.first;
  if (date.length === 4) return `${date}-01-01`;

  return date.length === 7 ? `${date}-01` : date;
};

/** Last day that it may have been; an act is late only where it was late even then. */
export const latest = (date: PartialDate): string => {
  if (date === UNKNOWN) return SOME_DAY.last;
  if (date.length === 4) return `${date}-12-31`;

  return date.length === 7 ? `${date}-${String(Temporal.PlainYearMonth.from(date).daysInMonth).padStart(2, '0')}` : date;
};

/** True only where `first` was before `second` whatever the missing parts are. */
export const surelyBefore = (first: PartialDate, second: PartialDate): boolean => latest(first) < earliest(second);

/** The day, or another one in its place where it was never made known. */
export const knownOr = (date: PartialDate, other: string): PartialDate => (date === UNKNOWN ? other : date);
