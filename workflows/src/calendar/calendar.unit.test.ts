import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  dayOf,
  daysBetween,
  epochOf,
  isWorkingDay,
  legalMoment,
  legalMomentOf,
  naturalDaysAfter,
  workingDaysAfter,
} from '..';

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

/** What Temporal throws is of the engine's own realm, not of the test's: it is known by its name. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError';

/** Days and moments as people write them, in and out of the years in which plain arithmetic is enough. */
const anyDay = fc.oneof(
  fc.date({ min: new Date('1890-01-01'), max: new Date('2260-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('1991-09-14', '1991-12-31', '1992-01-01', '2199-12-31', '2200-01-01', '2024-02-29', '2023-02-29', '2024-02-30'),
  fc.constantFrom('2024-13-01', '2024-1-1', '2024-04-31', '', '2024/01/01', '20240101', '2024-01-01T00:00:00Z'),
);
const anyTime = fc.oneof(
  fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((parts) => `T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`),
  fc.constantFrom('T00:00:00', 'T23:59:59.999', 'T15:59:59.1234567', 'T24:00:00', 'T10:60:00', 'T23:59:60', 'T0900', ' 09:00:00'),
);
const anyOffset = fc.constantFrom('+08:00', 'Z', '-11:00', '+09:00', '+0800', '+24:00', '', '[Asia/Shanghai]');
const anyInstant = fc.tuple(anyDay, anyTime, anyOffset).map((parts) => parts.join(''));

const outcome = <T>(work: () => T): T | 'refused' => {
  try {
    return work();
  } catch (error) {
    if (!isRefusal(error)) throw error;

    return 'refused';
  }
};

const zoned = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai');

describe('days and moments', () => {
  it('are what Temporal says they are, and refused where it refuses them', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(outcome(() => epochOf(instant))).toBe(outcome(() => Temporal.Instant.from(instant).epochMilliseconds));
        expect(outcome(() => dayOf(instant))).toBe(outcome(() => zoned(instant).toPlainDate().toString()));
        expect(outcome(() => legalMomentOf(instant))).toBe(
          outcome(() => zoned(instant).toString({ timeZoneName: 'never', fractionalSecondDigits: 0, roundingMode: 'floor' })),
        );
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -90_000, max: 90_000 }), (one, other, days) => {
        expect(outcome(() => addDays(one, days))).toBe(outcome(() => Temporal.PlainDate.from(one).add({ days }).toString()));
        expect(outcome(() => daysBetween(one, other))).toBe(
          outcome(() => Temporal.PlainDate.from(one).until(other, { largestUnit: 'days' }).days),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('write a moment to the second, whatever fraction it has', () => {
    expect(legalMoment(Date.UTC(2024, 7, 30, 1, 0, 0, 999))).toBe('2024-08-30T09:00:00+08:00');
    expect(outcome(() => legalMoment(0.5))).toBe('refused');
  });
});
