import { dayOf, dueDate, earliest, isPrecise, UNKNOWN, type DueDate, type TimeLimit, type WorkingCalendar } from '../calendar';
import type { RecordedEvent } from '../kernel/event';
import { timelyAt, type Place, type TimelyThreshold } from '../regulation';
import type { Terms } from './obligation';
import type { ObligationRule, Payload } from './rule';

/** A number that a place has set for 「及时」, with the counting rule that says so. */
export const thresholdOf = ({ value }: TimelyThreshold): TimeLimit => {
  const [count, unit] = value.split(' ') as [string, 'hour' | 'day' | 'workingDay'];

  return { count: Number(count), unit, rollOver: unit !== 'hour', regime: '及时（本地参数）' };
};

const threshold = (duty: string, place: Place): TimeLimit | null => {
  const entry = timelyAt(duty, place);

  return entry === undefined ? null : thresholdOf(entry);
};

/** A day is enough to count days from, not to count hours from. */
const isVague = ({ unit }: TimeLimit, { occurredPrecision }: RecordedEvent): boolean =>
  occurredPrecision !== undefined && (occurredPrecision !== 'day' || unit === 'hour');

/** What the limit of a duty is counted from; null where nobody gives a number. */
export const termsOf = (rule: ObligationRule, event: RecordedEvent, place: Place): Terms | null => {
  const limit = rule.limit(event) ?? threshold(rule.id, place);
  if (limit === null) return null;
  const said = rule.from?.(event.payload as Payload, event) ?? null;
  // A day that was never made known: counted from the day of the act itself, and marked.
  const isUnknown = said === UNKNOWN;
  const named = isUnknown ? null : said;
  const from = named ?? (limit.unit === 'hour' ? event.occurredAt : dayOf(event.occurredAt));

  return { limit, from, imprecise: isUnknown || (named === null && isVague(limit, event)), excluded: [], extensions: [] };
};

/** The due date by a calendar, the program's own where none is named. */
export const dueOf = ({ limit, from, imprecise, excluded, extensions }: Terms, calendar?: WorkingCalendar): DueDate => ({
  ...dueDate(limit, from, { excluded, extensions, ...(calendar === undefined ? {} : { calendar }) }),
  ...(imprecise ? { imprecise: true } : {}),
});

/** Day on which an event stopped the clock or let it run, as it is named there. */
export const dayNamed = (event: RecordedEvent, field = 'on'): string => {
  const value = (event.payload as Payload)[field];
  if (typeof value !== 'string' || value === UNKNOWN) return dayOf(event.occurredAt);
  if (value.length > 10) return dayOf(value);

  return isPrecise(value) ? value : earliest(value);
};
