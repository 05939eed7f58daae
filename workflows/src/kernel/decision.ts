import type { DecidedEvent, DomainEvent, Position } from './event';
import type { Text } from './text';

/** The law says no. Names the rule, quotes it, says what is missing. An expected outcome, never thrown. */
export interface Refusal {
  readonly kind: 'refusal';
  /** Stable machine-readable code from `ERROR_CODES`, e.g. `WRONG_STAGE`, `GUARD_REFUSED`. */
  readonly code: string;
  /** Id in the regulation register. */
  readonly rule: string;
  readonly citation: string;
  /** Verbatim clause where the register holds one, else null. */
  readonly clause: string | null;
  readonly message: Text;
  /** What has to be there first; empty where nothing can heal it. */
  readonly missing: readonly Text[];
  /** True for an unlawful attempt, which is put on record; false for a slip of the pen or an act out of turn. */
  readonly weighty: boolean;
}

/** A rule in `warn` mode spoke: the act stands, the warning stays on record with it. */
export interface Warning {
  readonly rule: string;
  readonly citation: string;
  readonly message: Text;
}

export interface Accepted<E extends DomainEvent = DomainEvent> {
  readonly kind: 'accepted';
  readonly events: readonly DecidedEvent<E>[];
  readonly warnings: readonly Warning[];
}

export type Decision<E extends DomainEvent = DomainEvent> = Accepted<E> | Refusal;

/** Proof that an act is durable. The same idempotency key always gives the same receipt. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly actId: string;
  readonly act: string;
  readonly stream: string;
  /** Revision of the stream's last event of this act. */
  readonly revision: number;
  /** Position of the last event of this act: ask a query to be at least this fresh. */
  readonly position: Position;
  readonly eventIds: readonly string[];
  readonly eventTypes: readonly string[];
  readonly recordedAt: string;
  readonly warnings: readonly Warning[];
  /** True when the key had been used before and nothing was written now. */
  readonly repeated: boolean;
}

/** Somebody else was faster: the stream is no longer where the caller saw it. Nothing was written. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly stream: string;
  readonly expectedRevision: number;
  readonly currentRevision: number;
  readonly message: Text;
}

/** The input itself is wrong: a date that does not exist, a negative amount, an unknown id. Nothing was written. */
export interface InvalidInput {
  readonly kind: 'invalid';
  readonly code: string;
  readonly message: Text;
  readonly fields: readonly { readonly path: string; readonly message: Text }[];
}

/** The asker's function or jurisdiction does not carry this act. Nothing was written but the attempt. */
export interface Denied {
  readonly kind: 'denied';
  readonly code: string;
  readonly rule: string;
  readonly citation: string;
  readonly message: Text;
}

export type ActOutcome = Receipt | Refusal | Conflict | InvalidInput | Denied;
