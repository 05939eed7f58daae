import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { LiuhenError, type Projection } from '@liuhen/workflows';
import { createKeys, createTable, dropTable, SqliteCollection, tableOf } from './sqlite-collection';

/**
 * The next generation of one projection while it is built. There is one table for it, and it belongs to the rebuild that began last:
 * of two at once, by a projector and by hand, the documents would be mixed. To be used within transactions.
 */
export class NextGeneration {
  readonly documents: SqliteCollection;
  readonly #id = randomUUID();

  constructor(
    private readonly db: DatabaseSync,
    private readonly projection: Projection,
    readonly generation: number,
  ) {
    const written = projection.writtenOnce === true ? 'once' : 'often';
    db.prepare('INSERT OR REPLACE INTO rebuilds VALUES (?, ?)').run(projection.name, this.#id);
    // Leftovers of a rebuild that was cut short.
    dropTable(db, this.#table);
    createTable(db, projection, generation);
    if (written === 'often') createKeys(db, projection, generation);
    this.documents = new SqliteCollection(db, this.#table, written);
  }

  /** Throws `STORAGE_FAILED` where another rebuild has begun since. */
  check(): void {
    if (!this.#isMine) throw new LiuhenError('STORAGE_FAILED', `another rebuild of ${this.projection.name} has begun since; begin anew`);
  }

  /** It is the live one now. */
  over(): void {
    this.db.prepare('DELETE FROM rebuilds WHERE name = ? AND id = ?').run(this.projection.name, this.#id);
  }

  abandon(): void {
    if (!this.#isMine) return;
    dropTable(this.db, this.#table);
    this.over();
  }

  get #isMine(): boolean {
    return this.db.prepare('SELECT 1 FROM rebuilds WHERE name = ? AND id = ?').get(this.projection.name, this.#id) !== undefined;
  }

  get #table(): string {
    return tableOf(this.projection.name, this.generation);
  }
}
