import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { START, type Document, type Page, type PageRequest, type Filter, type Projection } from '@liuhen/workflows';
import { encodeCursor } from './cursor';
import { KeptDocuments } from './kept';
import type { Change, Known } from './port';
import { fieldOf, pageOf, pageSql, whereOf } from './query';

export const tableOf = (name: string, generation: number): string => `docs_${name}_${generation}`;

/**
 * Rows lie in the order in which they were first written, and only the short keys are sorted. A table that is its own index
 * of keys would put every document of more than a kilobyte on a page of its own, anywhere in the file.
 */
export const createTable = (db: DatabaseSync, { name }: Projection, generation: number): void => {
  db.exec(`CREATE TABLE IF NOT EXISTS ${tableOf(name, generation)} (key TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT`);
};

/** Made after a rebuild has filled the table: an index is cheaper built at once than kept row by row. */
export const createIndexes = (db: DatabaseSync, { name, indexes }: Projection, generation: number): void => {
  const table = tableOf(name, generation);
  indexes.forEach(({ fields }, at) => {
    db.exec(`CREATE INDEX IF NOT EXISTS ${table}_${at} ON ${table} (${[...fields.map(fieldOf), 'key'].join(', ')})`);
  });
};

export const dropTable = (db: DatabaseSync, table: string): void => {
  db.exec(`DROP TABLE IF EXISTS ${table}`);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const sortValue = (value: unknown): string | number | null => (typeof value === 'string' || typeof value === 'number' ? value : null);

const parsed = (body: unknown): Document => JSON.parse(text(body)) as Document;

const inOrder = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));

/** One generation of one collection. */
export class SqliteCollection {
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  readonly #kept = new KeptDocuments();

  constructor(
    private readonly db: DatabaseSync,
    private readonly table: string,
  ) {
    this.#get = db.prepare(`SELECT body FROM ${table} WHERE key = ?`);
    this.#put = db.prepare(`INSERT INTO ${table} (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body`);
    this.#remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  }

  get(key: string): Document | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const row = this.#get.get(key);
    if (row === undefined) return undefined;

    return this.#kept.put(key, parsed(row['body']));
  }

  load(keys: readonly string[]): ReadonlyMap<string, Known> {
    const known = new Map<string, Known>();
    for (const key of keys) {
      const document = this.get(key);
      if (document !== undefined) known.set(key, { document, seen: START });
    }

    return known;
  }

  /** In the order of the keys, so that each page of their index is taken up once. */
  write(changes: readonly Change[]): void {
    for (const { key, document } of inOrder(changes)) {
      if (document === null) this.#remove.run(key);
      else this.#put.run(key, JSON.stringify(document));
    }
  }

  /** After the commit only: a document of a transaction that failed was never true. */
  remember(changes: readonly Change[]): void {
    for (const { key, document } of changes) {
      this.#kept.forget(key);
      if (document !== null) this.#kept.put(key, document);
    }
  }

  find<D extends Document>(request: PageRequest): Page<D> {
    const { where, values, order } = pageOf(request);
    const rows = this.db
      .prepare(pageSql({ table: this.table, at: fieldOf(request.orderBy), where, order, direction: request.direction }))
      .all(...values, request.first + 1);
    const shown = rows.slice(0, request.first).map((row) => ({
      key: text(row['key']),
      cursor: encodeCursor({ value: sortValue(row['at']), key: text(row['key']) }),
      document: parsed(row['body']) as D,
    }));

    return { rows: shown, hasNextPage: rows.length > request.first };
  }

  count(filters: readonly Filter[], limit: number): number {
    const { where, values } = whereOf(filters);
    const row = this.db.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${this.table} WHERE ${where} LIMIT ?)`).get(...values, limit);

    return typeof row?.['n'] === 'number' ? row['n'] : 0;
  }
}
