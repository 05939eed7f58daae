import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type QuarantineReason =
  'notAFrame' | 'wrongLength' | 'wrongCrc' | 'notASegment' | 'incomplete' | 'unknownDevice' | 'wrongPassword' | 'refused';

/** Something that came in and was not believed, with the reason. */
export interface Quarantined {
  readonly receivedAt: string;
  readonly remote: string;
  readonly reason: QuarantineReason;
  readonly mn: string | null;
  /** Size of the whole, bytes. */
  readonly bytes: number;
  /** What is kept of it, access password masked. */
  readonly sample: string;
}

export interface Quarantine {
  put(entry: Quarantined): void;
  /** Latest first. */
  list(limit: number): readonly Quarantined[];
  close(): void;
}

/** The oldest go first: a broken device must not fill the disk. */
const KEPT = 20_000;

const TABLE = `
  CREATE TABLE IF NOT EXISTS quarantine (
    id INTEGER PRIMARY KEY, receivedAt TEXT NOT NULL, remote TEXT NOT NULL, reason TEXT NOT NULL,
    mn TEXT, bytes INTEGER NOT NULL, sample TEXT NOT NULL
  ) STRICT;
`;

const masked = (sample: string): string => sample.replace(/PW=[^;&]*/g, 'PW=***');

export const openQuarantine = ({ folder }: { readonly folder: string }): Quarantine => {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'quarantine.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000');
  db.exec(TABLE);
  const insert = db.prepare('INSERT INTO quarantine (receivedAt, remote, reason, mn, bytes, sample) VALUES (?, ?, ?, ?, ?, ?)');
  const trim = db.prepare('DELETE FROM quarantine WHERE id <= ?');
  const select = db.prepare('SELECT receivedAt, remote, reason, mn, bytes, sample FROM quarantine ORDER BY id DESC LIMIT ?');

  return {
    put: ({ receivedAt, remote, reason, mn, bytes, sample }) => {
      const { lastInsertRowid } = insert.run(receivedAt, remote, reason, mn, bytes, masked(sample));
      trim.run(Number(lastInsertRowid) - KEPT);
    },
    list: (limit) => select.all(limit) as unknown as readonly Quarantined[],
    close: () => {
      if (db.isOpen) db.close();
    },
  };
};
