/** Legal days are counted in China Standard Time, wherever the server stands. */
export const LEGAL_ZONE = 'Asia/Shanghai';

const DAY = 86_400_000;
const EIGHT_HOURS = 28_800_000;

/** From here on China Standard Time is eight hours ahead of UTC, without summer time; before, Temporal knows better. */
const EVEN_FROM = Date.UTC(1992, 0, 1);
/** Up to here plain arithmetic gives what Temporal gives, at a tenth of its cost; the clock counts by the hundred thousand. */
const EVEN_TO = Date.UTC(2200, 0, 1);

const isEven = (epoch: number): boolean => Number.isInteger(epoch) && epoch >= EVEN_FROM && epoch < EVEN_TO;

const CALENDAR_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const PLAIN_TIME = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Letters of `2024-08-30T09:00:00+08:00`. */
const LEGAL_LENGTH = 25;

/** Days that were asked for before, by number and by name; there are no more than 76,000 of them. */
const NAMES = new Map<number, string>();
const EPOCHS = new Map<string, number>();

const dayText = (epoch: number): string => {
  const day = Math.floor(epoch / DAY);
  const known = NAMES.get(day);
  if (known !== undefined) return known;
  const name = new Date(epoch).toISOString().slice(0, 10);
  NAMES.set(day, name);

  return name;
};

/** First moment of a day in UTC, milliseconds; undefined for what only Temporal can read, or refuse. */
const dayEpoch = (day: string): number | undefined => {
  const known = EPOCHS.get(day);
  if (known !== undefined) return known;
  if (!CALENDAR_DAY.test(day)) return undefined;
  const epoch = Date.parse(day);
  // February 30 would be read as a day of March.
  if (!isEven(epoch) || dayText(epoch) !== day) return undefined;
  EPOCHS.set(day, epoch);

  return epoch;
};

/** The same for a moment. */
const instantEpoch = (instant: string): number | undefined => {
  if (!PLAIN_TIME.test(instant) || dayEpoch(instant.slice(0, 10)) === undefined) return undefined;
  const epoch = Date.parse(instant);

  return isEven(epoch) ? epoch : undefined;
};

/** Milliseconds since 1970. Errors: a `RangeError` for what is no instant with an offset. */
export const epochOf = (instant: string): number => instantEpoch(instant) ?? Temporal.Instant.from(instant).epochMilliseconds;

/** Day of an instant in China Standard Time, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => {
  const epoch = instantEpoch(instant);
  if (epoch === undefined) return Temporal.Instant.from(instant).toZonedDateTimeISO(LEGAL_ZONE).toPlainDate().toString();

  return instant.endsWith('+08:00') ? instant.slice(0, 10) : dayText(epoch + EIGHT_HOURS);
};

/** The same day number that many years later (of February 29 the 28th), `days` on from there. */
export const addYears = (day: string, years: number, days = 0): string =>
  Temporal.PlainDate.from(day).add({ years }).add({ days }).toString();

/** Natural days after a day; the starting day is not counted. */
export const addDays = (day: string, days: number): string => {
  const epoch = dayEpoch(day);
  const moved = epoch === undefined ? Number.NaN : epoch + days * DAY;

  return isEven(moved) && Number.isInteger(days) ? dayText(moved) : Temporal.PlainDate.from(day).add({ days }).toString();
};

/** Days from one day to another, negative where the second is the earlier one. */
export const daysBetween = (first: string, last: string): number => {
  const [from, to] = [dayEpoch(first), dayEpoch(last)];

  return from === undefined || to === undefined
    ? Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days
    : (to - from) / DAY;
};

/** Moments are kept in one writing, so that they sort as texts: `2024-08-30T09:00:00+08:00`, fractions cut off. */
export const legalMoment = (epochMilliseconds: number): string =>
  isEven(epochMilliseconds)
    ? `${new Date(epochMilliseconds + EIGHT_HOURS).toISOString().slice(0, 19)}+08:00`
    : Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
        .toZonedDateTimeISO(LEGAL_ZONE)
        .toString({ timeZoneName: 'never', fractionalSecondDigits: 0, roundingMode: 'floor' });

/** An instant in that writing. */
export const legalMomentOf = (instant: string): string =>
  instant.length === LEGAL_LENGTH && instant.endsWith('+08:00') && instantEpoch(instant) !== undefined
    ? instant
    : legalMoment(epochOf(instant));

/** First moment of a day in China Standard Time. */
export const startOfDay = (day: string): string => `${day}T00:00:00+08:00`;
