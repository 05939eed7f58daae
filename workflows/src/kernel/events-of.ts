import type { DomainEvent } from './event';

/** Union of events from a map of payloads: `EventsOf<{ ClueReceived: {...} }>`. */
export type EventsOf<M> = { [T in keyof M & string]: DomainEvent<T, M[T]> }[keyof M & string];
