import type { OfficialFunction } from './codes';

/** In whose stead somebody acts, and under which delegation of which unit. */
export interface ActingFor {
  /** Id of the delegation within the file of the unit, e.g. `delegation-1`. */
  readonly delegation: string;
  /** GB/T 2260 code of the unit in whose file it stands. */
  readonly unit: string;
  /** Person whose function it is. */
  readonly person: string;
  readonly name: string;
  /** Function that the acting person holds themselves. */
  readonly ownFunction: OfficialFunction;
  readonly ownJurisdiction: string;
}

/** Who acted, frozen as it was at the moment of the act. `person` is an identity that survives a change of employer. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly office: string;
  readonly function: OfficialFunction;
  /** GB/T 2260 code of the area the office answers for, six digits, e.g. `370800`. */
  readonly jurisdiction: string;
  /** Id of the party that a person from outside the authorities speaks for; absent for an official. */
  readonly party?: string;
  /** Present where `function` and `jurisdiction` are those of a delegation, and not the person's own. */
  readonly acting?: ActingFor;
}

/** The version of a rule an event rests on; the id is a key of the regulation register, e.g. `R-077`. */
export interface RuleRef {
  readonly rule: string;
  readonly version: string;
}

/** A file kept beside the log under its digest (`sha256:` + 64 hex digits). */
export interface EvidenceRef {
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A place in the whole log. It only grows, may have gaps, and is otherwise opaque to everyone but the event store. */
export type Position = number & { readonly __brand?: 'Position' };

/** Before the first event. */
export const START: Position = 0;

/** How far the time of a fact is known; a fact known by month only is lawful, and is marked. */
export type Precision = 'day' | 'month' | 'year' | 'unknown';

/** What an event says, without where and when it was stored. */
export interface DomainEvent<T extends string = string, P = unknown> {
  readonly type: T;
  readonly payload: P;
}

/** What a `decide` hands out: the fact, when it happened, on which rules and evidence it rests. */
export type DecidedEvent<E extends DomainEvent = DomainEvent> = E & {
  /** ISO 8601 instant with offset. */
  readonly occurredAt: string;
  /** Absent where the moment itself is known; else `occurredAt` is the earliest that it can have been. */
  readonly occurredPrecision?: Precision;
  readonly basis: readonly RuleRef[];
  readonly evidence: readonly EvidenceRef[];
};

/** An act as it was asked for, with its input as it was checked. */
export interface AskedAct {
  readonly name: string;
  readonly input: unknown;
}

/** An event ready to be stored; the event store adds revision and position. */
export interface NewEvent<T extends string = string, P = unknown> extends DomainEvent<T, P> {
  /** UUID; appending the same id to the same stream again changes nothing. */
  readonly id: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly occurredPrecision?: Precision;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly actId: string;
  /** Kept in the first event of the act, so that it can be judged again from the record alone; absent in older events and in device data. */
  readonly asked?: AskedAct;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly basis: readonly RuleRef[];
  readonly evidence: readonly EvidenceRef[];
}

export interface RecordedEvent<T extends string = string, P = unknown> extends NewEvent<T, P> {
  readonly stream: string;
  /** 0 for the first event of the stream, then one more each time. */
  readonly revision: number;
  readonly position: Position;
}
