import fc from 'fast-check';
import { addDays, apl, calendarWith, civil, cjl, detention, dueDate, isWorkingDay, mep, missedAt, onTheDay, type ExcludedSpan } from '..';
import { byRule } from '../testing/by-rule';
import { given } from '../testing/given';
import { DAYS, monthsOn, nthDay, nthWorkingDay } from './testing/oracle';

/** Ten years, less the room that a long limit needs at their end. */
const start = fc.constantFrom(...DAYS.slice(0, -420).map(({ day }) => day));

const span = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }));

const spansFrom = (day: string, spans: readonly (readonly [number, number])[]) =>
  spans.map(([after, length]) => [addDays(day, after), addDays(day, after + length)] as const);

const excluded = (spans: readonly (readonly [string, string])[]): readonly ExcludedSpan[] =>
  spans.map(([from, to]) => ({ from, to, by: 'PenaltyClockSuspended', rule: 'CJL-16', reason: null }));

describe('due dates beside a second opinion, over ten years', () => {
  it('agree on every single day whether it is worked', () => {
    expect(DAYS.filter(({ day, worked }) => isWorkingDay(day) !== worked)).toEqual([]);
    expect(DAYS).toHaveLength(3_653);
  });

  it('agree on working days, from every day', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (day, count) => {
        expect(dueDate(detention(count), day).due).toBe(nthWorkingDay(day, count));
      }),
    );
  });

  it('agree on natural days, from every day', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 200 }), (day, count) => {
        expect(dueDate(cjl.days(count), day).due).toBe(nthDay(day, count));
      }),
    );
  });

  it('agree on months, from every day', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 12 }), (day, count) => {
        expect(dueDate(civil.months(count), day).due).toBe(monthsOn(day, count));
      }),
    );
  });

  it('agree on what short numbers mean in the penalty law, and in no other', () => {
    fc.assert(
      fc.property(start, fc.constantFrom(2, 3, 5, 7), (day, count) => {
        expect(dueDate(apl(count), day).due).toBe(nthWorkingDay(day, count));
        expect(dueDate(cjl.days(count), day).due).toBe(nthDay(day, count));
      }),
    );
    expect(dueDate(mep(2), '2024-08-30').due).toBe('2024-09-02');
  });

  it('agree where the clock stood still, however the stops overlap', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), fc.array(span, { maxLength: 3 }), (day, count, raw) => {
        const spans = spansFrom(day, raw);
        expect(dueDate(cjl.days(count), day, { excluded: excluded(spans) }).due).toBe(nthDay(day, count, spans));
        expect(dueDate(detention(count), day, { excluded: excluded(spans) }).due).toBe(nthWorkingDay(day, count, spans));
      }),
    );
  });
});

describe('a limit in hours', () => {
  it('ends at a moment, holiday or not', () => {
    const due = dueDate(cjl.hours(24), '2024-09-30T17:20:30+08:00');
    expect(due).toMatchObject({ due: '2024-10-01', dueAt: '2024-10-01T17:20:30+08:00', start: '2024-09-30', skipped: [] });
    expect(missedAt(due)).toBe('2024-10-01T17:20:30+08:00');
  });

  it('is told in China time wherever the moment was written', () => {
    expect(dueDate(cjl.hours(24), '2024-09-30T20:00:00Z')).toMatchObject({ due: '2024-10-02', dueAt: '2024-10-02T04:00:00+08:00' });
  });

  it('counts from the first moment of a day of which no more is known, and says so', () => {
    expect(dueDate(cjl.hours(24), '2024-09')).toMatchObject({ dueAt: '2024-09-02T00:00:00+08:00', imprecise: true });
  });

  it('moves on by the days that stood still', () => {
    expect(dueDate(cjl.hours(24), '2024-09-30T17:00:00+08:00', { excluded: excluded([['2024-10-01', '2024-10-04']]) }).dueAt).toBe(
      '2024-10-04T17:00:00+08:00',
    );
  });
});

describe('a limit in days', () => {
  it('is missed when its last day is over in China', () => {
    expect(missedAt(dueDate(onTheDay, '2024-09-02'))).toBe('2024-09-03T00:00:00+08:00');
  });

  it('is imprecise where its first day is', () => {
    expect(dueDate(apl(90), '2024-08')).toMatchObject({ start: '2024-08-01', imprecise: true });
    expect(dueDate(apl(90), '2024-08-15')).not.toHaveProperty('imprecise');
  });

  it('goes on from its end where it is extended, and rolls over once, at the end', () => {
    const thirty = { ...apl(30), limit: apl(30), by: 'PenaltyTimeExtended', reason: '案情复杂' };
    const due = dueDate(apl(90), '2024-07-05', { extensions: [thirty, thirty] });
    expect(due.due).toBe('2024-12-02');
    expect(due.extensions).toEqual([
      { count: 30, unit: 'day', regime: '行政处罚法第85条', by: 'PenaltyTimeExtended', reason: '案情复杂' },
      { count: 30, unit: 'day', regime: '行政处罚法第85条', by: 'PenaltyTimeExtended', reason: '案情复杂' },
    ]);
  });
});

describe('a year without published holidays', () => {
  it('is counted by weekdays, and the due date says that it was assumed', () => {
    expect(dueDate(apl(90), '2026-11-25')).toMatchObject({ assumedYears: [2027], calendarVersion: 'cn-2026' });
    expect(dueDate(detention(40), '2026-12-01').assumedYears).toEqual([2027]);
    expect(dueDate(cjl.days(3), '2026-11-25')).not.toHaveProperty('assumedYears');
    expect(dueDate(cjl.hours(24), '2026-12-31T12:00:00+08:00')).not.toHaveProperty('assumedYears');
  });

  it('is counted by its notice once that is there', () => {
    const calendar = calendarWith([{ year: 2027, version: '2027/9', holidays: ['2027-02-05', '2027-02-08'], workingDays: ['2027-02-06'] }]);
    expect(dueDate(detention(1), '2027-02-04', { calendar })).toMatchObject({ due: '2027-02-06', calendarVersion: 'cn-2026+2027/9' });
    expect(dueDate(detention(2), '2027-02-04', { calendar })).not.toHaveProperty('assumedYears');
    expect(dueDate(detention(2), '2027-02-04', { calendar }).due).toBe('2027-02-09');
  });
});

const notice = {
  noticeNo: '国办发明电〔2026〕9号',
  publishedOn: '2026-11-04',
  holidays: ['2027-02-08', '2027-01-01'],
  workingDays: ['2027-02-14'],
};
const year = { subject: '2027', at: '2026-11-20T09:00:00+08:00' };

byRule('W-22', {
  fires: [
    [
      'refuses a weekend as a day off, a weekday as a day worked, a day of another year, and a day twice',
      () => {
        given()
          .when(
            'recordHolidayNotice',
            { ...notice, holidays: ['2027-01-02', '2026-12-31', '2027-01-01', '2027-01-01'], workingDays: ['2027-02-15'] },
            year,
          )
          .thenRefused({ rule: 'W-22', missing: ['2027-01-02', '2026-12-31', '2027-02-15', '2027-01-01'] });
      },
    ],
    [
      'refuses what is no year',
      () =>
        void given()
          .when('recordHolidayNotice', notice, { ...year, subject: 'next' })
          .thenRefused({ rule: 'W-22' }),
    ],
    [
      'refuses a notice published in another year than its own or the one before',
      () =>
        void given()
          .when('recordHolidayNotice', { ...notice, publishedOn: '2025-11-04' }, year)
          .thenRefused({ rule: 'W-22' }),
    ],
  ],
  passes: [
    [
      'records the notice of a year, days in order',
      () => {
        given().when('recordHolidayNotice', notice, year).then('HolidayNoticeRecorded').thenRestsOn('W-22');
      },
    ],
  ],
});
