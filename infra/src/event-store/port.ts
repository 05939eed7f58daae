import type { EventFeed, NewEvent, Position, RecordedEvent } from '@liuhen/workflows';

/** `none`: the stream must not exist yet; `any`: whatever it holds; a number: the revision of its last event. */
export type ExpectedRevision = number | 'none' | 'any';

export interface AppendDone {
  readonly kind: 'appended';
  /** Revision and position of the last event of the batch. */
  readonly revision: number;
  readonly position: Position;
  /** True when every event id was already stored in this stream and nothing was written. */
  readonly repeated: boolean;
}

export interface WrongRevision {
  readonly kind: 'wrongRevision';
  readonly expected: ExpectedRevision;
  /** -1 when the stream does not exist. */
  readonly current: number;
}

/** A follower of the log: not connected, behind what is there, at its end, or gone. */
export interface FollowerHealth {
  readonly state: 'connecting' | 'behind' | 'caughtUp' | 'ended';
  /** Last event passed on. */
  readonly position: Position;
  /** How often the connection was made anew. */
  readonly reconnects: number;
}

export interface StoreHealth {
  readonly followers: readonly FollowerHealth[];
  /** Events met in the log that this system did not write, counted up to 10000; they are set aside. */
  readonly foreign: number;
  /** Streams whose settings let a server remove events, with these settings. */
  readonly truncating: readonly string[];
}

export interface ReadOptions {
  readonly from?: number;
  readonly limit?: number;
}

/**
 * The log. Append is atomic per batch and durable when the promise settles; order is revision and position,
 * never a clock. The same ids in the same stream are a repeat, whatever the expected revision; a batch of which
 * only a part is known, an id stored in another stream, or an id twice in one batch is refused with `INVALID_INPUT`,
 * a batch above `APPEND_LIMIT` with `BODY_TOO_LARGE`. Where several processes write at the same moment, the same ids in
 * one stream are always a repeat; that they stand in another stream is seen once this process has read the log so far,
 * as `findEvent` does.
 */
export interface EventStore extends EventFeed {
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendDone | WrongRevision>;
  /**
   * Takes over events of another log, of one stream and one after the other; each keeps its revision and its position, so
   * what was told of positions and signed over them stays true. `STORE_OF_OTHERS`, with nothing written, where they do not
   * come right after what is here, or something was appended here already.
   */
  adopt(run: readonly RecordedEvent[]): Promise<void>;
  /** Events of one stream in order; empty when the stream does not exist. */
  readStream(stream: string, options?: ReadOptions): Promise<readonly RecordedEvent[]>;
  /** The event with this id, wherever it stands. */
  findEvent(id: string): Promise<RecordedEvent | undefined>;
  /** Events with a position greater than `after`, in order, at most `limit`. */
  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;
  health(): StoreHealth;
  /** Waits for appends under way, then closes. Later calls reject with `SHUTTING_DOWN`. */
  close(): Promise<void>;
}
