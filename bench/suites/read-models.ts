import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  openMongoReadStore,
  openSqliteEventReader,
  openSqliteReadStore,
  Projector,
  rebuildProjections,
  type Change,
  type ReadStore,
} from '@liuhen/infra';
import { Listener } from '@liuhen/projector/dist/testing/listener.js';
import { Officer } from '@liuhen/projector/dist/testing/officer.js';
import { Stand } from '@liuhen/projector/dist/testing/stand.js';
import { allProjections } from '@liuhen/projections';
import type { Projection } from '@liuhen/workflows';
import { MongoClient, type AnyBulkWriteOperation } from 'mongodb';
import { inFolder } from '../harness/folder';
import { atMost, inTurn, secondsOf, type Measurement, type Suite } from '../harness/measurement';
import { withMongo } from '../harness/mongodb';
import { fillLog } from '../history/fill';

const SUITE = 'read-models';

const DOCUMENTS = 200;
const BATCHES = 12;

/** What FerretDB can take at once; the peer is not to fail where ours does not. */
const AT_ONCE = 24;

const rows: Projection = {
  name: 'rows',
  version: 1,
  eventTypes: [],
  indexes: [{ fields: ['stage', 'updatedAt'] }],
  keysOf: () => [],
  evolve: (before) => before,
};

const documentOf = (key: number, round: number) => ({
  caseId: `case-${key}`,
  stage: 'investigation',
  jurisdiction: '370800',
  updatedAt: `2024-09-01T08:00:${String(round % 60).padStart(2, '0')}+08:00`,
  problems: Array.from({ length: 4 }, (_, at) => ({
    id: `problem-${at}`,
    facts: '总排口化学需氧量超过排放限值'.repeat(4),
    status: 'open',
    found: { at: round, by: '张建' },
  })),
});

const changesOf = (round: number): readonly Change[] =>
  Array.from({ length: DOCUMENTS }, (_, key) => ({ key: `case-${key}`, document: documentOf(key, round) }));

/** Documents in a second, batch by batch with its checkpoint. */
const ourBatches = async (store: ReadStore, from: number): Promise<number> => {
  const seconds = await secondsOf(async () => {
    for (let round = from; round < from + BATCHES; round += 1) {
      await store.apply([{ projection: 'rows', generation: 1, changes: changesOf(round), checkpoint: round, event: `event-${round}` }]);
    }
  });

  return (BATCHES * DOCUMENTS) / seconds;
};

interface Row {
  readonly _id: string;
}

/** The driver alone: the same documents, put in their place, and a checkpoint after each batch. */
const bareBatches = async (client: MongoClient, from: number): Promise<number> => {
  const [documents, checkpoints] = [client.db().collection<Row>('bare'), client.db().collection<Row>('checkpoints')];
  const seconds = await secondsOf(async () => {
    for (let round = from; round < from + BATCHES; round += 1) {
      const writes = changesOf(round).map(({ key, document }): AnyBulkWriteOperation<Row> => ({
        replaceOne: { filter: { _id: key }, replacement: { ...document } as never, upsert: true },
      }));
      for (let at = 0; at < writes.length; at += AT_ONCE) await documents.bulkWrite(writes.slice(at, at + AT_ONCE), { ordered: false });
      await checkpoints.updateOne({ _id: 'bare' }, { $set: { checkpoint: round } }, { upsert: true });
    }
  });

  return (BATCHES * DOCUMENTS) / seconds;
};

const batchOverhead = (): Promise<readonly Measurement[]> =>
  withMongo(async (url) => {
    const store = await openMongoReadStore({ url: url('ours') });
    const client = await MongoClient.connect(url('bare'), { writeConcern: { w: 'majority', journal: true } });
    await store.ensure(rows);
    await client.db().collection('bare').createIndex({ stage: 1, updatedAt: 1, _id: 1 });
    let round = 1;
    const next = (): number => {
      round += BATCHES;

      return round;
    };
    const rates = await inTurn(3, { ours: () => ourBatches(store, next()), peer: () => bareBatches(client, next()) });
    await store.close();
    await client.close();

    return [
      atMost({
        suite: SUITE,
        measure: {
          zh: 'MongoDB 批次（200 文档），每文档耗时，对照裸驱动',
          en: 'MongoDB batch of 200 documents with checkpoint vs the bare driver',
        },
        ours: 1e6 / rates.ours,
        peer: 1e6 / rates.peer,
        unit: 'µs',
        target: 1.15,
      }),
    ];
  });

const [SMALL, MIDDLE] = [9_000, 36_000];
/** An hour at a hundred acts a second. */
const HOUR = 360_000;

const quiet = { info: () => undefined, error: () => undefined };

/** Events in a second, of a projector that has the whole log of a folder before it. */
const caughtUp = async (folder: string, readStore: ReadStore): Promise<number> => {
  const feed = openSqliteEventReader({ folder });
  for (const projection of allProjections) await readStore.ensure(projection);
  const projector = new Projector({ feed, readStore, projections: allProjections, log: quiet });
  const head = await feed.head();
  const seconds = await secondsOf(() => {
    projector.start();

    return projector.waitFor(head, 3_600_000);
  });
  await projector.stop();
  await readStore.close();
  await feed.close();

  return head / seconds;
};

const catchUp = (full: boolean): Promise<readonly Measurement[]> =>
  inFolder(async (folder) => {
    const { events } = await fillLog(folder, full ? HOUR : MIDDLE);
    const rate = await caughtUp(folder, openSqliteReadStore({ folder }));

    return [
      atMost({
        suite: SUITE,
        measure: {
          zh: `一小时（每秒 100 件）积压的追赶，由 ${events} 事件推算`,
          en: `catch-up of an hour at 100 acts/s, from ${events} events`,
        },
        ours: HOUR / rate,
        peer: 60,
        unit: 's',
        target: 1,
      }),
    ];
  });

interface Plain {
  readonly projection: Projection;
  readonly documents: readonly Row[];
}

/** What the read models of a log are in the end, as plain documents. */
const plainOf = async (folder: string): Promise<readonly Plain[]> => {
  const readStore = openSqliteReadStore({ folder });
  await rebuildProjections({ source: openSqliteEventReader({ folder }), readStore, projections: allProjections });
  const all: Plain[] = [];
  for (const projection of allProjections) {
    const documents: Row[] = [];
    for (let after: string | undefined, more = true; more;) {
      const request = { filters: [], direction: 'asc', first: 200 } as const;
      const page = await readStore.find(projection.name, after === undefined ? request : { ...request, after });
      for (const { key, document } of page.rows) documents.push({ ...document, _id: key });
      [after, more] = [page.rows.at(-1)?.cursor, page.hasNextPage];
    }
    all.push({ projection, documents });
  }
  await readStore.close();

  return all;
};

const INSERTS = 1_000;

/** The driver alone: the documents as they are in the end, each put in once under the same indexes, two commands at a time. */
const bareInserts = async (url: string, all: readonly Plain[]): Promise<number> => {
  const client = await MongoClient.connect(url, { writeConcern: { w: 'majority', journal: true } });
  const commands: (() => Promise<unknown>)[] = [];
  for (const { projection, documents } of all) {
    const collection = client.db().collection<Row>(projection.name);
    for (const { fields } of projection.indexes)
      await collection.createIndex(Object.fromEntries([...fields, '_id'].map((field) => [field, 1])));
    for (let at = 0; at < documents.length; at += INSERTS) {
      commands.push(() => collection.insertMany(documents.slice(at, at + INSERTS), { ordered: false }));
    }
  }
  const worker = async (): Promise<void> => {
    for (let next = commands.shift(); next !== undefined; next = commands.shift()) await next();
  };
  const seconds = await secondsOf(() => Promise.all([worker(), worker()]));
  await client.close();

  return seconds;
};

const catchUpOnMongo = (): Promise<readonly Measurement[]> =>
  inFolder((folder) =>
    withMongo(async (url) => {
      const [small, middle] = [join(folder, 'small'), join(folder, 'middle')];
      await fillLog(small, SMALL);
      const { events } = await fillLog(middle, MIDDLE);
      const plain = await plainOf(middle);
      let round = 0;
      const next = (name: string): string => url(`${name}${(round += 1)}`);
      const rates = await inTurn(2, {
        small: async () => caughtUp(small, await openMongoReadStore({ url: next('small') })),
        ours: async () => caughtUp(middle, await openMongoReadStore({ url: next('ours') })),
        peer: async () => events / (await bareInserts(next('bare'), plain)),
      });

      return [
        atMost({
          suite: SUITE,
          measure: {
            zh: `MongoDB 上追赶 ${events} 事件，每事件耗时，对照裸驱动只写最终文档`,
            en: `catch-up on MongoDB per event vs the bare driver inserting the documents as they are in the end`,
          },
          ours: 1e6 / rates.ours,
          peer: 1e6 / rates.peer,
          unit: 'µs',
          target: 1.15,
        }),
        atMost({
          suite: SUITE,
          measure: { zh: `同上，${MIDDLE} 对 ${SMALL} 事件`, en: `the same, ${MIDDLE} events vs ${SMALL}` },
          ours: 1e6 / rates.ours,
          peer: 1e6 / rates.small,
          unit: 'µs',
          target: 1.2,
        }),
        atMost({
          suite: SUITE,
          measure: {
            zh: `MongoDB 上一小时（每秒 100 件）积压的追赶，由 ${events} 事件推算`,
            en: `catch-up of an hour on MongoDB, from ${events} events`,
          },
          ours: HOUR / rates.ours,
          peer: 60,
          unit: 's',
          target: 1,
        }),
      ];
    }),
  );

const ACTS = 200;
const PACE = 25;

/** From the sending of an act until a subscriber has heard of it, through API, log, projector in a process of its own, and API. */
const appendToSubscriber = async (): Promise<readonly Measurement[]> => {
  const stand = await Stand.open({ events: 'embedded', readModels: 'embedded', projectors: 1 });
  const [officer, listener] = [new Officer(stand, 'officer'), new Listener(stand)];
  listener.start();
  const latencies: number[] = [];
  try {
    for (let act = 0; act < ACTS; act += 1) {
      const sent = performance.now();
      const { position } = await officer.act();
      while (!listener.heardAt.has(position) && performance.now() - sent < 5_000) await pause(1);
      latencies.push((listener.heardAt.get(position) ?? Infinity) - sent);
      await pause(PACE);
    }
  } finally {
    await listener.leave();
    await stand.remove();
  }
  const sorted = latencies.slice(ACTS / 10).sort((one, other) => one - other);

  return [
    atMost({
      suite: SUITE,
      measure: { zh: '行为发出至订阅者收到，p99，各自进程', en: 'act sent until subscriber told, p99, separate processes' },
      ours: sorted[Math.floor(sorted.length * 0.99)] ?? Infinity,
      peer: 100,
      unit: 'ms',
      target: 1,
    }),
  ];
};

/** Read models on MongoDB and in processes of their own. */
export const readModelsSuite: Suite = async ({ full }) => [
  ...(await batchOverhead()),
  ...(await catchUp(full)),
  ...(await catchUpOnMongo()),
  ...(await appendToSubscriber()),
];
