import { dayOf, daysBetween, evolveObligation, type Obligation, type RecordedEvent } from '@liuhen/workflows';
import { dutyIds } from '../shared/duty-ids';

interface Duties {
  readonly open: readonly Obligation[];
  /** Discharged by this very event. */
  readonly done: readonly Obligation[];
}

/** Duties with a term, with this event folded in. */
export const dutiesAfter = (before: readonly Obligation[], event: RecordedEvent): Duties => {
  const touched = dutyIds(event);
  if (touched.length === 0) return { open: before, done: [] };
  const known = new Map(before.map((duty) => [duty.id, duty]));
  const folded = touched.flatMap((id) => evolveObligation(known.get(id), event, id) ?? []);
  const rest = before.filter(({ id }) => !touched.includes(id));

  return {
    open: [...rest, ...folded.filter(({ status, due }) => status !== 'discharged' && due !== null)],
    done: folded.filter(({ id, status }) => status === 'discharged' && known.has(id)),
  };
};

/** On the last of so few days everyone is. */
const FEW_DAYS = 5;

/** Part of a term in hours that is its last moment. */
const LAST = 0.1;

/** Done in time, but when there was no time left. */
export const isLastMinute = (duty: Obligation): boolean => {
  const { due, terms } = duty;
  if (duty.status !== 'discharged' || duty.late || due === null || terms === null) return false;
  if (due.dueAt === undefined) {
    const isLong = daysBetween(due.start, due.due) >= FEW_DAYS;

    return isLong && dayOf(duty.dischargedAt) === due.due;
  }
  const [from, end, at] = [terms.from, due.dueAt, duty.dischargedAt].map((moment) => Date.parse(moment)) as [number, number, number];

  return at <= end && at > end - (end - from) * LAST;
};
