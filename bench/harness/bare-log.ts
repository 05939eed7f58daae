import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { NewEvent } from '@liuhen/workflows';

const TABLE = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
`;

/** What node:sqlite can do at its best: the same table and the same durability, and no questions asked. */
export class BareLog {
  readonly #db: DatabaseSync;
  readonly #insert: StatementSync;
  #position = 0;

  constructor(folder: string) {
    this.#db = new DatabaseSync(join(folder, 'bare.db'));
    this.#db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${TABLE}`);
    this.#insert = this.#db.prepare('INSERT INTO events (position, stream, revision, id, body) VALUES (?, ?, ?, ?, ?)');
  }

  insert(event: NewEvent): number {
    this.#position += 1;
    this.#insert.run(this.#position, 'case-bare', this.#position, event.id, JSON.stringify(event));

    return this.#position;
  }

  insertAll(events: readonly NewEvent[]): void {
    this.#db.exec('BEGIN IMMEDIATE');
    for (const event of events) this.insert(event);
    this.#db.exec('COMMIT');
  }

  close(): void {
    this.#db.close();
  }
}
