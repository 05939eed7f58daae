import { isWorkday } from 'chinese-days';
import { addDays } from './day';

/** A day that was passed over, and why. */
export interface SkippedDay {
  readonly day: string;
  readonly why: 'weekend' | 'publicHoliday';
}

/** A due date with its explanation. */
export interface DueDate {
  /** Last day on which the duty is in time. */
  readonly due: string;
  /** Last moment, for limits in hours only. */
  readonly dueAt?: string;
  readonly start: string;
  readonly skipped: readonly SkippedDay[];
  readonly calendarVersion: string;
  /** Counting rule of the instrument, e.g. `行政处罚法第85条`. */
  readonly regime?: string;
  /** Counted from a day that is known by month or year only. */
  readonly imprecise?: boolean;
  /** Years counted without published holidays: every weekday is taken for a working day, until the notice is recorded. */
  readonly assumedYears?: readonly number[];
  /** Days that the clock stood still, with the reason. */
  readonly excluded?: readonly ExcludedSpan[];
  /** What was added to the first limit. */
  readonly extensions?: readonly AddedLimit[];
}

/** Days that do not count: from the first one up to the day before the last. */
export interface ExcludedSpan {
  readonly from: string;
  /** Day on which the clock ran on; null while it stands. */
  readonly to: string | null;
  /** Type of the event that stopped it. */
  readonly by: string;
  /** Rule of the register that lets it stand; null where the duty names none. */
  readonly rule: string | null;
  readonly reason: string | null;
}

export interface AddedLimit {
  readonly count: number;
  readonly unit: string;
  readonly regime: string;
  /** Type of the event that added it. */
  readonly by: string;
  readonly reason: string | null;
}

/** State Council notices up to 2026, as kept by the library `chinese-days`. */
export const CALENDAR_VERSION = 'cn-2026';

const FIRST_YEAR = 2004;
const LAST_YEAR = 2026;

/** The State Council's yearly notice, as it was recorded here: days off that are weekdays, and weekends that are worked. */
export interface HolidayNotice {
  readonly year: number;
  /** `<year>/<number of the notice>`. */
  readonly version: string;
  readonly holidays: readonly string[];
  readonly workingDays: readonly string[];
}

/** Which days are worked. Dated data: a year is published, or an assumption is made about it. */
export interface WorkingCalendar {
  readonly version: string;
  isWorkingDay(day: string): boolean;
  isPublished(year: number): boolean;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

const inLibrary = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

const weekday = (day: string): boolean => {
  const inWeek = new Date(`${day}T00:00:00Z`).getUTCDay();

  return inWeek !== 0 && inWeek !== 6;
};

export const isWeekend = (day: string): boolean => !weekday(day);

/** 调休 makes some weekends working days; outside the years with a published notice only weekends count. */
export const isWorkingDay = (day: string): boolean => (inLibrary(yearOf(day)) ? isWorkday(day) : weekday(day));

/** What the program itself knows. */
export const publishedCalendar: WorkingCalendar = { version: CALENDAR_VERSION, isWorkingDay, isPublished: inLibrary };

/** The same with the notices that were recorded since; of several of one year the last one speaks. */
export const calendarWith = (notices: readonly HolidayNotice[]): WorkingCalendar => {
  if (notices.length === 0) return publishedCalendar;
  const years = new Map(
    notices.map(({ year, holidays, workingDays, version }) => [year, { off: new Set(holidays), worked: new Set(workingDays), version }]),
  );

  return {
    version: [CALENDAR_VERSION, ...[...years.values()].map(({ version }) => version).sort()].join('+'),
    isPublished: (year) => years.has(year) || inLibrary(year),
    isWorkingDay: (day) => {
      const year = years.get(yearOf(day));
      if (year === undefined) return isWorkingDay(day);
      if (year.off.has(day)) return false;

      return year.worked.has(day) || weekday(day);
    },
  };
};

const skippedDay = (day: string): SkippedDay => ({ day, why: weekday(day) ? 'publicHoliday' : 'weekend' });

/** How days are counted beside the number: on which calendar, and which days stand still. */
export interface Counting {
  readonly calendar?: WorkingCalendar;
  readonly isExcluded?: (day: string) => boolean;
}

const assumed = (calendar: WorkingCalendar, first: string, last: string): Pick<DueDate, 'assumedYears'> => {
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!calendar.isPublished(year)) years.push(year);

  return years.length === 0 ? {} : { assumedYears: years };
};

/** Working days after a day: the starting day is not counted (行政处罚法 art. 85, 办法 art. 90). */
export const workingDaysAfter = (start: string, count: number, { calendar = publishedCalendar, isExcluded }: Counting = {}): DueDate => {
  const passed: SkippedDay[] = [];
  let due = start;
  for (let left = count; left > 0;) {
    due = addDays(due, 1);
    if (isExcluded?.(due) === true) continue;
    if (calendar.isWorkingDay(due)) left -= 1;
    else passed.push(skippedDay(due));
  }

  return { due, start, skipped: passed, calendarVersion: calendar.version, ...assumed(calendar, start, due) };
};

export const addWorkingDays = (start: string, count: number): string => workingDaysAfter(start, count).due;

/** Natural days; a last day that is no working day moves to the next one (衔接办法 art. 38, 办法 art. 90). */
export const naturalDaysAfter = (start: string, count: number, { calendar = publishedCalendar }: Counting = {}): DueDate => {
  const passed: SkippedDay[] = [];
  const last = addDays(start, count);
  let due = last;
  while (!calendar.isWorkingDay(due)) {
    passed.push(skippedDay(due));
    due = addDays(due, 1);
  }

  return { due, start, skipped: passed, calendarVersion: calendar.version, ...assumed(calendar, last, due) };
};
