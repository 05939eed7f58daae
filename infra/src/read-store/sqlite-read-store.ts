import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  LiuhenError,
  START,
  type Document,
  type Filter,
  type Page,
  type PageRequest,
  type Position,
  type Projection,
} from '@liuhen/workflows';
import { storageFault } from '../event-store/storage-fault';
import {
  DISTRUSTED,
  type Applied,
  type Batch,
  type Change,
  type Known,
  type Reached,
  type ReadStore,
  type Rebuild,
  type Standing,
  type SwapLeave,
} from './port';
import { createIndexes, createTable, dropTable, SqliteCollection, tableOf } from './sqlite-collection';
import { NextGeneration } from './sqlite-next';
import { number, standingOf, STANDINGS, TABLES, text } from './sqlite-standings';
import { tooNew } from './too-new';

/** A batch is written in one go, and nothing else happens in the process meanwhile. */
const BATCH = 2_000;

class SqliteReadStore implements ReadStore {
  readonly batch = BATCH;
  readonly #collections = new Map<string, { readonly generation: number; readonly collection: SqliteCollection }>();
  readonly #version: StatementSync;
  readonly #standing: StatementSync;
  readonly #advance: StatementSync;
  readonly #mark: StatementSync;
  readonly #token: StatementSync;
  #dataVersion: number;

  constructor(private readonly db: DatabaseSync) {
    this.#version = db.prepare('PRAGMA data_version');
    this.#standing = db.prepare(`${STANDINGS} WHERE name = ?`);
    this.#advance = db.prepare('UPDATE collections SET checkpoint = ? WHERE name = ?');
    this.#mark = db.prepare(
      'INSERT INTO marks VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET checkpoint = excluded.checkpoint, event = excluded.event',
    );
    this.#token = db.prepare('SELECT token FROM tokens WHERE name = ?');
    this.#dataVersion = this.#seenVersion();
  }

  ensure(projection: Projection): Promise<void> {
    return this.#answer(() => {
      if (this.db.prepare('SELECT 1 FROM collections WHERE name = ?').get(projection.name) !== undefined) return;
      this.#within(() => {
        createTable(this.db, projection, 1);
        createIndexes(this.db, projection, 1);
        this.db.prepare('INSERT INTO collections VALUES (?, ?, 1, 0)').run(projection.name, projection.version);
      });
    });
  }

  standing(projection: string): Promise<Standing> {
    return this.#answer(() => this.#stand(projection));
  }

  standings(): Promise<ReadonlyMap<string, Standing>> {
    return this.#answer(
      () =>
        new Map(
          this.db
            .prepare(STANDINGS)
            .all()
            .map((row) => [text(row['name']), standingOf(row)]),
        ),
    );
  }

  distrust(projection: string, generation: number): Promise<void> {
    const set = 'UPDATE collections SET version = ?, checkpoint = ? WHERE name = ? AND generation = ?';

    return this.#answer(() => {
      this.#within(() => this.db.prepare(set).run(DISTRUSTED, START, projection, generation));
    });
  }

  checkpoint(projections: readonly string[]): Promise<Position> {
    return this.#answer(() => Math.min(...projections.map((name) => this.#stand(name).checkpoint)));
  }

  load(projection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    return this.#answer(() => this.#collection(projection).load(keys, this.#stand(projection).checkpoint));
  }

  apply(batches: readonly Batch[], token = 0): Promise<readonly Applied[]> {
    return this.#answer(() => {
      const written = this.#within(() => batches.map((batch) => this.#applyOne(batch, token)));
      batches.forEach((batch, at) => {
        if (written[at] === 'written') this.#collection(batch.projection).remember(batch.changes);
      });

      return written.map((each) => (each === 'written' ? 'done' : each));
    });
  }

  claim(projections: readonly string[], token: number): Promise<number> {
    const put = 'INSERT INTO tokens VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET token = max(token, excluded.token)';

    return this.#answer(() =>
      this.#within(() => {
        for (const name of projections) this.db.prepare(put).run(name, token);

        return Math.max(...projections.map((name) => this.#tokenOf(name)));
      }),
    );
  }

  clock(): Promise<number> {
    return Promise.resolve(0);
  }

  belongTo(firstEvent: string | undefined): Promise<void> {
    return this.#answer(() =>
      this.#within(() => {
        const known = this.db.prepare('SELECT log FROM origin').get()?.['log'];
        if (known === firstEvent) return;
        if (known !== undefined || firstEvent === undefined)
          throw new LiuhenError('STORE_OF_OTHERS', `the log begins with ${firstEvent ?? 'nothing'}, not ${String(known)}`);
        this.db.prepare('INSERT INTO origin VALUES (?)').run(firstEvent);
      }),
    );
  }

  get<D extends Document>(collection: string, key: string): Promise<D | undefined> {
    return this.#answer(() => this.#collection(collection).get(key) as D | undefined);
  }

  find<D extends Document>(collection: string, request: PageRequest): Promise<Page<D>> {
    return this.#answer(() => this.#collection(collection).find<D>(request));
  }

  count(collection: string, filters: readonly Filter[], limit: number): Promise<number> {
    return this.#answer(() => this.#collection(collection).count(filters, limit));
  }

  rebuild(projection: Projection): Promise<Rebuild> {
    return this.#answer(() => this.#rebuild(projection));
  }

  close(): Promise<void> {
    if (this.db.isOpen) this.db.close();

    return Promise.resolve();
  }

  #rebuild(projection: Projection): Rebuild {
    const next = this.#within(() => new NextGeneration(this.db, projection, this.#stand(projection.name).generation + 1));
    const write = (changes: readonly Change[]): void => {
      next.check();
      next.documents.write(changes);
    };

    return {
      load: (keys) => this.#answer(() => next.documents.load(keys, START)),
      write: (changes) => this.#answer(() => this.#within(() => write(changes))),
      swap: (reached, leave = {}) => this.#answer(() => this.#swap(projection, next, { ...reached, ...leave })),
      abandon: () => this.#answer(() => this.#within(() => next.abandon())),
    };
  }

  #swap(projection: Projection, next: NextGeneration, { evenBehind = false, evenOlder = false, ...reached }: Reached & SwapLeave): boolean {
    const { name, version } = projection;
    next.check();
    createIndexes(this.db, projection, next.generation);
    const swapped = this.#within(() => {
      next.check();
      const live = this.#stand(name);
      if (!evenOlder && live.version > version) throw tooNew(name, live, projection);
      if (!evenBehind && live.checkpoint > reached.checkpoint) return false;
      this.db
        .prepare('UPDATE collections SET version = ?, generation = ?, checkpoint = ? WHERE name = ?')
        .run(version, next.generation, reached.checkpoint, name);
      this.#note(name, reached);
      next.over();

      return true;
    });
    if (!swapped) return false;
    this.#collections.delete(name);
    dropTable(this.db, tableOf(name, next.generation - 1));

    return true;
  }

  #stand(projection: string): Standing {
    const row = this.#standing.get(projection);
    if (row === undefined) throw new LiuhenError('INTERNAL', `no collection ${projection}`);

    return standingOf(row);
  }

  #note(projection: string, { checkpoint, event }: Reached): void {
    if (event !== undefined) this.#mark.run(projection, checkpoint, event);
  }

  #tokenOf(projection: string): number {
    return number(this.#token.get(projection)?.['token']);
  }

  #applyOne(batch: Batch, token: number): 'written' | Applied {
    const { projection, generation, changes, checkpoint } = batch;
    const standing = this.#stand(projection);
    if (this.#tokenOf(projection) > token) return 'fenced';
    if (standing.generation !== generation || standing.version === DISTRUSTED) return 'moved';
    if (standing.checkpoint >= checkpoint) return 'done';
    this.#collection(projection).write(changes);
    this.#advance.run(checkpoint, projection);
    this.#note(projection, batch);

    return 'written';
  }

  /** Another process may have swapped a rebuild in; then what is kept of the old generation is worth nothing. */
  #collection(name: string): SqliteCollection {
    const version = this.#seenVersion();
    if (version !== this.#dataVersion) {
      this.#dataVersion = version;
      this.#collections.clear();
    }
    const known = this.#collections.get(name);
    if (known !== undefined) return known.collection;
    const { generation } = this.#stand(name);
    const collection = new SqliteCollection(this.db, tableOf(name, generation));
    this.#collections.set(name, { generation, collection });

    return collection;
  }

  #seenVersion(): number {
    return number(this.#version.get()?.['data_version']);
  }

  #within<T>(work: () => T): T {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const result = work();
      this.db.exec('COMMIT');

      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw storageFault(error);
    }
  }

  #answer<T>(read: () => T): Promise<T> {
    return this.db.isOpen ? Promise.resolve().then(read) : Promise.reject(new LiuhenError('SHUTTING_DOWN', 'read store'));
  }
}

/** Memory for pages, KiB: enough for the index of the keys of a million documents. */
const CACHE = 131_072;

/** Pages of 4 KiB in the write-ahead log before they go into the file: what is written over and over goes there once. */
const LOG_PAGES = 16_000;

/** Opens the read models of a folder. They can be rebuilt from the log, so their commits need not wait for the disk. */
export const openSqliteReadStore = ({ folder }: { readonly folder: string }): ReadStore => {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'read.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000');
  db.exec(`PRAGMA cache_size = -${CACHE}; PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
  db.exec(TABLES);

  return new SqliteReadStore(db);
};
