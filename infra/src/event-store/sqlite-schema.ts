import { DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';

/** Raised with every change of the tables; a folder with a higher number is refused. */
export const STORE_VERSION = 1;

/** "liuh" in ASCII: tells our files from other people's. */
const APPLICATION_ID = 0x6c697568;

/** Memory for pages, KiB: the ids of events fall all over their index, which for a million events takes about this much. */
const CACHE = 65_536;

const TABLES = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are immutable'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are immutable'); END;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${STORE_VERSION};
`;

const pragma = (db: DatabaseSync, name: string): number => {
  const value = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

  return typeof value === 'number' ? value : 0;
};

const isEmpty = (db: DatabaseSync): boolean => db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;

const check = (db: DatabaseSync, file: string): void => {
  if (pragma(db, 'application_id') !== APPLICATION_ID) throw new LiuhenError('STORE_CORRUPT', file);
  const version = pragma(db, 'user_version');
  if (version > STORE_VERSION) throw new LiuhenError('STORE_TOO_NEW', `${file}: version ${version}, known ${STORE_VERSION}`);
};

const opened = (file: string, options: { readonly readOnly: boolean }): DatabaseSync => {
  try {
    const db = new DatabaseSync(file, options);
    db.exec('PRAGMA busy_timeout = 5000');
    db.prepare('SELECT count(*) FROM sqlite_master').get();

    return db;
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', file, { cause });
  }
};

/** Opens the log for writing; makes it when the folder is new. Every commit reaches the disk before it answers. */
export const openForWriting = (file: string): DatabaseSync => {
  const db = opened(file, { readOnly: false });
  try {
    if (!isEmpty(db)) check(db, file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    db.exec(`PRAGMA cache_size = -${CACHE}`);
    if (isEmpty(db)) db.exec(`BEGIN IMMEDIATE; ${TABLES} COMMIT;`);

    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

export const openForReading = (file: string): DatabaseSync => {
  const db = opened(file, { readOnly: true });
  check(db, file);

  return db;
};
