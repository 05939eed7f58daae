/**
 * A day as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. A fact known by month only is lawful;
 * it is marked imprecise, and so is every date computed from it.
 */
export type PartialDate = string;

export const isPrecise = (date: PartialDate): boolean => date.length === 10;

/** First day that it may have been; what counts from it is due at the earliest then. */
export const earliest = (date: PartialDate): string => {
  if (date.length === 4) return `${date}-01-01`;

  return date.length === 7 ? `${date}-01` : date;
};

/** Last day that it may have been; an act is late only where it was late even then. */
export const latest = (date: PartialDate): string => {
  if (date.length === 4) return `${date}-12-31`;

  return date.length === 7 ? `${date}-${String(Temporal.PlainYearMonth.from(date).daysInMonth).padStart(2, '0')}` : date;
};

/** True only where `first` was before `second` whatever the missing parts are. */
export const surelyBefore = (first: PartialDate, second: PartialDate): boolean => latest(first) < earliest(second);
