import { mkdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LiuhenError, type NewEvent, type Position, type RecordedEvent } from '@liuhen/workflows';
import { adoptFault, appendFault, asNew, bodiesOf } from './append-rules';
import type { AppendDone, EventStore, ExpectedRevision, WrongRevision } from './port';
import { SqliteEventReader } from './sqlite-reader';
import { openForReading, openForWriting } from './sqlite-schema';
import { storageFault } from './storage-fault';
import { lockForWriting } from './writer-lock';

type Appended = AppendDone | WrongRevision;

interface Waiting {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  /** The same as they are written. */
  readonly bodies: readonly string[];
  readonly expected: ExpectedRevision;
  resolve(done: Appended): void;
  reject(error: unknown): void;
}

type Outcome = { readonly done: Appended } | { readonly fault: LiuhenError };

const LOG = 'events.db';

const refused = (detail: string): Outcome => ({ fault: new LiuhenError('INVALID_INPUT', detail) });

/** The log on SQLite. Appends that wait together share one transaction, and so one fsync. */
class SqliteEventStore extends SqliteEventReader implements EventStore {
  readonly #insert: StatementSync;
  readonly #current: StatementSync;
  readonly #known: StatementSync;
  readonly #unlock: () => void;
  #waiting: Waiting[] = [];
  #flush: Promise<void> | undefined;
  #closing = false;
  #head: Position;
  readonly #listeners = new Set<() => void>();

  constructor(db: DatabaseSync, unlock: () => void) {
    super(db);
    this.#unlock = unlock;
    this.#insert = db.prepare('INSERT INTO events (position, stream, revision, id, body) VALUES (?, ?, ?, ?, ?)');
    this.#current = db.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
    this.#known = db.prepare('SELECT stream, revision, position FROM events WHERE id = ?');
    this.#head = Number(db.prepare('SELECT coalesce(max(position), 0) AS head FROM events').get()?.['head'] ?? 0);
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    if (this.#closing) return Promise.reject(new LiuhenError('SHUTTING_DOWN', 'event store'));
    const bodies = bodiesOf(events);
    const fault = appendFault(events, bodies);
    if (fault !== undefined) return Promise.reject(fault);

    return new Promise((resolve, reject) => {
      this.#waiting.push({ stream, events, bodies, expected, resolve, reject });
      this.#flush ??= new Promise((flushed) => {
        setImmediate(() => {
          this.#flush = undefined;
          this.#commit();
          flushed();
        });
      });
    });
  }

  async adopt(run: readonly RecordedEvent[]): Promise<void> {
    if (this.#closing) throw new LiuhenError('SHUTTING_DOWN', 'event store');
    await this.#flush;
    const events = run.map(asNew);
    const bodies = bodiesOf(events);
    const fault = appendFault(events, bodies) ?? adoptFault(run, this.#head);
    if (fault !== undefined) throw fault;
    try {
      this.db.exec('BEGIN IMMEDIATE');
      this.#take(run, bodies);
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw storageFault(error);
    }
    this.#head = run.at(-1)?.position ?? this.#head;
    this.#announce();
  }

  override async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#flush;
    this.#announce();
    await super.close();
    this.#unlock();
  }

  protected override get isClosed(): boolean {
    return this.#closing;
  }

  /** Woken by the commit instead of looking. */
  protected override more(position: Position, signal: AbortSignal): Promise<void> {
    if (this.#head > position || signal.aborted || this.#closing) return Promise.resolve();

    return new Promise((resolve) => {
      const wake = () => {
        this.#listeners.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#listeners.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  #take(run: readonly RecordedEvent[], bodies: readonly string[]): void {
    for (const [at, { stream, revision, position, id }] of run.entries()) {
      const current = this.#revisionOf(stream);
      if (revision !== current + 1)
        throw new LiuhenError('STORE_OF_OTHERS', `${stream} is at revision ${current}, expected ${revision - 1}`);
      this.#insert.run(position, stream, revision, id, bodies[at] ?? '');
    }
  }

  #revisionOf(stream: string): number {
    return Number(this.#current.get(stream)?.['revision'] ?? -1);
  }

  #announce(): void {
    for (const wake of [...this.#listeners]) wake();
  }

  #commit(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    const before = this.#head;
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const outcomes = batch.map((waiting) => this.#write(waiting));
      this.db.exec('COMMIT');
      batch.forEach((waiting, at) => settle(waiting, outcomes[at]));
    } catch (error) {
      this.#head = before;
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      const fault = storageFault(error);
      for (const waiting of batch) waiting.reject(fault);
    }
    if (this.#head > before) this.#announce();
  }

  #write({ stream, events, bodies, expected }: Waiting): Outcome {
    const known = this.#writtenBefore(stream, events);
    if (known !== undefined) return known;
    const current = this.#revisionOf(stream);
    if (expected !== 'any' && current !== (expected === 'none' ? -1 : expected)) {
      return { done: { kind: 'wrongRevision', expected, current } };
    }
    let revision = current;
    for (const [at, { id }] of events.entries()) {
      revision += 1;
      this.#head += 1;
      this.#insert.run(this.#head, stream, revision, id, bodies[at] ?? '');
    }

    return { done: { kind: 'appended', revision, position: this.#head, repeated: false } };
  }

  /** What a batch gets that is in the log already, whole or in part; undefined for a new one. */
  #writtenBefore(stream: Waiting['stream'], events: Waiting['events']): Outcome | undefined {
    const known = events.map((event) => this.#known.get(event.id)).filter((row) => row !== undefined);
    if (known.some((row) => row['stream'] !== stream)) return refused('an event id is known in another stream');
    if (known.length === events.length) {
      const last = known.at(-1);

      return { done: { kind: 'appended', revision: Number(last?.['revision']), position: Number(last?.['position']), repeated: true } };
    }

    return known.length > 0 ? refused('a part of the batch is known already') : undefined;
  }
}

const settle = (waiting: Waiting, outcome: Outcome | undefined): void => {
  if (outcome === undefined) waiting.reject(new LiuhenError('INTERNAL', 'an append without outcome'));
  else if ('fault' in outcome) waiting.reject(outcome.fault);
  else waiting.resolve(outcome.done);
};

export interface SqliteFolder {
  /** Folder of the data; made when it is not there. */
  readonly folder: string;
}

/** Opens the log of a folder for its one writer. Errors: `STORE_LOCKED`, `STORE_TOO_NEW`, `STORE_CORRUPT`. */
export const openSqliteEventStore = async ({ folder }: SqliteFolder): Promise<EventStore> => {
  mkdirSync(folder, { recursive: true });
  const unlock = lockForWriting(folder);
  try {
    return await Promise.resolve(new SqliteEventStore(openForWriting(join(folder, LOG)), unlock));
  } catch (error) {
    unlock();
    throw error;
  }
};

/** Opens the log of a folder for reading only, beside a writer or without one. */
export const openSqliteEventReader = ({ folder }: SqliteFolder): SqliteEventReader => {
  const file = join(folder, LOG);
  if (!existsSync(file)) throw new LiuhenError('STORE_CORRUPT', `${file} is not there`);

  return new SqliteEventReader(openForReading(file));
};
