import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';
import { storageFault } from '../event-store/storage-fault';
import { masked, QUARANTINE_KEPT, type Quarantine, type Quarantined } from './port';

const TABLE = `
  CREATE TABLE IF NOT EXISTS quarantine (
    id INTEGER PRIMARY KEY, receivedAt TEXT NOT NULL, remote TEXT NOT NULL, reason TEXT NOT NULL,
    mn TEXT, bytes INTEGER NOT NULL, sample TEXT NOT NULL
  ) STRICT;
`;

/** `kept`: how many at most; the oldest go first. */
export const openQuarantine = ({ folder, kept = QUARANTINE_KEPT }: { readonly folder: string; readonly kept?: number }): Quarantine => {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'quarantine.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000');
  db.exec(TABLE);
  const insert = db.prepare('INSERT INTO quarantine (receivedAt, remote, reason, mn, bytes, sample) VALUES (?, ?, ?, ?, ?, ?)');
  const trim = db.prepare('DELETE FROM quarantine WHERE id <= ?');
  const select = db.prepare('SELECT receivedAt, remote, reason, mn, bytes, sample FROM quarantine ORDER BY id DESC LIMIT ?');

  const answer = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (!db.isOpen) throw new LiuhenError('SHUTTING_DOWN', 'quarantine');
    try {
      return work();
    } catch (error) {
      throw storageFault(error);
    }
  };

  return {
    put: ({ receivedAt, remote, reason, mn, bytes, sample }) =>
      answer(() => {
        const { lastInsertRowid } = insert.run(receivedAt, remote, reason, mn, bytes, masked(sample));
        trim.run(Number(lastInsertRowid) - kept);
      }),
    list: (limit) => answer(() => select.all(limit) as unknown as readonly Quarantined[]),
    close: async () => {
      await Promise.resolve();
      if (db.isOpen) db.close();
    },
  };
};
