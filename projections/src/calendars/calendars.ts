import { noticeOf, type CalendarEvent, type DocumentReader, type HolidayNotice, type Projection } from '@liuhen/workflows';

/** The notice that speaks for a year. */
export interface CalendarDocument extends HolidayNotice, Readonly<Record<string, unknown>> {
  readonly noticeNo: string;
  readonly publishedOn: string;
  readonly recordedAt: string;
}

export const calendars: Projection<CalendarDocument> = {
  name: 'calendars',
  version: 1,
  eventTypes: ['HolidayNoticeRecorded'],
  indexes: [{ fields: ['version'] }],
  keysOf: (event) => [String((event.payload as CalendarEvent['payload']).year)],
  evolve: (_before, event) => {
    const payload = event.payload as CalendarEvent['payload'];
    const { noticeNo, publishedOn } = payload;

    return { ...noticeOf(payload), noticeNo, publishedOn, recordedAt: event.recordedAt };
  },
};

/** More years than anyone will record. */
const ALL = 200;

/** Notices recorded beside the program's own data, by year. */
export const recordedCalendars = async (reader: DocumentReader): Promise<readonly CalendarDocument[]> => {
  const { rows } = await reader.find<CalendarDocument>(calendars.name, { filters: [], orderBy: 'version', direction: 'asc', first: ALL });

  return rows.map(({ document }) => document);
};
