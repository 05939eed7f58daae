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

export interface ReadOptions {
  readonly from?: number;
  readonly limit?: number;
}

/**
 * The log. Append is atomic per batch and durable when the promise settles; order is revision and position,
 * never a clock. The same ids in the same stream are a repeat, whatever the expected revision; a batch of which
 * only a part is known, an id stored in another stream, or an id twice in one batch is refused with `INVALID_INPUT`.
 */
export interface EventStore extends EventFeed {
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendDone | WrongRevision>;
  /** Events of one stream in order; empty when the stream does not exist. */
  readStream(stream: string, options?: ReadOptions): Promise<readonly RecordedEvent[]>;
  /** The event with this id, wherever it stands. */
  findEvent(id: string): Promise<RecordedEvent | undefined>;
  /** Events with a position greater than `after`, in order, at most `limit`. */
  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;
  /** Waits for appends under way, then closes. Later calls reject with `SHUTTING_DOWN`. */
  close(): Promise<void>;
}
