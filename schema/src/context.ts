import type { Actor, Desk, DocumentReader, EventFeed, Position, RecordedEvent, Sealed } from '@liuhen/workflows';

/** What a resolver may use; made anew for each request. */
export interface GraphContext {
  /** Null for a request without a token. */
  readonly actor: Actor | null;
  readonly desk: Desk;
  readonly reader: DocumentReader;
  readonly feed: EventFeed;
  /** Settles when the read models hold a position; rejects with `NOT_FRESH_IN_TIME`. */
  waitFor(position: Position, milliseconds: number): Promise<void>;
  /** Events of a stream, for looking back in time; the one query that reads a stream. */
  history(stream: string): Promise<readonly RecordedEvent[]>;
  /** Puts a look at what is not everyone's to see on record, behind the answer. */
  noteRead(look: { readonly actor: Actor; readonly view: string; readonly subject: string; readonly why: string | null }): void;
  /** What stands under a seal; undefined where the key was destroyed. Throws `STORE_CORRUPT` where the seal was broken. */
  unseal(sealed: Sealed): unknown;
  /** Present time, ISO instant with offset. */
  now(): string;
}
