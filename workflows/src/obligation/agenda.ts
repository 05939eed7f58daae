import { addDays, daysBetween, dayOf, epochOf, legalMoment, legalMomentOf, missedAt, startOfDay, type DueDate } from '../calendar';
import { parameterAt, type Place } from '../regulation';
import type { Superior } from './clock-events';
import type { Obligation } from './obligation';

interface Planned {
  /** Moment at which it falls by law. */
  readonly at: string;
  /** Moment from which the clock says so; later only for what was put on record when it was over. */
  readonly from: string;
}

/** What the clock still has to say about a duty. */
export type ClockFact = Planned &
  ({ readonly fact: 'reminded' | 'breached' } | { readonly fact: 'escalated'; readonly level: number; readonly to: Superior });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Sorts after every moment, and before every one. */
const EVER = '~';
const NEVER = '';

/** Of two moments in the legal writing, which sorts as a text. */
const later = (one: string, other: string): string => (one >= other ? one : other);

/** The area above: a county's city, a city's province, a province's country. */
const areaAbove = (area: string): string => {
  if (!area.endsWith('00')) return `${area.slice(0, 4)}00`;

  return area.endsWith('0000') ? '000000' : `${area.slice(0, 2)}0000`;
};

/** A missed duty is told to the head of the place first, or to enforcement where a party owes it, and then to the authority above. */
export const superiorOf = ({ owedBy, jurisdiction, confidential }: Obligation, level: number): Superior => {
  if (confidential) return { function: owedBy, jurisdiction: areaAbove(jurisdiction) };
  if (level > 1) return { function: 'authorityHead', jurisdiction: areaAbove(jurisdiction) };
  if (owedBy === 'authorityHead') return { function: 'authorityHead', jurisdiction: areaAbove(jurisdiction) };

  return { function: owedBy === 'dischargingEntity' ? 'enforcementAgency' : 'authorityHead', jurisdiction };
};

const reminderAt = (due: DueDate, place: Place): string | null => {
  if (due.dueAt !== undefined) {
    const hours = parameterAt('clock.remindHoursBefore', place);

    return hours === undefined ? null : legalMoment(epochOf(due.dueAt) - hours * HOUR);
  }
  const days = parameterAt('clock.remindDaysBefore', place);
  const half = Math.floor(daysBetween(due.start, due.due) / 2);

  return days === undefined || half < 1 ? null : startOfDay(addDays(due.due, -Math.min(days, half)));
};

const escalationDays = (place: Place): readonly number[] => (parameterAt('clock.escalateDaysAfter', place) ?? []).map(Number);

interface Missed {
  readonly end: string;
  readonly missedFrom: string;
  readonly place: Place;
}

const escalationsOf = (duty: Obligation, { end, missedFrom, place }: Missed): readonly ClockFact[] =>
  escalationDays(place).flatMap((days, index) => {
    const level = index + 1;
    if (duty.escalations.some((each) => each.level === level)) return [];
    const at = legalMoment(epochOf(end) + days * DAY);

    return [{ fact: 'escalated', level, to: superiorOf(duty, level), at, from: later(at, missedFrom) } as const];
  });

const graceAfter = (recorded: string, place: Place): string =>
  legalMoment(epochOf(recorded) + (parameterAt('clock.lateEntryHours', place) ?? 0) * HOUR);

/**
 * Everything the clock has yet to say about a duty, oldest first: nothing about one that is done, stands still or has no number.
 * What was over when it was put on record gets some time to be completed before it counts as missed (O-27),
 * and a reminder that could only have come before the record was made does not come at all.
 * Who asks for no more than what falls up to a moment gets all of that; of what is later some may be left out.
 */
export const agendaOf = (duty: Obligation, upTo: string = EVER): readonly ClockFact[] => {
  const { status, due, remindedAt, breachedAt } = duty;
  if (status !== 'open' || due === null) return [];
  const recorded = legalMomentOf(duty.recordedAt);
  const place = { jurisdiction: duty.jurisdiction, on: dayOf(duty.openedAt) };
  const end = missedAt(due);
  const missedFrom = end > recorded ? end : graceAfter(recorded, place);
  const reminder = reminderAt(due, place);

  const facts: ClockFact[] = [];
  if (remindedAt === null && breachedAt === null && reminder !== null && reminder > recorded) {
    facts.push({ fact: 'reminded', at: reminder, from: reminder });
  }
  if (breachedAt === null) facts.push({ fact: 'breached', at: end, from: missedFrom });

  return breachedAt === null && missedFrom > upTo ? facts : [...facts, ...escalationsOf(duty, { end, missedFrom, place })];
};

/** Moment at which the clock has to look at a duty again; null for never, as far as is known now. */
export const nextLook = (duty: Obligation): string | null => agendaOf(duty, NEVER)[0]?.from ?? null;
