import type { z } from 'zod';
import type { OfficialFunction } from './codes';
import type { Actor, DomainEvent, EvidenceRef } from './event';
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
  /** When it is being recorded. */
  readonly now: string;
  /** Area whose law applies, GB/T 2260 code. */
  readonly jurisdiction: string;
  readonly evidence: readonly EvidenceRef[];
  readonly registers: Registers;
}

/** Why not, before it is dressed with citation and clause from the regulation register. */
export interface Objection {
  readonly rule: string;
  readonly message: Text;
  readonly missing?: readonly Text[];
  readonly code?: ErrorCode;
  /** An unlawful attempt rather than an act out of turn; goes on record. */
  readonly weighty?: boolean;
}

/** One legal condition of an act: a pure predicate that names its rule. */
export interface Guard<I, S> {
  readonly rule: string;
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
  /** Rules that the act rests on, kept in the event as its basis when they are in force. */
  readonly basis: readonly string[];
  needs(input: z.output<I>, subject: string): RegisterNeeds;
  /** Asked without input: is it this act's turn? Ids of the items it could take now, or why not. */
  turn(state: S): readonly string[] | Objection;
  readonly guards: readonly Guard<z.output<I>, S>[];
  events(input: z.output<I>, facts: Facts<S>): readonly E[] | Objection;
}

export const isObjection = (value: object): value is Objection => 'rule' in value && 'message' in value;

type ActSpec<N extends string, I extends z.ZodObject, S, E extends DomainEvent> = Omit<
  Act<N, I, S, E>,
  'opens' | 'needs' | 'guards' | 'basis'
> &
  Partial<Pick<Act<N, I, S, E>, 'opens' | 'needs' | 'guards' | 'basis'>>;

/** Declares acts of one aggregate: state and event union are fixed once, the rest is inferred. */
export const actsOf =
  <S, E extends DomainEvent>() =>
  <const N extends string, I extends z.ZodObject>(spec: ActSpec<N, I, S, E>): Act<N, I, S, E> => ({
    opens: false,
    basis: [],
    guards: [],
    needs: () => ({}),
    ...spec,
  });

/** Targets of an act on one item each: those items whose procedure foresees the event. */
export const itemsFor = <S extends string>(
  items: readonly { readonly id: string; readonly status: S }[],
  foresees: (status: S) => boolean,
  otherwise: Objection,
): readonly string[] | Objection => {
  const targets = items.filter((item) => foresees(item.status)).map((item) => item.id);

  return targets.length > 0 ? targets : otherwise;
};
