import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
    await fillLog(small, sizes.small);
    await fillLog(large, sizes.large);
    say(`  logs of ${shown(sizes.small)} and ${shown(sizes.large)} events are written`);
    const rates = await inTurn(full ? 1 : 3, {
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
