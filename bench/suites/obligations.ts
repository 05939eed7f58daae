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
import { atMost, median, spentOn, type Measurement, type Spent, type Suite } from '../harness/measurement';
import { anEvent, JINING } from '../history/events';

const SUITE = 'obligations';

const FIRED = 100_000;
const FEW = 1_000;
const MANY = 200_000;
const MILLION = 1_000_000;

const SECONDS_TO_FIRE = 5;
const PATIENCE = 600_000;

/** Openings of few duties on either side of one of many, and before the first. */
const FEW_RUNS = 5;
const WARMING = 10;

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

interface Fired {
  /** Scanned, and told: durable in the log. */
  readonly told: Spent;
  /** What every read model takes afterwards to hold it. */
  readonly folded: Spent;
}

/** A service that finds on waking that every one of its duties has to be reminded of. */
const fire = (say: (text: string) => void): Promise<Fired> =>
  inFolder(async (folder) => {
    const store = await openSqliteEventStore({ folder });
    const readStore = openSqliteReadStore({ folder });
    await openDuties(store, FIRED);
    await rebuildProjections({ source: store, readStore, projections: allProjections });
    say(`  ${shown(FIRED)} duties are open`);
    const pass = new ClockPass({
      store,
      reader: readStore,
      // The read models hold everything when the clock looks; what it tells is folded afterwards, so that each is measured alone.
      waitFor: () => Promise.resolve(),
      now: () => '2024-11-10T09:00:00+08:00',
    });
    let count = 0;
    const told = await spentOn(async () => {
      ({ told: count } = await pass.run(new AbortController().signal));
    });
    if (count !== FIRED) throw new Error(`${count} told of ${FIRED}`);
    const projector = new Projector({ feed: store, readStore, projections: allProjections, log: silent });
    const head = await store.head();
    const folded = await spentOn(() => {
      projector.start();

      return projector.waitFor(head, PATIENCE);
    });
    await projector.stop();
    await readStore.close();
    await store.close();

    return { told, folded };
  });

const fillDuties = async (folder: string, count: number): Promise<void> => {
  const store = await openSqliteEventStore({ folder });
  await openDuties(store, count);
  await store.close();
};

/** What one duty takes, from the log into the read model, with its indexes. */
const open = async (folder: string, count: number): Promise<Spent> => {
  for (const file of ['read.db', 'read.db-wal', 'read.db-shm']) rmSync(join(folder, file), { force: true });
  const source = openSqliteEventReader({ folder });
  const readStore = openSqliteReadStore({ folder });
  const { seconds, processor } = await spentOn(() => rebuildProjections({ source, readStore, projections: [obligations] }));
  await readStore.close();
  await source.close();

  return { seconds: seconds / count, processor: processor / count };
};

interface Costs {
  readonly few: Spent;
  readonly many: Spent;
}

const middle = (costs: readonly Spent[]): Spent => ({
  seconds: median(costs.map(({ seconds }) => seconds)),
  processor: median(costs.map(({ processor }) => processor)),
});

/** Few duties are opened several times around each opening of many, so that both meet the same machine. */
const compare = (many: number, rounds: number, say: (text: string) => void): Promise<Costs> =>
  inFolder(async (folder) => {
    const [fewFolder, manyFolder] = [join(folder, 'few'), join(folder, 'many')];
    await fillDuties(fewFolder, FEW);
    await fillDuties(manyFolder, many);
    say(`  logs of ${shown(FEW)} and ${shown(many)} duties are written`);
    // The first runs pay for the warming up of the program.
    for (let run = 0; run < WARMING; run += 1) await open(fewFolder, FEW);
    const [few, lots]: [Spent[], Spent[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      for (let run = 0; run < FEW_RUNS; run += 1) few.push(await open(fewFolder, FEW));
      lots.push(await open(manyFolder, many));
      for (let run = 0; run < FEW_RUNS; run += 1) few.push(await open(fewFolder, FEW));
    }

    return { few: middle(few), many: middle(lots) };
  });

const shown = (count: number): string => count.toLocaleString('en-US');

const KINDS = [
  { kind: 'seconds', zh: '时钟', en: 'by the clock' },
  { kind: 'processor', zh: '处理器', en: 'processor' },
] as const;

const toFire = ({ told }: Fired): readonly Measurement[] =>
  KINDS.map(({ kind, zh, en }) =>
    atMost({
      suite: SUITE,
      measure: { zh: `${shown(FIRED)} 项未履行义务扫描并提示（${zh}）`, en: `${shown(FIRED)} open duties scanned and told, ${en}` },
      ours: told[kind],
      peer: SECONDS_TO_FIRE,
      unit: 's',
      target: 1,
    }),
  );

const toOpen = ({ few, many }: Costs, count: number): readonly Measurement[] =>
  KINDS.map(({ kind, zh, en }) =>
    atMost({
      suite: SUITE,
      measure: {
        zh: `每项义务开立耗时：${shown(count)} 对 ${shown(FEW)}（${zh}）`,
        en: `time per duty opened, ${shown(count)} vs ${shown(FEW)}, ${en}`,
      },
      ours: many[kind] * 1e6,
      peer: few[kind] * 1e6,
      unit: 'µs',
      target: 1.3,
    }),
  );

/** The statutory clock on a full register, and whether a duty costs more among a million than among a thousand. */
export const obligationsSuite: Suite = async ({ full, say }) => {
  const fired = await fire(say);
  const { seconds, processor } = fired.folded;
  say(`  then ${seconds.toFixed(1)} s by the clock, ${processor.toFixed(1)} s of the processor, until every read model holds it`);
  const count = full ? MILLION : MANY;
  const costs = await compare(count, full ? 1 : 3, say);

  return [...toFire(fired), ...toOpen(costs, count)];
};
