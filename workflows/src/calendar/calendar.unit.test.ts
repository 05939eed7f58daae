import fc from 'fast-check';
import { addDays, addWorkingDays, dayOf, isWorkingDay, naturalDaysAfter, workingDaysAfter } from '..';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const count = fc.integer({ min: 1, max: 120 });

describe('the working calendar', () => {
  it.each<readonly [string, boolean]>([
    // State Council notice for 2024: Spring Festival 10 to 17 February, make-up days 4 and 18 February.
    ...['10', '11', '12', '13', '14', '15', '16', '17'].map((date) => [`2024-02-${date}`, false] as const),
    ['2024-02-04', true],
    ['2024-02-18', true],
    ['2024-02-09', true],
    ['2024-02-19', true],
    ['2024-01-01', false],
    ['2024-04-04', false],
    ['2024-04-07', true],
    ['2024-04-28', true],
    ['2024-05-01', false],
    ['2024-05-11', true],
    ['2024-06-10', false],
    ['2024-09-14', true],
    ['2024-09-17', false],
    ['2024-09-29', true],
    ['2024-10-07', false],
    ['2024-10-12', true],
    ['2023-10-06', false],
    ['2023-10-07', true],
    ['2025-01-26', true],
    ['2025-01-28', false],
    ['2025-02-08', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
  ])('knows whether %s was worked: %s', (date, worked) => {
    expect(isWorkingDay(date)).toBe(worked);
  });

  it('goes by weekends alone in years without a published notice', () => {
    expect(isWorkingDay('2027-10-01')).toBe(true);
    expect(isWorkingDay('2027-10-02')).toBe(false);
    expect(isWorkingDay('2003-10-01')).toBe(true);
  });
});

describe('working days after a day', () => {
  it('end on a working day, and are as many working days as asked for', () => {
    fc.assert(
      fc.property(day, count, (start, wanted) => {
        const { due, skipped, start: from, calendarVersion } = workingDaysAfter(start, wanted);
        const between = Temporal.PlainDate.from(start).until(due).days;

        expect(isWorkingDay(due)).toBe(true);
        expect(between).toBe(wanted + skipped.length);
        expect(skipped.some((each) => isWorkingDay(each.day))).toBe(false);
        expect(from).toBe(start);
        expect(calendarVersion).not.toBe('');
      }),
    );
  });

  it('come later the later they start and the more they are', () => {
    fc.assert(
      fc.property(day, count, fc.nat(60), (start, wanted, later) => {
        expect(addWorkingDays(start, wanted) < addWorkingDays(start, wanted + 1)).toBe(true);
        expect(addWorkingDays(start, wanted) <= addWorkingDays(addDays(start, later), wanted)).toBe(true);
      }),
    );
  });

  it('may be counted in two parts', () => {
    fc.assert(
      fc.property(day, count, count, (start, first, second) => {
        expect(addWorkingDays(addWorkingDays(start, first), second)).toBe(addWorkingDays(start, first + second));
      }),
    );
  });

  it('explain each day that they pass over', () => {
    expect(workingDaysAfter('2024-02-09', 2)).toMatchObject({
      due: '2024-02-19',
      skipped: [
        { day: '2024-02-10', why: 'weekend' },
        { day: '2024-02-11', why: 'weekend' },
        ...['12', '13', '14', '15', '16'].map((date) => ({ day: `2024-02-${date}`, why: 'publicHoliday' })),
        { day: '2024-02-17', why: 'weekend' },
      ],
    });
  });

  it('of none is the day itself', () => {
    expect(workingDaysAfter('2024-02-10', 0)).toMatchObject({ due: '2024-02-10', skipped: [] });
  });
});

describe('natural days after a day', () => {
  it('end on the day itself, or on the first working day after it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (start, wanted) => {
        const { due, skipped } = naturalDaysAfter(start, wanted);

        expect(isWorkingDay(due)).toBe(true);
        expect(due).toBe(addDays(start, wanted + skipped.length));
        expect(skipped.map((each) => each.day)).toEqual(skipped.map((_, at) => addDays(start, wanted + at)));
      }),
    );
  });

  it('move the last day over the Spring Festival', () => {
    expect(naturalDaysAfter('2024-01-26', 15).due).toBe('2024-02-18');
  });
});

describe('the day of a moment', () => {
  it('is counted in China', () => {
    expect(dayOf('2024-08-29T15:59:59Z')).toBe('2024-08-29');
    expect(dayOf('2024-08-29T16:00:00Z')).toBe('2024-08-30');
    expect(dayOf('2024-08-29T23:30:00-05:00')).toBe('2024-08-30');
  });

  it('is the same however the moment is written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1995-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (date) => {
        const utc = date.toISOString();
        const there = Temporal.Instant.from(utc).toZonedDateTimeISO('Asia/Shanghai');

        expect(dayOf(utc)).toBe(there.toString({ timeZoneName: 'never' }).slice(0, 10));
        expect(dayOf(there.toString({ timeZoneName: 'never' }))).toBe(dayOf(utc));
      }),
    );
  });
});
