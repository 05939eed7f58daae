import { addDays } from './day';
import { earliest, isPrecise, type PartialDate } from './partial-date';
import type { TimeLimit } from './time-limit';
import { CALENDAR_VERSION, isWorkingDay, naturalDaysAfter, workingDaysAfter, type DueDate } from './working-days';

const plus = (start: string, { count, unit }: TimeLimit): string => {
  const day = Temporal.PlainDate.from(start);
  // art. 202 民法典: the same day number of the due month, else the month's last day, which is what `constrain` does.
  if (unit === 'month') return day.add({ months: count }, { overflow: 'constrain' }).toString();
  if (unit === 'year') return day.add({ years: count }, { overflow: 'constrain' }).toString();

  return addDays(start, unit === 'hour' ? Math.ceil(count / 24) : count);
};

const rolled = (start: string, last: string): DueDate => {
  const { due, skipped } = naturalDaysAfter(last, 0);

  return { due, start, skipped, calendarVersion: CALENDAR_VERSION };
};

/** The day on which a limit ends that began on `from`, with its explanation. The starting day is not counted. */
export const dueDate = (limit: TimeLimit, from: PartialDate): DueDate => {
  const start = earliest(from);
  const imprecise = isPrecise(from) ? {} : { imprecise: true };
  if (limit.unit === 'workingDay') return { ...workingDaysAfter(start, limit.count), regime: limit.regime, ...imprecise };
  const last = plus(start, limit);
  const counted = limit.rollOver ? rolled(start, last) : { due: last, start, skipped: [], calendarVersion: CALENDAR_VERSION };

  return { ...counted, regime: limit.regime, ...imprecise };
};

/** Working days of a span, both ends included. */
export const workingDaysBetween = (first: string, last: string): number => {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) count += isWorkingDay(day) ? 1 : 0;

  return count;
};
