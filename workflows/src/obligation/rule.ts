import type { TimeLimit } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { RecordedEvent } from '../kernel/event';
import type { Text } from '../kernel/text';

export type Payload = Readonly<Record<string, unknown>>;

/** Items of the stream that an event is about, e.g. a clue; null where it is about none. */
export type ItemsOf = (payload: Payload, event: RecordedEvent) => string | readonly string[] | null;

type ByEvent = Readonly<Record<string, ItemsOf>>;

/**
 * Everything that must happen by some time: opened by an event, owed by someone, discharged by another event.
 * Each proceeding states its own in its `obligations.ts`; the keys of `opens`, `discharges` and the like are event types.
 */
export interface ObligationRule {
  /** lowerCamelCase, unique. */
  readonly id: string;
  /** Rule of the register behind it; the duty arises only where that rule is in force. */
  readonly rule: string;
  readonly duty: Text;
  readonly opens: ByEvent;
  readonly discharges: ByEvent;
  /** Take the discharge back: the duty is owed again, by the same day. */
  readonly reopens?: ByEvent;
  /** The clock stops, and runs on, with a reason that is the title of the event. */
  readonly suspends?: ByEvent;
  readonly resumes?: ByEvent;
  /** A further limit is added to the one that runs, by an event that says which. */
  readonly extends?: ByEvent;
  extension?(event: RecordedEvent): TimeLimit | null;
  owedBy(event: RecordedEvent): OfficialFunction;
  /** Null for 「及时」: without a number the latency is measured, no day is missed. */
  limit(event: RecordedEvent): TimeLimit | null;
  /** Day that the limit counts from, as the opening event names it; else the day on which the event happened. */
  from?(payload: Payload, event: RecordedEvent): string | null;
  /** Readable by the discipline inspection only (O-26). */
  readonly confidential?: boolean;
}

/** A text field of the payload, e.g. `field('clueId')`. */
export const field =
  (name: string) =>
  (payload: Payload): string | null => {
    const value = payload[name];

    return typeof value === 'string' ? value : null;
  };

export const owed = (by: OfficialFunction) => () => by;

/** The function that a hand-off was made to. */
export const receiver = (event: RecordedEvent): OfficialFunction => {
  const { to } = event.payload as Payload;

  return typeof to === 'object' && to !== null && 'function' in to ? (to.function as OfficialFunction) : 'enforcementAgency';
};
