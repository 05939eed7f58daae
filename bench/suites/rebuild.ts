import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { openSqliteEventReader, openSqliteReadStore, rebuildProjections } from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import { inFolder } from '../harness/folder';
import { atLeast, atMost, inTurn, secondsOf, type Suite } from '../harness/measurement';
import { fillLog } from '../history/fill';

const SMALL = 20_000;
const MIDDLE = 100_000;
const LARGE = 1_000_000;

const SUITE = 'rebuild';

/** Every read model from nothing, as after a change of its shape. */
const rebuild = async (folder: string): Promise<number> => {
  for (const file of ['read.db', 'read.db-wal', 'read.db-shm']) rmSync(join(folder, file), { force: true });
  const source = openSqliteEventReader({ folder });
  const readStore = openSqliteReadStore({ folder });
  let events = 0;
  const seconds = await secondsOf(async () => {
    events = await rebuildProjections({ source, readStore, projections: allProjections });
  });
  await readStore.close();
  await source.close();

  return events / seconds;
};

/** The least that any rebuild has to do: read the log in order and parse it. */
const scan = async (folder: string): Promise<number> => {
  const db = new DatabaseSync(join(folder, 'events.db'), { readOnly: true });
  const statement = db.prepare('SELECT * FROM events ORDER BY position');
  let events = 0;
  const seconds = await secondsOf(() => {
    for (const row of statement.iterate()) {
      JSON.parse(String(row['body']));
      events += 1;
    }

    return Promise.resolve();
  });
  db.close();

  return events / seconds;
};

/** A table of documents with its rows, as a rebuild has left them. */
interface Table {
  readonly create: string;
  readonly indexes: readonly string[];
  readonly insert: string;
  readonly rows: readonly (readonly SQLInputValue[])[];
}

const statementsOf = (db: DatabaseSync, type: 'table' | 'index', of: string): readonly string[] =>
  db
    .prepare('SELECT sql FROM sqlite_master WHERE type = ? AND tbl_name = ?')
    .all(type, of)
    .map(({ sql }) => String(sql));

const tablesOf = (folder: string): readonly Table[] => {
  const db = new DatabaseSync(join(folder, 'read.db'), { readOnly: true });
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'docs_%'").all();
  const tables = names.map(({ name }) => {
    const rows = db
      .prepare(`SELECT * FROM ${String(name)}`)
      .all()
      .map((row) => Object.values(row));
    const values = Array.from(rows[0] ?? [], () => '?').join(', ');

    return {
      create: statementsOf(db, 'table', String(name)).join(),
      indexes: statementsOf(db, 'index', String(name)),
      insert: `INSERT INTO ${String(name)} VALUES (${values})`,
      rows,
    };
  });
  db.close();

  return tables.filter(({ rows }) => rows.length > 0);
};

const AT_ONCE = 20_000;

/** The least that any rebuild into the same documents has to do: read and parse the log, and put each document in once. */
const scanAndWrite = async (folder: string, tables: readonly Table[], events: number): Promise<number> => {
  const file = join(folder, 'bare.db');
  for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 16000');
  const seconds = await secondsOf(async () => {
    await scan(folder);
    for (const { create, indexes, insert, rows } of tables) {
      db.exec(create);
      const statement = db.prepare(insert);
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        db.exec('BEGIN');
        for (const row of rows.slice(at, at + AT_ONCE)) statement.run(...row);
        db.exec('COMMIT');
      }
      for (const index of indexes) db.exec(index);
    }
  });
  db.close();

  return events / seconds;
};

interface Sizes {
  readonly small: number;
  readonly large: number;
}

const shown = (count: number): string => count.toLocaleString('en-US');

/** Rebuild of all read models beside a bare scan, and whether it slows down as the log grows. */
export const rebuildSuite: Suite = ({ full, say }) =>
  inFolder(async (folder) => {
    const sizes: Sizes = full ? { small: MIDDLE, large: LARGE } : { small: SMALL, large: MIDDLE };
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    const { events } = await fillLog(small, sizes.small);
    await fillLog(large, sizes.large);
    say(`  logs of ${shown(sizes.small)} and ${shown(sizes.large)} events are written`);
    await rebuild(small);
    const tables = tablesOf(small);
    const rates = await inTurn(full ? 1 : 3, {
      least: () => scanAndWrite(small, tables, events),
      small: () => rebuild(small),
      scan: () => scan(large),
      large: () => rebuild(large),
    });

    return [
      atLeast({
        suite: SUITE,
        measure: { zh: `重建全部投影（${shown(sizes.large)} 事件），对照裸扫描`, en: 'all projections vs a bare scan with JSON.parse' },
        ours: rates.large,
        peer: rates.scan,
        unit: 'events/s',
        target: 0.25,
      }),
      atLeast({
        suite: SUITE,
        measure: {
          zh: `重建全部投影（${shown(sizes.small)} 事件），对照裸扫描并写入同样的文档`,
          en: 'all projections vs a bare scan that also writes the same documents',
        },
        ours: rates.small,
        peer: rates.least,
        unit: 'events/s',
        target: 0.25,
      }),
      atMost({
        suite: SUITE,
        measure: {
          zh: `每事件耗时：${shown(sizes.large)} 对 ${shown(sizes.small)} 事件`,
          en: 'time per event, large log vs small log',
        },
        ours: 1e6 / rates.large,
        peer: 1e6 / rates.small,
        unit: 'µs',
        target: 1.2,
      }),
    ];
  });
