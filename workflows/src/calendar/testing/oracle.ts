/**
 * A second opinion on due dates, written without the product's arithmetic: the State Council's notices of ten years as spans of
 * days off and lists of days worked, and one row of all days in which a due date is looked up rather than stepped to.
 */
const NOTICES: Readonly<Record<number, { readonly off: readonly string[]; readonly worked: string }>> = {
  2016: {
    off: ['01-01 01-03', '02-07 02-13', '04-02 04-04', '04-30 05-02', '06-09 06-11', '09-15 09-17', '10-01 10-07'],
    worked: '02-06 02-14 06-12 09-18 10-08 10-09',
  },
  2017: {
    off: ['01-01 01-02', '01-27 02-02', '04-02 04-04', '04-29 05-01', '05-28 05-30', '10-01 10-08'],
    worked: '01-22 02-04 04-01 05-27 09-30',
  },
  2018: {
    off: ['01-01 01-01', '02-15 02-21', '04-05 04-07', '04-29 05-01', '06-16 06-18', '09-22 09-24', '10-01 10-07', '12-30 12-31'],
    worked: '02-11 02-24 04-08 04-28 09-29 09-30 12-29',
  },
  2019: {
    off: ['01-01 01-01', '02-04 02-10', '04-05 04-07', '05-01 05-04', '06-07 06-09', '09-13 09-15', '10-01 10-07'],
    worked: '02-02 02-03 04-28 05-05 09-29 10-12',
  },
  2020: {
    off: ['01-01 01-01', '01-24 02-02', '04-04 04-06', '05-01 05-05', '06-25 06-27', '10-01 10-08'],
    worked: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  2021: {
    off: ['01-01 01-03', '02-11 02-17', '04-03 04-05', '05-01 05-05', '06-12 06-14', '09-19 09-21', '10-01 10-07'],
    worked: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  2022: {
    off: ['01-01 01-03', '01-31 02-06', '04-03 04-05', '04-30 05-04', '06-03 06-05', '09-10 09-12', '10-01 10-07', '12-31 12-31'],
    worked: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    off: ['01-01 01-02', '01-21 01-27', '04-05 04-05', '04-29 05-03', '06-22 06-24', '09-29 10-06', '12-30 12-31'],
    worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    off: ['01-01 01-01', '02-10 02-17', '04-04 04-06', '05-01 05-05', '06-08 06-10', '09-15 09-17', '10-01 10-07'],
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: ['01-01 01-01', '01-28 02-04', '04-04 04-06', '05-01 05-05', '05-31 06-02', '10-01 10-08'],
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
};

const DAY = 86_400_000;

const text = (at: number): string => new Date(at).toISOString().slice(0, 10);
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

interface Row {
  readonly day: string;
  readonly worked: boolean;
}

const off = new Set<string>();
const worked = new Set<string>();
for (const [year, notice] of Object.entries(NOTICES)) {
  for (const span of notice.off) {
    const [first = '', last = ''] = span.split(' ').map((day) => `${year}-${day}`);
    for (let at = numberOf(first); at <= numberOf(last); at += 1) off.add(text(at * DAY));
  }
  for (const day of notice.worked.split(' ')) worked.add(`${year}-${day}`);
}

export const FIRST_DAY = '2016-01-01';
export const LAST_DAY = '2025-12-31';

const ORIGIN = numberOf(FIRST_DAY);

/** Every day of the ten years, in one row. */
export const DAYS: readonly Row[] = Array.from({ length: numberOf(LAST_DAY) - ORIGIN + 1 }, (_, at) => {
  const day = text((ORIGIN + at) * DAY);
  // 1 January 1970 was a Thursday.
  const weekend = [0, 6].includes((ORIGIN + at + 4) % 7);

  return { day, worked: worked.has(day) || !(off.has(day) || weekend) };
});

/** Days lost to stops, each counted once. */
const lost = (spans: readonly (readonly [string, string])[]): ReadonlySet<string> =>
  new Set(DAYS.map(({ day }) => day).filter((day) => spans.some(([from, to]) => day >= from && day < to)));

type Spans = readonly (readonly [string, string])[];

/** The nth worked day after a day that is not lost. */
export const nthWorkingDay = (start: string, count: number, spans: Spans = []): string | undefined => {
  const gone = lost(spans);

  return DAYS.filter(({ day, worked: isWorked }) => day > start && isWorked && !gone.has(day))[count - 1]?.day;
};

/** The nth day after a day that is not lost, and where that is no working day the first one after it. */
export const nthDay = (start: string, count: number, spans: Spans = []): string | undefined => {
  const gone = lost(spans);
  const last = DAYS.filter(({ day }) => day > start && !gone.has(day))[count - 1]?.day;

  return last === undefined ? undefined : DAYS.find(({ day, worked: isWorked }) => day >= last && isWorked)?.day;
};

/** The day of the same number so many months on, or the last of that month; then the first working day from it. */
export const monthsOn = (start: string, months: number): string | undefined => {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const lengthOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const last = text(Date.UTC(year, month - 1 + months, Math.min(day, lengthOfMonth)));

  return DAYS.find((row) => row.day >= last && row.worked)?.day;
};
