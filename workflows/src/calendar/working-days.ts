import { isWorkday } from 'chinese-days';
import { addDays } from './day';

/** A day that was passed over, and why. */
export interface SkippedDay {
  readonly day: string;
  readonly why: 'weekend' | 'publicHoliday';
}

/** A due date with its explanation. */
export interface DueDate {
  readonly due: string;
  readonly start: string;
  readonly skipped: readonly SkippedDay[];
  readonly calendarVersion: string;
  /** Counting rule of the instrument, e.g. `行政处罚法第85条`. */
  readonly regime?: string;
  /** Counted from a day that is known by month or year only. */
  readonly imprecise?: boolean;
}

/** State Council notices up to 2026, as kept by the library `chinese-days`. */
export const CALENDAR_VERSION = 'cn-2026';

const FIRST_YEAR = 2004;
const LAST_YEAR = 2026;

const isKnown = (day: string): boolean => {
  const { year } = Temporal.PlainDate.from(day);

  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

const weekday = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek <= 5;

/** 调休 makes some weekends working days; outside the years with a published notice only weekends count. */
export const isWorkingDay = (day: string): boolean => (isKnown(day) ? isWorkday(day) : weekday(day));

const skippedDay = (day: string): SkippedDay => ({ day, why: weekday(day) ? 'publicHoliday' : 'weekend' });

/** Working days after a day: the starting day is not counted (行政处罚法 art. 85, 办法 art. 90). */
export const workingDaysAfter = (start: string, count: number): DueDate => {
  const passed: SkippedDay[] = [];
  let due = start;
  for (let left = count; left > 0;) {
    due = addDays(due, 1);
    if (isWorkingDay(due)) left -= 1;
    else passed.push(skippedDay(due));
  }

  return { due, start, skipped: passed, calendarVersion: CALENDAR_VERSION };
};

export const addWorkingDays = (start: string, count: number): string => workingDaysAfter(start, count).due;

/** Natural days; a last day that is no working day moves to the next one (衔接办法 art. 38, 办法 art. 90). */
export const naturalDaysAfter = (start: string, count: number): DueDate => {
  const passed: SkippedDay[] = [];
  let due = addDays(start, count);
  while (!isWorkingDay(due)) {
    passed.push(skippedDay(due));
    due = addDays(due, 1);
  }

  return { due, start, skipped: passed, calendarVersion: CALENDAR_VERSION };
};
