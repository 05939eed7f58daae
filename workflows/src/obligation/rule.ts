import type { TimeLimit } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { RecordedEvent } from '../kernel/event';
import type { Text } from '../kernel/text';

export type Payload = Readonly<Record<string, unknown>>;

/** Items of the stream that an event is about, e.g. a clue; null where it is about none. */
export type ItemsOf = (payload: Payload, event: RecordedEvent) => string | readonly string[] | null;

type ByEvent = Readonly<Record<string, ItemsOf>>;

/** Why a clock may stand still, and what ends it. */
export interface Suspension {
  /** Rule of the register that lets it stand, e.g. `CJL-16`. */
  readonly rule: string;
  /** Event types that end this suspension; absent: every one of `resumes` does. */
  readonly until?: readonly string[];
}

/**
 * Everything that must happen by some time: opened by an event, owed by someone, discharged by another event.
 * Each proceeding states its own in its `obligations.ts`; the keys of `opens`, `discharges` and the like are event types.
 */
export interface ObligationRule {
  /** lowerCamelCase, unique. */
  readonly id: string;
  /** Rule of the register behind it; the duty arises only where that rule is in force. */
  readonly rule: string;
  /** Rules that stand behind it where the first is not in force; of all, the first in force at the place and day speaks. */
  readonly orRules?: readonly string[];
  readonly duty: Text;
  readonly opens: ByEvent;
  readonly discharges: ByEvent;
  /** Take the discharge back: the duty is owed again, by the same day. */
  readonly reopens?: ByEvent;
  /** The clock stops, and runs on when everything that stopped it is over. */
  readonly suspends?: ByEvent;
  readonly resumes?: ByEvent;
  /** By the type of the suspending event. */
  readonly suspensions?: Readonly<Record<string, Suspension>>;
  /** Payload field with the day of a stop or start, by event type; `on` where nothing is said, else the day of the event. */
  readonly dayField?: Readonly<Record<string, string>>;
  /** A further limit is added to the one that runs, by an event that says which. */
  readonly extends?: ByEvent;
  extension?(event: RecordedEvent): TimeLimit | null;
  /** True where an extension takes the place of the limit instead of being added to it. */
  readonly extensionReplaces?: boolean;
  owedBy(event: RecordedEvent): OfficialFunction;
  /** Null for 「及时」: without a number the latency is measured, no day is missed, unless the place has set a threshold (O-10). */
  limit(event: RecordedEvent): TimeLimit | null;
  /** Day or moment that the limit counts from, as the event names it; else the moment of the event, for days its day. */
  from?(payload: Payload, event: RecordedEvent): string | null;
  /** Stream that the item belongs to, where events of other streams touch the duty too. */
  streamOfItem?(item: string): string;
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

/** Texts in a list of the payload, e.g. `fields('problemIds')`. */
export const fields =
  (name: string) =>
  (payload: Payload): readonly string[] => {
    const value = payload[name];

    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  };

/** Every rule that may stand behind a duty, the first one first. */
export const rulesBehind = ({ rule, orRules = [] }: ObligationRule): readonly string[] => [rule, ...orRules];
