import { z } from 'zod';
import { WHOLE, type Act, type Objection } from '../kernel/act';
import { date, list, text } from '../kernel/input';
import type { CalendarEvent } from './events';
import { daysOfTheYear } from './guards/w-22-days-of-the-year';
import type { CalendarState } from './state';

const input = z.strictObject({
  noticeNo: text('通知文号', 'number of the notice', 80),
  publishedOn: date('公布日期', 'day of publication'),
  holidays: list(date('放假的工作日', 'weekday that is off'), '放假调休的工作日', 'weekdays that are off', { min: 1 }),
  workingDays: list(date('上班的周末', 'weekend that is worked'), '调休上班的周末', 'weekends that are worked'),
});

const NEVER: Objection = { rule: 'W-22', message: { zh: '年度通知总可登记', en: 'A notice can be recorded at any time' } };

/** The notice arrives: what was counted by an assumption is counted anew. */
export const recordHolidayNotice: Act<'recordHolidayNotice', typeof input, CalendarState, CalendarEvent> = {
  name: 'recordHolidayNotice',
  title: { zh: '登记年度节假日安排', en: 'Record the holidays of a year' },
  by: ['registrar'],
  input,
  opens: false,
  basis: ['W-22'],
  target: null,
  targets: () => WHOLE,
  outOfTurn: () => NEVER,
  needs: () => ({}),
  guards: [daysOfTheYear],
  events: (said, { subject }) => [
    {
      type: 'HolidayNoticeRecorded',
      payload: { ...said, year: Number(subject), holidays: [...said.holidays].sort(), workingDays: [...said.workingDays].sort() },
    },
  ],
};

export const calendarActs = [recordHolidayNotice] as const;
