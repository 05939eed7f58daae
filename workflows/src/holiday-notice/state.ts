import type { HolidayNotice } from '../calendar';
import type { CalendarEvent } from './events';

/** What is known of a year beside the program's own data; null before a notice was recorded. */
export interface CalendarState {
  readonly notice: HolidayNotice | null;
}

export const initialState: CalendarState = { notice: null };

/** The notice as the arithmetic of days takes it. */
export const noticeOf = ({ year, noticeNo, holidays, workingDays }: CalendarEvent['payload']): HolidayNotice => ({
  year,
  version: `${year}/${noticeNo}`,
  holidays,
  workingDays,
});

export const evolve = (_state: CalendarState, event: CalendarEvent): CalendarState => ({ notice: noticeOf(event.payload) });
