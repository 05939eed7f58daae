import type { DueDate } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';

/** Which duty, which of its openings, and what it owed when the clock spoke. */
interface OfDuty {
  readonly obligationId: string;
  /** Event that opened the duty: a duty that is opened anew is told of anew. */
  readonly cycle: string;
  readonly kind: string;
  readonly rule: string;
  /** Case, party, outlet or record that the duty belongs to. */
  readonly subject: string;
  readonly subjectStream: string;
  readonly item: string;
  readonly owedBy: OfficialFunction;
  readonly jurisdiction: string;
}

interface OfTime extends OfDuty {
  /** Last day of the duty, and last moment where it is one of hours. */
  readonly due: string;
  readonly dueAt: string | null;
}

/** Whom a missed duty is told to. */
export interface Superior {
  readonly function: OfficialFunction;
  readonly jurisdiction: string;
}

/** The rule by which the clock speaks at all, beside that of the duty. */
export const CLOCK_RULE = 'W-21';

/** Time as a fact: what the statutory clock found when a moment had come. Nobody's deed, and never undone. */
export type ClockEvent = EventsOf<{
  ObligationReminded: OfTime;
  /** The end has passed and the duty was not done; it can still be done, late. */
  ObligationBreached: OfTime;
  ObligationEscalated: OfTime & { readonly level: number; readonly to: Superior };
  /** The working calendar of a year arrived that had been assumed; the day is counted anew. */
  ObligationDueRecomputed: OfDuty & { readonly was: string; readonly due: DueDate };
}>;

export const CLOCK_EVENTS: readonly ClockEvent['type'][] = [
  'ObligationReminded',
  'ObligationBreached',
  'ObligationEscalated',
  'ObligationDueRecomputed',
];

const CLOCK: ReadonlySet<string> = new Set(CLOCK_EVENTS);

export const isClockEvent = <E extends { readonly type: string }>(event: E): event is E & ClockEvent => CLOCK.has(event.type);
