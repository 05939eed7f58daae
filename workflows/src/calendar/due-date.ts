import { addDays, dayOf, daysBetween, epochOf, legalMoment, startOfDay } from './day';
import { earliest, isPrecise, type PartialDate } from './partial-date';
import type { TimeLimit } from './time-limit';
import {
  isWorkingDay,
  naturalDaysAfter,
  publishedCalendar,
  workingDaysAfter,
  type AddedLimit,
  type DueDate,
  type ExcludedSpan,
  type WorkingCalendar,
} from './working-days';

/** What may have happened to a limit since it began. */
export interface Course {
  readonly calendar?: WorkingCalendar;
  readonly excluded?: readonly ExcludedSpan[];
  readonly extensions?: readonly (AddedLimit & { readonly limit: TimeLimit })[];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Closed spans in order, those that overlap made one: a day stands still once, whatever stopped it. */
const united = (spans: readonly ExcludedSpan[]): readonly Span[] => {
  const closed = spans.flatMap(({ from, to }) => (to === null || to <= from ? [] : [{ from, to }]));
  const merged: Span[] = [];
  for (const span of closed.sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to };
  }

  return merged;
};

const plus = (start: string, { count, unit }: TimeLimit): string => {
  const day = Temporal.PlainDate.from(start);
  // art. 202 民法典: the same day number of the due month, else the month's last day, which is what `constrain` does.
  if (unit === 'month') return day.add({ months: count }, { overflow: 'constrain' }).toString();
  if (unit === 'year') return day.add({ years: count }, { overflow: 'constrain' }).toString();

  return addDays(start, count);
};

/** The last day moves on by each day that stood still while the limit ran. */
const past = (start: string, last: string, spans: readonly Span[]): string => {
  let end = last;
  for (const { from, to } of spans) {
    const first = from > start ? from : addDays(start, 1);
    if (first <= end && first < to) end = addDays(end, daysBetween(first, to));
  }

  return end;
};

interface Leg {
  readonly due: string;
  readonly skipped: DueDate['skipped'];
  readonly assumedYears: readonly number[];
}

const legOf = (start: string, limit: TimeLimit, calendar: WorkingCalendar, spans: readonly Span[]): Leg => {
  if (limit.unit !== 'workingDay') return { due: past(start, plus(start, limit), spans), skipped: [], assumedYears: [] };
  const isExcluded = (day: string): boolean => spans.some(({ from, to }) => from <= day && day < to);
  const { due, skipped, assumedYears = [] } = workingDaysAfter(start, limit.count, { calendar, isExcluded });

  return { due, skipped, assumedYears };
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const inHours = (from: string, hours: number, spans: readonly Span[]): Pick<DueDate, 'due' | 'dueAt' | 'start' | 'imprecise'> => {
  const exact = from.length > 10;
  const began = exact ? from : startOfDay(earliest(from));
  const start = dayOf(began);
  const end = legalMoment(epochOf(began) + hours * HOUR);
  const moved = daysBetween(dayOf(end), past(start, dayOf(end), spans));
  const dueAt = moved === 0 ? end : legalMoment(epochOf(end) + moved * DAY);

  return { due: dayOf(dueAt), dueAt, start, ...(exact ? {} : { imprecise: true }) };
};

const shown = ({ excluded = [], extensions = [] }: Course): Pick<DueDate, 'excluded' | 'extensions'> => ({
  ...(excluded.length === 0 ? {} : { excluded }),
  ...(extensions.length === 0
    ? {}
    : { extensions: extensions.map(({ count, unit, regime, by, reason }) => ({ count, unit, regime, by, reason })) }),
});

/** The first limit and each that was added, one after the other. */
const legsOf = (
  limit: TimeLimit,
  start: string,
  { calendar = publishedCalendar, excluded = [], extensions = [] }: Course,
): readonly Leg[] => {
  const spans = united(excluded);
  const legs: Leg[] = [];
  for (const each of [limit, ...extensions.map((extension) => extension.limit)]) {
    legs.push(legOf(legs.at(-1)?.due ?? start, each, calendar, spans));
  }

  return legs;
};

const inDays = (limit: TimeLimit, from: PartialDate, course: Course): DueDate => {
  const { calendar = publishedCalendar } = course;
  const moment = from.length > 10;
  const start = moment ? dayOf(from) : earliest(from);
  const legs = legsOf(limit, start, course);
  const last = legs.at(-1)?.due ?? start;
  const end: Pick<DueDate, 'due' | 'skipped' | 'assumedYears'> = limit.rollOver
    ? naturalDaysAfter(last, 0, { calendar })
    : { due: last, skipped: [] };
  const years = new Set([...legs, end].flatMap(({ assumedYears = [] }) => assumedYears));

  return {
    due: end.due,
    start,
    skipped: [...legs, end].flatMap(({ skipped }) => skipped),
    calendarVersion: calendar.version,
    ...(moment || isPrecise(from) ? {} : { imprecise: true }),
    ...(years.size === 0 ? {} : { assumedYears: [...years] }),
  };
};

/**
 * When a limit ends that began `from` (a day as far as it is known, or a moment), with its explanation.
 * The starting day is not counted, hours are counted from the moment; excluded days move the end on, extensions are added.
 */
export const dueDate = (limit: TimeLimit, from: PartialDate, course: Course = {}): DueDate => {
  const { calendar = publishedCalendar, excluded = [] } = course;
  const counted =
    limit.unit === 'hour'
      ? { ...inHours(from, limit.count, united(excluded)), skipped: [], calendarVersion: calendar.version }
      : inDays(limit, from, course);

  return { ...counted, regime: limit.regime, ...shown(course) };
};

/** The moment from which a duty that is not done is missed: after its last moment, or when its last day is over. */
export const missedAt = ({ due, dueAt }: DueDate): string => dueAt ?? startOfDay(addDays(due, 1));

/** Working days of a span, both ends included. */
export const workingDaysBetween = (first: string, last: string): number => {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) count += isWorkingDay(day) ? 1 : 0;

  return count;
};
