/** Legal days are counted in China Standard Time, wherever the server stands. */
export const LEGAL_ZONE = 'Asia/Shanghai';

/** Day of an instant in China Standard Time, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(LEGAL_ZONE).toPlainDate().toString();

/** The same day number that many years later (of February 29 the 28th), `days` on from there. */
export const addYears = (day: string, years: number, days = 0): string =>
  Temporal.PlainDate.from(day).add({ years }).add({ days }).toString();

/** Natural days after a day; the starting day is not counted. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
