import { isWeekend, yearOf } from '../../calendar';
import type { Guard } from '../../kernel/act';
import type { CalendarState } from '../state';

interface Days {
  readonly publishedOn: string;
  readonly holidays: readonly string[];
  readonly workingDays: readonly string[];
}

const listed = (days: readonly string[]) => days.map((day) => ({ zh: day, en: day }));

/** A notice speaks of the year of its stream: weekdays that are off, weekends that are worked, each day once. */
export const daysOfTheYear: Guard<Days, CalendarState> = {
  rule: 'W-22',
  check: ({ publishedOn, holidays, workingDays }, { subject }) => {
    const year = Number(subject);
    if (!/^2\d{3}$/.test(subject)) {
      return { message: { zh: '编号应为四位年份，如 2027', en: 'The id is the year in four digits, e.g. 2027' } };
    }
    if (yearOf(publishedOn) < year - 1 || yearOf(publishedOn) > year) {
      return { message: { zh: '通知应在当年或者上一年公布', en: 'A notice is published in its own year or the year before' } };
    }
    const wrong = [
      ...holidays.filter((day) => yearOf(day) !== year || isWeekend(day)),
      ...workingDays.filter((day) => yearOf(day) !== year || !isWeekend(day)),
      ...[...holidays, ...workingDays].filter((day, at, all) => all.indexOf(day) !== at),
    ];

    return wrong.length === 0
      ? undefined
      : {
          message: {
            zh: '放假日应为当年的周一至周五，上班日应为当年的周末，每日只列一次',
            en: 'Days off are weekdays of the year, days worked are its weekends, each named once',
          },
          missing: listed(wrong),
        };
  },
};
