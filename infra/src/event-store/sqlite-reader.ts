import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LiuhenError, type EventFeed, type Followed, type NewEvent, type Position, type RecordedEvent } from '@liuhen/workflows';
import { pause } from '../pause';
import type { FollowerHealth, ReadOptions, StoreHealth } from './port';

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

const recorded = (row: Row): RecordedEvent => {
  const event = parsed(text(row['body']));
  if (event.id !== row['id'])
    throw new LiuhenError('STORE_CORRUPT', `the id of the event at position ${number(row['position'])} is not its own`);

  // The parsed body is nobody else's yet; copying its fifteen members for every row read would cost as much as parsing them.
  return Object.assign(event, { stream: text(row['stream']), revision: number(row['revision']), position: number(row['position']) });
};

/** Where a follower is. */
interface Place {
  position: Position;
  caughtUp: boolean;
}

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
  readonly #followers = new Set<Place>();

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
    const at: Place = { position: after, caughtUp: false };
    this.#followers.add(at);
    try {
      yield* this.#followFrom(at, signal);
    } finally {
      this.#followers.delete(at);
    }
  }

  health(): StoreHealth {
    const followers = [...this.#followers].map(({ position, caughtUp }): FollowerHealth => {
      const state = caughtUp ? 'caughtUp' : 'behind';

      return { state, position, reconnects: 0 };
    });

    return { followers, foreign: 0, truncating: [] };
  }

  head(): Promise<Position> {
    return this.#answer(() => number(this.#head.get()?.['head']));
  }

  /** Holds tables and indexes against each other, as no reading does; null when all is well. */
  check(): Promise<string | null> {
    return this.#answer(() => {
      const said = Object.values(this.db.prepare('PRAGMA integrity_check(1)').get() ?? {})[0];

      return said === 'ok' ? null : text(said);
    });
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

  async *#followFrom(at: Place, signal: AbortSignal): AsyncIterable<Followed> {
    // Asked anew each time: it changes while the follower reads.
    const left = (): boolean => signal.aborted || this.isClosed;
    while (!left()) {
      const page = await this.readAll(at.position, PAGE);
      for (const event of page) {
        if (left()) return;
        yield { kind: 'event', event };
        at.position = event.position;
      }
      at.caughtUp = page.length === 0;
      if (!at.caughtUp) continue;
      yield { kind: 'caughtUp', position: at.position };
      await this.more(at.position, signal);
    }
  }

  #answer<T>(read: () => T): Promise<T> {
    return this.db.isOpen ? Promise.resolve().then(read) : Promise.reject(new LiuhenError('SHUTTING_DOWN', 'event store'));
  }
}
