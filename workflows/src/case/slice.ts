import type { DomainEvent } from '../kernel/event';

/** The little of an event's envelope that a fold looks at. */
export interface Envelope {
  readonly occurredAt: string;
  readonly actor: { readonly person: string };
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
