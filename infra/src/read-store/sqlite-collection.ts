import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Document, Filter, Page, PageRequest, Position, Projection } from '@liuhen/workflows';
import { encodeCursor } from './cursor';
import { KeptDocuments } from './kept';
import type { Change, Known } from './port';
import { fieldInBody, fieldName, pageSql, whereOf, type FieldSql } from './query';

export const tableOf = (name: string, generation: number): string => `docs_${name}_${generation}`;

/** Column of a field that an index names. */
const PREFIX = 'f_';
export const columnOf = (field: string): string => `${PREFIX}${fieldName(field)}`;

/**
 * Rows lie in the order in which they were first written, and only the short keys are sorted. A table that is its own index
 * of keys would put every document of more than a kilobyte on a page of its own, anywhere in the file. What indexes name
 * stands before the document, or each index would read and parse all of them.
 */
export const createTable = (db: DatabaseSync, { name, indexes }: Projection, generation: number): void => {
  const columns = [...new Set(indexes.flatMap(({ fields }) => fields))].map((field) => `${columnOf(field)} ANY, `);
  db.exec(`CREATE TABLE IF NOT EXISTS ${tableOf(name, generation)} (key TEXT NOT NULL, ${columns.join('')}body TEXT NOT NULL) STRICT`);
};

/** Needed to put a document in another's place. */
export const createKeys = (db: DatabaseSync, { name }: Projection, generation: number): void => {
  const table = tableOf(name, generation);
  db.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${table}_key ON ${table} (key)`);
};

/** Made after a rebuild has filled the table: an index is cheaper built at once than kept row by row. */
export const createIndexes = (db: DatabaseSync, projection: Projection, generation: number): void => {
  const table = tableOf(projection.name, generation);
  createKeys(db, projection, generation);
  projection.indexes.forEach(({ fields }, at) => {
    db.exec(`CREATE INDEX IF NOT EXISTS ${table}_${at} ON ${table} (${[...fields.map(columnOf), 'key'].join(', ')})`);
  });
};

export const dropTable = (db: DatabaseSync, table: string): void => {
  db.exec(`DROP TABLE IF EXISTS ${table}`);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const sortValue = (value: unknown): string | number | null => (typeof value === 'string' || typeof value === 'number' ? value : null);

const parsed = (body: unknown): Document => JSON.parse(text(body)) as Document;

/** A field as `json_extract` would give it. */
const columnValue = (value: unknown): string | number | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return Number(value);

  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
};

const fieldsOf = (db: DatabaseSync, table: string): readonly string[] =>
  db
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map((row) => text(row['name']))
    .filter((column) => column.startsWith(PREFIX))
    .map((column) => column.slice(PREFIX.length));

const inOrder = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));

/** One generation of one collection. */
export class SqliteCollection {
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  readonly #fields: readonly string[];
  readonly #kept = new KeptDocuments();
  /** Of the last changes, those whose documents somebody had asked for. */
  #asked = new Set<string>();

  /** `written` says how: documents that are written once need no index of their keys yet. */
  constructor(
    private readonly db: DatabaseSync,
    private readonly table: string,
    written: 'once' | 'often' = 'often',
  ) {
    this.#fields = fieldsOf(db, table);
    const columns = [...this.#fields.map(columnOf), 'body'];
    const insert = `INSERT INTO ${table} (key, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`;
    const replace = `ON CONFLICT (key) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
    this.#get = db.prepare(`SELECT body FROM ${table} WHERE key = ?`);
    this.#put = db.prepare(written === 'once' ? insert : `${insert} ${replace}`);
    this.#remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  }

  get(key: string): Document | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const stored = this.#stored(key);

    return stored && this.#kept.put(key, stored);
  }

  /**
   * For the keeper, who remembers for itself what it asked for. What is not there has seen as much: it was not opened yet, or
   * was taken away.
   */
  load(keys: readonly string[], seen: Position): ReadonlyMap<string, Known> {
    return new Map(keys.map((key) => [key, { document: this.#kept.get(key) ?? this.#stored(key), seen }]));
  }

  /** In the order of the keys, so that each page of their index is taken up once. What was kept of them is no longer so. */
  write(changes: readonly Change[]): void {
    this.#asked = new Set(changes.flatMap(({ key }) => (this.#kept.get(key) === undefined ? [] : [key])));
    for (const { key, document } of inOrder(changes)) {
      this.#kept.forget(key);
      if (document === null) this.#remove.run(key);
      else this.#put.run(key, ...this.#fields.map((field) => columnValue(document[field])), JSON.stringify(document));
    }
  }

  /** After the commit only: a document of a transaction that failed was never true. Of what nobody asks for nothing is kept. */
  remember(changes: readonly Change[]): void {
    for (const { key, document } of changes) if (document !== null && this.#asked.has(key)) this.#kept.put(key, document);
  }

  find<D extends Document>(request: PageRequest): Page<D> {
    const wanted = request.first + 1;
    const rows: Record<string, unknown>[] = [];
    for (const { sql, values } of pageSql(this.table, request, this.#fieldSql)) {
      if (rows.length < wanted) rows.push(...this.db.prepare(sql).all(...values, wanted - rows.length));
    }
    const shown = rows.slice(0, request.first).map((row) => ({
      key: text(row['key']),
      cursor: encodeCursor({ value: sortValue(row['at']), key: text(row['key']) }),
      document: parsed(row['body']) as D,
    }));

    return { rows: shown, hasNextPage: rows.length > request.first };
  }

  count(filters: readonly Filter[], limit: number): number {
    const { where, values } = whereOf(filters, this.#fieldSql);
    const row = this.db.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${this.table} WHERE ${where} LIMIT ?)`).get(...values, limit);

    return typeof row?.['n'] === 'number' ? row['n'] : 0;
  }

  #stored(key: string): Document | undefined {
    const row = this.#get.get(key);

    return row === undefined ? undefined : parsed(row['body']);
  }

  readonly #fieldSql: FieldSql = (field) => (this.#fields.includes(field) ? columnOf(field) : fieldInBody(field));
}
