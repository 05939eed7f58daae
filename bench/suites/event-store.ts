import { openSqliteEventStore, type EventStore } from '@liuhen/infra';
import { BareLog } from '../harness/bare-log';
import { inFolder } from '../harness/folder';
import { atLeast, inTurn, secondsOf, type Suite } from '../harness/measurement';
import { someEvents } from '../history/events';

const ROUNDS = 5;
const SINGLES = 400;
const CALLERS = 64;
const EACH = 60;
const BATCH = 100;
const BATCHES = 60;

const SUITE = 'event-store';

const oneCaller = async (store: EventStore): Promise<number> => {
  const events = someEvents(SINGLES);
  const seconds = await secondsOf(async () => {
    for (const event of events) await store.append('case-one', [event], 'any');
  });

  return SINGLES / seconds;
};

const manyCallers = async (store: EventStore): Promise<number> => {
  const work = Array.from({ length: CALLERS }, (_, caller) => ({ stream: `case-${caller}`, events: someEvents(EACH) }));
  const seconds = await secondsOf(() =>
    Promise.all(
      work.map(async ({ stream, events }) => {
        for (const event of events) await store.append(stream, [event], 'any');
      }),
    ),
  );

  return (CALLERS * EACH) / seconds;
};

const inBatches = async (store: EventStore): Promise<number> => {
  const batches = Array.from({ length: BATCHES }, () => someEvents(BATCH));
  const seconds = await secondsOf(async () => {
    for (const batch of batches) await store.append('case-batches', batch, 'any');
  });

  return (BATCH * BATCHES) / seconds;
};

const bareSingles = async (bare: BareLog): Promise<number> => {
  const events = someEvents(SINGLES);
  const seconds = await secondsOf(() => Promise.resolve(events.forEach((event) => bare.insert(event))));

  return SINGLES / seconds;
};

const bareBatches = async (bare: BareLog): Promise<number> => {
  const batches = Array.from({ length: BATCHES }, () => someEvents(BATCH));
  const seconds = await secondsOf(() => Promise.resolve(batches.forEach((batch) => bare.insertAll(batch))));

  return (BATCH * BATCHES) / seconds;
};

/** Appends that have reached the disk when they answer, per second. */
export const eventStoreSuite: Suite = () =>
  inFolder(async (folder) => {
    const store = await openSqliteEventStore({ folder });
    const bare = new BareLog(folder);
    const rates = await inTurn(ROUNDS, {
      one: () => oneCaller(store),
      bareOne: () => bareSingles(bare),
      many: () => manyCallers(store),
      batches: () => inBatches(store),
      bareBatches: () => bareBatches(bare),
    });
    bare.close();
    await store.close();
    const common = { suite: SUITE, unit: 'events/s' };

    return [
      atLeast({
        ...common,
        measure: { zh: '单个调用者逐条追加，对照裸 SQLite', en: 'one event per append, one caller, vs bare SQLite' },
        ours: rates.one,
        peer: rates.bareOne,
        target: 0.7,
      }),
      atLeast({
        ...common,
        measure: { zh: `${CALLERS} 个并发调用者，对照单个调用者`, en: `${CALLERS} callers at once vs one caller` },
        ours: rates.many,
        peer: rates.one,
        target: 8,
      }),
      atLeast({
        ...common,
        measure: { zh: `每批 ${BATCH} 条，对照裸 SQLite`, en: `batches of ${BATCH} vs bare SQLite` },
        ours: rates.batches,
        peer: rates.bareBatches,
        target: 0.6,
      }),
    ];
  });
