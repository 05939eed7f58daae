import type { EventsOf } from '../kernel/events-of';

/** The State Council's yearly notice on public holidays, one stream for each year. */
export type CalendarEvent = EventsOf<{
  /** A further notice of the same year, e.g. of a holiday that was prolonged, takes the place of the first. */
  HolidayNoticeRecorded: {
    readonly year: number;
    /** Number of the notice, e.g. `国办发明电〔2026〕9号`. */
    readonly noticeNo: string;
    readonly publishedOn: string;
    /** Weekdays that are off. */
    readonly holidays: readonly string[];
    /** Weekends that are worked. */
    readonly workingDays: readonly string[];
  };
}>;
