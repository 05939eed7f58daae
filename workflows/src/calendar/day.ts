/** Legal days are counted in China Standard Time, wherever the server stands. */
export const LEGAL_ZONE = 'Asia/Shanghai';

/** Day of an instant in China Standard Time, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(LEGAL_ZONE).toPlainDate().toString();

/** The same day number that many years later (of February 29 the 28th), `days` on from there. */
export const addYears = (day: string, years: number, days = 0): string =>
  Temporal.PlainDate.from(day).add({ years }).add({ days }).toString();

/** Natural days after a day; the starting day is not counted. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Days from one day to another, negative where the second is the earlier one. */
export const daysBetween = (first: string, last: string): number =>
  Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days;

/** Moments are kept in one writing, so that they sort as texts: `2024-08-30T09:00:00+08:00`, fractions cut off. */
export const legalMoment = (epochMilliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    .toZonedDateTimeISO(LEGAL_ZONE)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0, roundingMode: 'floor' });

/** First moment of a day in China Standard Time. */
export const startOfDay = (day: string): string => `${day}T00:00:00+08:00`;

export const epochOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
