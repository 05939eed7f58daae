import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';
import { storageFault } from '../event-store/storage-fault';
import type { Sample, SeriesStore } from './port';

interface Waiting {
  readonly samples: readonly Sample[];
  resolve(): void;
  reject(error: unknown): void;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS samples (
    mn TEXT NOT NULL, code TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, flag TEXT,
    PRIMARY KEY (mn, code, at, kind)
  ) STRICT, WITHOUT ROWID;
`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const sampleOf = (row: Readonly<Record<string, unknown>>): Sample => ({
  mn: text(row['mn']),
  code: text(row['code']),
  at: text(row['at']),
  kind: row['kind'] === 'minute' ? 'minute' : 'realtime',
  value: text(row['value']),
  flag: row['flag'] === null ? null : text(row['flag']),
});

/** Within the data folder. */
export const SERIES_FILE = 'series.db';

export const openSeriesStore = ({ folder }: { readonly folder: string }): SeriesStore => {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, SERIES_FILE));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000');
  db.exec(TABLE);
  const insert = db.prepare('INSERT OR REPLACE INTO samples VALUES (?, ?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT * FROM samples WHERE mn = ? AND code = ? AND at >= ? AND at <= ? ORDER BY at, kind');
  const next = db.prepare('SELECT * FROM samples WHERE (mn, code, at, kind) > (?, ?, ?, ?) ORDER BY mn, code, at, kind LIMIT ?');
  let waiting: Waiting[] = [];

  const flush = (): void => {
    const taken = waiting;
    waiting = [];
    if (taken.length === 0) return;
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const { samples } of taken)
        for (const { mn, code, at, kind, value, flag } of samples) insert.run(mn, code, at, kind, value, flag);
      db.exec('COMMIT');
      for (const each of taken) each.resolve();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const each of taken) each.reject(storageFault(error));
    }
  };

  return {
    write: (samples) => {
      if (!db.isOpen) return Promise.reject(new LiuhenError('SHUTTING_DOWN', 'series'));
      if (samples.length === 0) return Promise.resolve();

      return new Promise((resolve, reject) => {
        waiting.push({ samples, resolve, reject });
        if (waiting.length === 1) setImmediate(flush);
      });
    },
    read: ({ mn, code, from, to }) => Promise.resolve().then(() => select.all(mn, code, from, to).map(sampleOf)),
    page: (after, limit) =>
      Promise.resolve().then(() => next.all(after?.mn ?? '', after?.code ?? '', after?.at ?? '', after?.kind ?? '', limit).map(sampleOf)),
    close: () => {
      flush();
      if (db.isOpen) db.close();

      return Promise.resolve();
    },
  };
};
