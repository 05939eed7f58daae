import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';
import { storageFault } from '../event-store/storage-fault';
import type { LeaseRecord, LeaseStore } from './port';

const TABLE = `
  CREATE TABLE IF NOT EXISTS leases (
    token INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, holder TEXT NOT NULL, beat INTEGER NOT NULL, released INTEGER NOT NULL
  ) STRICT;
`;

const recordOf = (row: Readonly<Record<string, unknown>>): LeaseRecord => ({
  name: String(row['name']),
  token: Number(row['token']),
  holder: String(row['holder']),
  beat: Number(row['beat']),
  released: row['released'] === 1,
});

class SqliteLeaseStore implements LeaseStore {
  constructor(private readonly db: DatabaseSync) {}

  read(name: string): Promise<LeaseRecord | undefined> {
    return this.#answer(() => this.#read(name));
  }

  take(name: string, holder: string, seen: LeaseRecord | undefined): Promise<LeaseRecord | undefined> {
    return this.#answer(() => {
      if (this.#read(name)?.token !== seen?.token) return undefined;
      this.db.prepare('DELETE FROM leases WHERE name = ?').run(name);
      this.db.prepare('INSERT INTO leases (name, holder, beat, released) VALUES (?, ?, 0, 0)').run(name, holder);

      return this.#read(name);
    });
  }

  raise(token: number): Promise<void> {
    return this.#answer(() => {
      this.db.prepare("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'leases'").run(token);
    });
  }

  beat({ token }: LeaseRecord): Promise<boolean> {
    return this.#answer(() => this.db.prepare('UPDATE leases SET beat = beat + 1 WHERE token = ?').run(token).changes === 1);
  }

  release({ token }: LeaseRecord): Promise<void> {
    return this.#answer(() => {
      this.db.prepare('UPDATE leases SET released = 1 WHERE token = ?').run(token);
    });
  }

  close(): Promise<void> {
    if (this.db.isOpen) this.db.close();

    return Promise.resolve();
  }

  #read(name: string): LeaseRecord | undefined {
    const row = this.db.prepare('SELECT * FROM leases WHERE name = ?').get(name);

    return row === undefined ? undefined : recordOf(row);
  }

  async #answer<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (!this.db.isOpen) throw new LiuhenError('SHUTTING_DOWN', 'leases');
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
}

/** Leases of the processes that share a data folder. A beat that is lost with the machine does no harm. */
export const openSqliteLeaseStore = ({ folder }: { readonly folder: string }): LeaseStore => {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'leases.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
  db.exec(TABLE);

  return new SqliteLeaseStore(db);
};
