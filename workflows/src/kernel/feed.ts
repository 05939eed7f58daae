import type { Position, RecordedEvent } from './event';

/** What a follower receives: events in order, and a mark each time it has reached the end of the log. */
export type Followed =
  { readonly kind: 'event'; readonly event: RecordedEvent } | { readonly kind: 'caughtUp'; readonly position: Position };

/** The log as seen by those who only listen. */
export interface EventFeed {
  /** Everything after a position, then everything that comes, with no gap and no duplicate, until the signal aborts. */
  follow(after: Position, signal: AbortSignal): AsyncIterable<Followed>;
  /** Position of the last event, `START` for an empty log. */
  head(): Promise<Position>;
}
