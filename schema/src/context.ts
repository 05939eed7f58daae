import type { Actor, Desk, DocumentReader, EventFeed, Position } from '@liuhen/workflows';

/** What a resolver may use; made anew for each request. */
export interface GraphContext {
  /** Null for a request without a token. */
  readonly actor: Actor | null;
  readonly desk: Desk;
  readonly reader: DocumentReader;
  readonly feed: EventFeed;
  /** Settles when the read models hold a position; rejects with `NOT_FRESH_IN_TIME`. */
  waitFor(position: Position, milliseconds: number): Promise<void>;
  /** Present time, ISO instant with offset. */
  now(): string;
}
