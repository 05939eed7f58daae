import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { START, type Document, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { someEvents } from '../../event-store/testing/events';
import { Wire } from '../../testing/wire';
import { faultyServer, FULL_DISK } from '../../mongodb/testing/faulty-server';
import { dropDatabases, newDatabase, withMongo } from '../../mongodb/testing/server';
import { Projector } from '../../projector/projector';
import { documentsOf } from '../../projector/testing/documents';
import type { ReadStore } from '../port';
import { openMongoReadStore } from './mongodb-read-store';

/** Counts events by their last digit: a batch that is folded twice, or lost, shows in the sums. */
const tallies: Projection = {
  name: 'tallies',
  version: 1,
  eventTypes: ['ProblemReported'],
  indexes: [{ fields: ['count'] }],
  opens: (_event, key) => key.startsWith('own'),
  keysOf: ({ position }) => [String(position % 10), 'all', `own-${position}`],
  evolve: (before, { position }, key) => {
    const seen = (before?.['seen'] as readonly number[] | undefined) ?? [];

    // Taken away and made anew now and then, as a document may be.
    return key !== 'all' && position % 7 === 0 ? undefined : { count: seen.length + 1, seen: [...seen, position] };
  },
};

const eventsUpTo = (count: number): readonly RecordedEvent[] =>
  someEvents(count).map((event, at) => ({ ...event, type: 'ProblemReported', stream: 'case-1', revision: at, position: at + 1 }));

const folded = (events: readonly RecordedEvent[]): Readonly<Record<string, Document>> => {
  const documents: Record<string, Document> = {};
  for (const event of events) {
    for (const key of tallies.keysOf(event)) {
      const after = tallies.evolve(documents[key], event, key);
      if (after === undefined) Reflect.deleteProperty(documents, key);
      else documents[key] = after;
    }
  }

  return documents;
};

/** A log that is there already; it goes on to be followed. */
const feedOf = (events: readonly RecordedEvent[]) => ({
  head: () => Promise.resolve(events.at(-1)?.position ?? START),
  async *follow(after: number, signal: AbortSignal) {
    for (const event of events) if (event.position > after) yield await Promise.resolve({ kind: 'event' as const, event });
    yield { kind: 'caughtUp' as const, position: events.at(-1)?.position ?? START };
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  },
});

const quiet = { info: () => undefined, error: () => undefined };

(withMongo ? describe : describe.skip)('read models on a MongoDB that fails', () => {
  afterAll(dropDatabases);

  const follow = async (store: ReadStore, events: readonly RecordedEvent[]): Promise<void> => {
    const projector = new Projector({ feed: feedOf(events), readStore: store, projections: [tallies], log: quiet });
    projector.start();
    await projector.waitFor(events.length, 50_000);
    await projector.stop();
  };

  it('hold each event once, whichever answer of the server was lost', async () => {
    const events = eventsUpTo(40);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(14), { minLength: 1, maxLength: 3 }), async (lost) => {
        const url = newDatabase();
        const wire = await Wire.to(url);
        const store = await openMongoReadStore({ url: wire.url, patience: 2_000 });
        await store.ensure(tallies);
        for (let upTo = 10, at = 0; upTo <= events.length; upTo += 10, at += 1) {
          wire.loseAnswerAfter(lost[at] ?? Number.POSITIVE_INFINITY);
          await follow(store, events.slice(0, upTo));
        }

        expect(await documentsOf(store, 'tallies')).toEqual(folded(events));
        await store.close();
        await wire.close();
      }),
      { numRuns: 6 },
    );
  });

  it('hold each event once where a batch was cut short and the next one has other bounds', async () => {
    const events = eventsUpTo(30);
    const url = newDatabase();
    const store = await openMongoReadStore({ url });
    await store.ensure(tallies);
    const client = await MongoClient.connect(url);
    await follow(store, events.slice(0, 20));
    // As after a crash between documents and checkpoint.
    await client
      .db()
      .collection<{ _id: string }>('standings')
      .updateOne({ _id: 'tallies' }, { $set: { checkpoint: 4 } });
    await follow(store, events.slice(0, 12));
    expect((await documentsOf(store, 'tallies'))['all']).toEqual(folded(events.slice(0, 20))['all']);
    await follow(store, events);

    expect(await documentsOf(store, 'tallies')).toEqual(folded(events));
    await store.close();
    await client.close();
  });

  it('trust the checkpoint of a version that noted no event at it, and note it from the next batch on', async () => {
    const events = eventsUpTo(20);
    const url = newDatabase();
    const store = await openMongoReadStore({ url });
    await store.ensure(tallies);
    await follow(store, events.slice(0, 10));
    expect(await store.standing('tallies')).toMatchObject({ checkpoint: 10, event: events[9]?.id });
    const client = await MongoClient.connect(url);
    // That version moves the checkpoint and leaves the field that it does not know.
    await client
      .db()
      .collection<{ _id: string }>('standings')
      .updateOne({ _id: 'tallies' }, { $set: { checkpoint: 12 } });
    expect((await store.standing('tallies')).event).toBeUndefined();
    await follow(store, events);

    expect(await store.standing('tallies')).toMatchObject({ checkpoint: 20, event: events[19]?.id });
    await store.close();
    await client.close();
  });

  it('answer with a code while the wire is cut, and go on when it is mended', async () => {
    const events = eventsUpTo(20);
    const wire = await Wire.to(newDatabase());
    const store = await openMongoReadStore({ url: wire.url, patience: 500 });
    await store.ensure(tallies);
    await follow(store, events.slice(0, 10));
    wire.cut();

    await expect(store.get('tallies', 'all')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    const going = follow(store, events);
    await expect(store.standing('tallies')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    wire.mend();
    await going;
    expect(await documentsOf(store, 'tallies')).toEqual(folded(events));
    await store.close();
    await wire.close();
  });

  it.each(Object.entries(FULL_DISK))(
    'say that the disk is full by the error %s, write nothing of it, and go on once there is room',
    async (_, full) => {
      const events = eventsUpTo(30);
      const server = await faultyServer(newDatabase());
      const store = await openMongoReadStore({ url: server.url });
      await store.ensure(tallies);
      await follow(store, events.slice(0, 10));
      const before = await documentsOf(store, 'tallies');
      server.be(full);
      const standing = await store.standing('tallies');
      const changes = [
        { key: 'all', document: { count: 99 } },
        { key: 'new', document: { count: 1 }, isNew: true },
      ];

      await expect(
        store.apply([{ projection: 'tallies', generation: 1, changes, checkpoint: 11, event: 'event-11' }]),
      ).rejects.toMatchObject({
        code: 'STORAGE_FULL',
      });
      expect(await documentsOf(store, 'tallies')).toEqual(before);
      expect(await store.standing('tallies')).toEqual(standing);
      const faults: unknown[] = [];
      const log = { info: () => undefined, error: (fields: object) => faults.push(fields) };
      const projector = new Projector({ feed: feedOf(events), readStore: store, projections: [tallies], log });
      projector.start();
      while (faults.length === 0) await new Promise((wake) => setImmediate(wake));
      expect(projector.fault).toMatchObject({ code: 'STORAGE_FULL' });
      server.be(undefined);
      await projector.waitFor(events.length, 50_000);

      expect(projector.fault).toBeUndefined();
      expect(await documentsOf(store, 'tallies')).toEqual(folded(events));
      await projector.stop();
      await store.close();
      await server.close();
    },
  );

  it('are late on a slow wire, never wrong', async () => {
    const events = eventsUpTo(20);
    const wire = await Wire.to(newDatabase());
    const store = await openMongoReadStore({ url: wire.url });
    await store.ensure(tallies);
    wire.slowDown(100);
    await follow(store, events);
    wire.mend();

    expect(await documentsOf(store, 'tallies')).toEqual(folded(events));
    await store.close();
    await wire.close();
  });

  it('do not take back what a document has seen, whoever writes late', async () => {
    const store = await openMongoReadStore({ url: newDatabase() });
    await store.ensure(tallies);
    const batch = (checkpoint: number, changes: readonly { readonly key: string; readonly document: Document | null }[]) => ({
      projection: 'tallies',
      generation: 1,
      changes,
      checkpoint,
      event: `event-${checkpoint}`,
    });
    await store.apply([batch(3, [{ key: 'a', document: { count: 3 } }])]);
    await store.apply([batch(5, [{ key: 'a', document: null }])]);
    await store.apply([batch(4, [{ key: 'a', document: { count: 4 } }])]);

    expect(await store.get('tallies', 'a')).toBeUndefined();
    expect((await store.load('tallies', ['a'])).get('a')).toEqual({ document: undefined, seen: 5 });
    await store.close();
  });
});
