import type { z } from 'zod';
import type { OfficialFunction } from './codes';
import type { Actor, DomainEvent, EvidenceRef, Precision } from './event';
import type { Registers, RegisterNeeds } from './registers';
import type { Text } from './text';
import type { ErrorCode } from './errors';

/** Everything a decision may look at. Time and ids come in from outside. */
export interface Facts<S> {
  readonly state: S;
  readonly actor: Actor;
  /** Id of the case, party, outlet or record the act is about. */
  readonly subject: string;
  /** When the act was done, ISO instant with offset. Rules are those in force on its day (China Standard Time). */
  readonly occurredAt: string;
  /** How far that is known; absent for a known moment. */
  readonly precision?: Precision | undefined;
  /** When it is being recorded. */
  readonly now: string;
  /** Area whose law applies, GB/T 2260 code. */
  readonly jurisdiction: string;
  readonly evidence: readonly EvidenceRef[];
  readonly registers: Registers;
}

/** Why not, before it is dressed with citation and clause from the regulation register. */
export interface Objection {
  /** Rule that stands behind it; of several, the first in force at the place and day of the act speaks. */
  readonly rule: string | readonly string[];
  readonly message: Text;
  readonly missing?: readonly Text[];
  readonly code?: ErrorCode;
  /** An unlawful attempt rather than an act out of turn; goes on record. */
  readonly weighty?: boolean;
}

/** One legal condition of an act: a pure predicate that names its rule. */
export interface Guard<I, S> {
  readonly rule: string;
  /** False where the rule is about another kind of input: it then neither speaks nor is a basis of the act. */
  applies?(input: I): boolean;
  check(input: I, facts: Facts<S>): Omit<Objection, 'rule'> | undefined;
}

/** One legal act, declared once; inputs, authority, available acts and the public contract derive from it. */
export interface Act<N extends string = string, I extends z.ZodObject = z.ZodObject, S = unknown, E extends DomainEvent = DomainEvent> {
  readonly name: N;
  readonly title: Text;
  /** Whose act it is; everyone else is denied. */
  readonly by: readonly OfficialFunction[];
  readonly input: I;
  /** True for the act that opens a new case, party or record; its subject id is made by the desk. */
  readonly opens: boolean;
  /** Rules that the act rests on, kept in the event as its basis where they are in force. */
  readonly basis: readonly string[];
  /** Input field that names the item acted on (`clueId`), or null where the act is on the whole. */
  readonly target: string | null;
  /** Ids of the items the act could take now; asked without input. Empty: it is not this act's turn. */
  targets(state: S): readonly string[];
  outOfTurn(state: S): Objection;
  /** Why this very person does nothing here at all, asked before anything else is said of the matter (O-46). */
  bars?(facts: Facts<S>): Objection | undefined;
  needs(input: z.output<I>, subject: string, state: S): RegisterNeeds;
  readonly guards: readonly Guard<z.output<I>, S>[];
  events(input: z.output<I>, facts: Facts<S>): readonly E[] | Objection;
}

export const isObjection = (value: object): value is Objection => 'rule' in value && 'message' in value;

/** Target id of an act on the whole case or file. */
export const WHOLE = ['*'] as const;
