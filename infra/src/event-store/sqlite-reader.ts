import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LiuhenError, type EventFeed, type Followed, type NewEvent, type Position, type RecordedEvent } from '@liuhen/workflows';
import { pause } from '../pause';
import type { ReadOptions } from './port';

type Row = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

const parsed = (body: string): NewEvent => {
  try {
    return JSON.parse(body) as NewEvent;
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', 'the body of an event is not JSON', { cause });
  }
};

const recorded = (row: Row): RecordedEvent => ({
  ...parsed(text(row['body'])),
  stream: text(row['stream']),
  revision: number(row['revision']),
  position: number(row['position']),
});

/** Events that a follower reads at once. */
const PAGE = 500;

/** Between two looks at a log that another process writes, milliseconds. */
const LOOK = 10;

/** The reading half, for the writer's own process and for others beside it. */
export class SqliteEventReader implements EventFeed {
  readonly #stream: StatementSync;
  readonly #all: StatementSync;
  readonly #one: StatementSync;
  readonly #head: StatementSync;

  constructor(protected readonly db: DatabaseSync) {
    this.#stream = db.prepare('SELECT * FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
    this.#all = db.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?');
    this.#one = db.prepare('SELECT * FROM events WHERE id = ?');
    this.#head = db.prepare('SELECT coalesce(max(position), 0) AS head FROM events');
  }

  readStream(stream: string, { from = 0, limit = -1 }: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    return this.#answer(() => this.#stream.all(stream, from, limit).map(recorded));
  }

  findEvent(id: string): Promise<RecordedEvent | undefined> {
    return this.#answer(() => {
      const row = this.#one.get(id);

      return row === undefined ? undefined : recorded(row);
    });
  }

  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#answer(() => this.#all.all(after, limit).map(recorded));
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<Followed> {
    // Asked anew each time: it changes while the follower reads.
    const left = (): boolean => signal.aborted || this.isClosed;
    let position = after;
    while (!left()) {
      const page = await this.readAll(position, PAGE);
      for (const event of page) {
        if (left()) return;
        yield { kind: 'event', event };
        position = event.position;
      }
      if (page.length > 0) continue;
      yield { kind: 'caughtUp', position };
      await this.more(position, signal);
    }
  }

  head(): Promise<Position> {
    return this.#answer(() => number(this.#head.get()?.['head']));
  }

  close(): Promise<void> {
    return this.#answer(() => this.db.close());
  }

  protected get isClosed(): boolean {
    return !this.db.isOpen;
  }

  /** Settles when the log is longer than a position, when the store closes, or when the follower leaves. */
  protected async more(position: Position, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.isClosed && (await this.head()) <= position) await pause(LOOK, signal);
  }

  #answer<T>(read: () => T): Promise<T> {
    return this.db.isOpen ? Promise.resolve().then(read) : Promise.reject(new LiuhenError('SHUTTING_DOWN', 'event store'));
  }
}
