import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Document, Page, PageRequest, Filter, Projection } from '@liuhen/workflows';
import { encodeCursor } from './cursor';
import type { Change } from './port';
import { orderOf, pageOf, whereOf } from './query';

export const tableOf = (name: string, generation: number): string => `docs_${name}_${generation}`;

export const createTable = (db: DatabaseSync, { name }: Projection, generation: number): void => {
  db.exec(`CREATE TABLE IF NOT EXISTS ${tableOf(name, generation)} (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID`);
};

/** Made after a rebuild has filled the table: an index is cheaper built at once than kept row by row. */
export const createIndexes = (db: DatabaseSync, { name, indexes }: Projection, generation: number): void => {
  const table = tableOf(name, generation);
  indexes.forEach(({ fields }, at) => {
    db.exec(`CREATE INDEX IF NOT EXISTS ${table}_${at} ON ${table} (${fields.map(orderOf).join(', ')})`);
  });
};

export const dropTable = (db: DatabaseSync, table: string): void => {
  db.exec(`DROP TABLE IF EXISTS ${table}`);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is handed out is shared with the cache; nobody may change it. */
const parsed = (body: unknown): Document => JSON.parse(text(body)) as Document;

/** Documents kept parsed; a hot case file is read thousands of times between two changes. */
const KEPT = 20_000;

/** One generation of one collection. */
export class SqliteCollection {
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  #kept = new Map<string, Document>();
  /** What was kept before; looked at until `#kept` is full again, then dropped whole. */
  #older = new Map<string, Document>();

  constructor(
    private readonly db: DatabaseSync,
    private readonly table: string,
  ) {
    this.#get = db.prepare(`SELECT body FROM ${table} WHERE key = ?`);
    this.#put = db.prepare(`INSERT INTO ${table} (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body`);
    this.#remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  }

  get(key: string): Document | undefined {
    const kept = this.#kept.get(key) ?? this.#older.get(key);
    if (kept !== undefined) return kept;
    const row = this.#get.get(key);
    if (row === undefined) return undefined;

    return this.#keep(key, parsed(row['body']));
  }

  write(changes: readonly Change[]): void {
    for (const { key, document } of changes) {
      if (document === null) this.#remove.run(key);
      else this.#put.run(key, JSON.stringify(document));
    }
  }

  /** After the commit only: a document of a transaction that failed was never true. */
  remember(changes: readonly Change[]): void {
    for (const { key, document } of changes) {
      this.#kept.delete(key);
      this.#older.delete(key);
      if (document !== null) this.#keep(key, document);
    }
  }

  find<D extends Document>(request: PageRequest): Page<D> {
    const { where, values, order } = pageOf(request);
    const rows = this.db
      .prepare(`SELECT key, body, ${orderOf(request.orderBy)} AS at FROM ${this.table} WHERE ${where} ORDER BY ${order} LIMIT ?`)
      .all(...values, request.first + 1);
    const shown = rows.slice(0, request.first).map((row) => ({
      key: text(row['key']),
      cursor: encodeCursor({ value: typeof row['at'] === 'number' ? row['at'] : text(row['at']), key: text(row['key']) }),
      document: parsed(row['body']) as D,
    }));

    return { rows: shown, hasNextPage: rows.length > request.first };
  }

  count(filters: readonly Filter[], limit: number): number {
    const { where, values } = whereOf(filters);
    const row = this.db.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${this.table} WHERE ${where} LIMIT ?)`).get(...values, limit);

    return typeof row?.['n'] === 'number' ? row['n'] : 0;
  }

  #keep(key: string, document: Document): Document {
    this.#kept.set(key, document);
    // Two halves instead of one by one: the oldest key of a map from which the oldest are always taken is slow to find.
    if (this.#kept.size > KEPT / 2) {
      this.#older = this.#kept;
      this.#kept = new Map();
    }

    return document;
  }
}
