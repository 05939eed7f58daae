import type { OfficialFunction } from '../kernel/codes';
import type { DomainEvent } from '../kernel/event';
import type { Procedure } from '../kernel/machine';
import { changeItem, stepOf } from '../kernel/step';

/** The little of an event's envelope that a fold looks at. */
export interface Envelope {
  readonly occurredAt: string;
  readonly actor: { readonly person: string; readonly function?: OfficialFunction };
}

/** The part of a case file that one proceeding keeps. */
export interface CaseSlice<S, E extends DomainEvent> {
  readonly initial: S;
  /** Every event that it looks at, its own or another proceeding's; the compiler sees that none is missing. */
  readonly events: Readonly<Record<E['type'], true>>;
  evolve(state: S, fact: E & Envelope): S;
}

/** A slice whose events are known by name only, so that slices of different proceedings fit one table. */
export interface Slice<S> {
  readonly initial: S;
  readonly types: readonly string[];
  evolve(state: S, fact: DomainEvent & Envelope): S;
}

/** The table looks a slice up by the type of the event, which is what makes the narrowing true. */
export const caseSlice = <S, E extends DomainEvent>(slice: CaseSlice<S, E>): Slice<S> => ({
  initial: slice.initial,
  types: Object.keys(slice.events),
  evolve: (state, fact) => slice.evolve(state, fact as E & Envelope),
});

type PayloadOf<E extends DomainEvent, T extends string> = Extract<E, { readonly type: T }>['payload'];

interface Item {
  readonly id: string;
  readonly status: string;
}

/** A proceeding of which a case may have several: what opens an item, and what each later event changes beside its status. */
interface ItemsSpec<T extends Item, E extends DomainEvent, O extends E['type']> {
  /** Payload field that names the item, e.g. `seizureId`. */
  readonly idField: string;
  readonly procedure: Procedure<T['status']>;
  readonly opens: { readonly [K in O]: (payload: PayloadOf<E, K>) => Omit<T, 'id' | 'status'> };
  readonly changes: { readonly [K in Exclude<E['type'], O>]: (item: T, payload: PayloadOf<E, K>, fact: Envelope) => Partial<T> };
}

type Change<T> = (item: T, payload: unknown, fact: Envelope) => Partial<T>;
type Opening<T> = (payload: unknown) => Omit<T, 'id' | 'status'>;

/** Folds a list of items along their procedure; an event that the procedure does not foresee is an unlawful history. */
export const itemsSlice = <T extends Item, E extends DomainEvent, O extends E['type']>(spec: ItemsSpec<T, E, O>): Slice<readonly T[]> => {
  const opens = spec.opens as Readonly<Record<string, Opening<T> | undefined>>;
  const changes = spec.changes as Readonly<Record<string, Change<T> | undefined>>;
  const step = stepOf(spec.procedure);

  return {
    initial: [],
    types: [...Object.keys(opens), ...Object.keys(changes)],
    evolve: (items, fact) => {
      const id = String((fact.payload as Readonly<Record<string, unknown>>)[spec.idField]);
      const opening = opens[fact.type];
      // The item is what the spec says: everything of T but the two fields that are the same everywhere.
      if (opening !== undefined) return [...items, { ...opening(fact.payload), id, status: spec.procedure.initial } as unknown as T];

      return changeItem(items, id, (item) => ({
        ...item,
        ...changes[fact.type]?.(item, fact.payload, fact),
        status: step(item.status as T['status'], fact.type),
      }));
    },
  };
};
