import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  openSqliteEventReader,
  openSqliteEventStore,
  openSqliteReadStore,
  Projector,
  rebuildProjections,
  uuidOf,
  type EventStore,
} from '@liuhen/infra';
import { allProjections, obligations } from '@liuhen/projections';
import { ClockPass } from '@liuhen/scheduler';
import { streamOf, type NewEvent } from '@liuhen/workflows';
import { inFolder } from '../harness/folder';
import { atMost, inTurn, secondsOf, type Suite } from '../harness/measurement';
import { anEvent, JINING } from '../history/events';

const SUITE = 'obligations';

const FIRED = 100_000;
const FEW = 1_000;
const MANY = 200_000;
const MILLION = 1_000_000;

const SECONDS_TO_FIRE = 5;
const PATIENCE = 600_000;

/** Cases that are written in one transaction. */
const AT_ONCE = 1_000;

const FILED = '2024-08-15T09:00:00+08:00';

/** A case with one duty: a decision owed within ninety days of 2024-08-15. */
const filed = (number: number): { readonly stream: string; readonly events: readonly NewEvent[] } => {
  const id = uuidOf('bench', String(number));
  const all = { occurredAt: FILED, recordedAt: FILED, correlationId: id };
  const problem = { problemId: 'problem-1', partyId: 'p', partyName: '某厂', jurisdiction: JINING };

  return {
    stream: streamOf('case', id),
    events: [
      anEvent({
        ...all,
        type: 'ProblemFound',
        payload: {
          ...problem,
          title: '超标',
          source: 'enforcementMonitoring',
          outletId: null,
          facts: '超标',
          foundAt: FILED,
          suspicionIds: [],
          reporterAwaitsAnswer: false,
        },
      }),
      anEvent({
        ...all,
        type: 'PenaltyCaseOpened',
        payload: {
          penaltyId: 'penalty-1',
          partyId: 'p',
          partyName: '某厂',
          problemIds: ['problem-1'],
          officers: [],
          filedOn: '2024-08-15',
        },
      }),
    ],
  };
};

const openDuties = async (store: EventStore, count: number): Promise<void> => {
  for (let number = 0; number < count;) {
    const appends: Promise<unknown>[] = [];
    for (let at = 0; at < AT_ONCE && number < count; at += 1, number += 1) {
      const { stream, events } = filed(number);
      appends.push(store.append(stream, events, 'none'));
    }
    await Promise.all(appends);
  }
};

const silent = { info: () => undefined, error: () => undefined };

/** A service that finds on waking that every one of its duties has to be reminded of: read, told, on the disk, in every read model. */
const fire = (say: (text: string) => void): Promise<number> =>
  inFolder(async (folder) => {
    const store = await openSqliteEventStore({ folder });
    const readStore = openSqliteReadStore({ folder });
    await openDuties(store, FIRED);
    await rebuildProjections({ source: store, readStore, projections: allProjections });
    say(`  ${FIRED.toLocaleString('en-US')} duties are open`);
    const projector = new Projector({ feed: store, readStore, projections: allProjections, log: silent });
    projector.start();
    const pass = new ClockPass({
      store,
      reader: readStore,
      waitFor: (position) => projector.waitFor(position, PATIENCE),
      now: () => '2024-11-10T09:00:00+08:00',
    });
    let told = 0;
    const seconds = await secondsOf(async () => {
      ({ told } = await pass.run(new AbortController().signal));
    });
    if (told !== FIRED) throw new Error(`${told} told of ${FIRED}`);
    await projector.stop();
    await readStore.close();
    await store.close();

    return seconds;
  });

const fillDuties = async (folder: string, count: number): Promise<void> => {
  const store = await openSqliteEventStore({ folder });
  await openDuties(store, count);
  await store.close();
};

/** Microseconds per duty, from the log into the read model, with its indexes. */
const open = async (folder: string, count: number): Promise<number> => {
  for (const file of ['read.db', 'read.db-wal', 'read.db-shm']) rmSync(join(folder, file), { force: true });
  const source = openSqliteEventReader({ folder });
  const readStore = openSqliteReadStore({ folder });
  const seconds = await secondsOf(() => rebuildProjections({ source, readStore, projections: [obligations] }));
  await readStore.close();
  await source.close();

  return (seconds * 1e6) / count;
};

const shown = (count: number): string => count.toLocaleString('en-US');

/** The statutory clock on a full register, and whether a duty costs more among a million than among a thousand. */
export const obligationsSuite: Suite = async ({ full, say }) => {
  const seconds = await fire(say);
  const many = full ? MILLION : MANY;
  const costs = await inFolder(async (folder) => {
    const [few, lots] = [join(folder, 'few'), join(folder, 'many')];
    await fillDuties(few, FEW);
    await fillDuties(lots, many);
    say(`  logs of ${shown(FEW)} and ${shown(many)} duties are written`);
    // The first run pays for the warming up of the program.
    await open(few, FEW);

    return inTurn(full ? 1 : 3, { few: () => open(few, FEW), many: () => open(lots, many) });
  });

  return [
    atMost({
      suite: SUITE,
      measure: { zh: `${shown(FIRED)} 项未履行义务扫描并提示`, en: `${shown(FIRED)} open duties scanned and told, read models included` },
      ours: seconds,
      peer: SECONDS_TO_FIRE,
      unit: 's',
      target: 1,
    }),
    atMost({
      suite: SUITE,
      measure: { zh: `每项义务开立耗时：${shown(many)} 对 ${shown(FEW)}`, en: `time per duty opened, ${shown(many)} vs ${shown(FEW)}` },
      ours: costs.many,
      peer: costs.few,
      unit: 'µs',
      target: 1.3,
    }),
  ];
};
