import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KurrentDBClient, jsonEvent, streamNameFilter, type AllStreamResolvedEvent } from '@kurrent/kurrentdb-client';
import type { RecordedEvent } from '@liuhen/workflows';
import type { EventStore } from '../port';
import { anEvent, someEvents } from '../testing/events';
import { Connection } from './connection';
import { startDouble, stopDoubles, openAt } from './testing/opened';
import type { KurrentDouble } from './testing/double';

afterAll(stopDoubles);

interface Place {
  readonly name: string;
  readonly url: () => Promise<string>;
}

const server = process.env['KURRENTDB_URL'];

/** The double has to behave as the server does; what is said of the client holds on both. */
const PLACES: readonly Place[] = [
  { name: 'the protocol double', url: async () => (await startDouble()).url },
  ...(server === undefined ? [] : [{ name: 'a server', url: () => Promise.resolve(server.replace(/^esdb/, 'kurrentdb')) }]),
];

const data = (over: object = {}) => jsonEvent({ type: 'Tried', data: { at: 1 }, id: randomUUID(), ...over });
const never = new AbortController().signal;

const collected = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);

  return all;
};

const rejection = async (promise: Promise<unknown>): Promise<Record<string, unknown>> => {
  try {
    await promise;
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error('it was expected to fail');
};

describe.each(PLACES)('the client on $name', ({ url }) => {
  let client: KurrentDBClient;
  let store: EventStore;
  let stream: string;
  beforeEach(async () => {
    const address = await url();
    store = await openAt(address, { deadline: 5_000 });
    // The database is ours with the first event, whoever writes into it afterwards.
    await store.append(`case-${randomUUID()}`, someEvents(1), 'none');
    client = KurrentDBClient.connectionString(address);
    // A name of its own kind: what the bare client writes here is foreign to the store, which sets it aside.
    stream = `tried-${randomUUID()}`;
  });
  afterEach(async () => {
    await client.dispose();
    await store.close();
  });

  it('2. ignores a misnamed revision option and writes as "any"; ours is named as the client wants it', async () => {
    await client.appendToStream(stream, data(), { streamState: 'no_stream' });

    expect(await client.appendToStream(stream, data(), { expectedRevision: 77n } as never)).toMatchObject({ success: true });
    expect(await store.append(`case-${randomUUID()}`, someEvents(1), 77)).toMatchObject({ kind: 'wrongRevision', current: -1 });
  });

  it('3. tells a wrong revision by `type` and `actualState`, whatever `throwOnAppendFailure` says', async () => {
    const first = await rejection(client.appendToStream(stream, data(), { streamState: 4n, throwOnAppendFailure: false } as never));
    await client.appendToStream(stream, data(), { streamState: 'no_stream' });
    const second = await rejection(client.appendToStream(stream, data(), { streamState: 'no_stream' }));

    expect([first['type'], first['actualState'], first['expectedState']]).toEqual(['wrong-expected-version', 'no_stream', 4n]);
    expect([second['type'], second['actualState'], second['expectedState']]).toEqual(['wrong-expected-version', 0n, 'no_stream']);
    expect(second['message']).toBe('');
  });

  it('4. needs ids that are UUIDs and a type: ids of the server are ours to make, a missing type is refused before it is sent', async () => {
    const event = anEvent({ id: 'not-a-uuid' + randomUUID() });
    const own = `case-${randomUUID()}`;

    expect(await store.append(own, [event], 'none')).toMatchObject({ kind: 'appended' });
    expect(await store.readStream(own)).toMatchObject([event]);
    await expect(store.append(own, [anEvent({ type: '' })], 0)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('7. cuts the time of the server to whole seconds on reads; `recordedAt` stands in our own metadata', async () => {
    const event = anEvent({ recordedAt: '2024-08-30T09:00:01.789+08:00' });
    const own = `case-${randomUUID()}`;
    await store.append(own, [event], 'none');
    const [read] = await collected(client.readStream(own));

    expect(read?.event?.created.getMilliseconds()).toBe(0);
    expect(await store.readStream(own)).toMatchObject([{ recordedAt: '2024-08-30T09:00:01.789+08:00' }]);
  });

  it('8. tells a subscriber when it is confirmed and when it has caught up', async () => {
    const told: string[] = [];
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: [stream] }) });
    const caughtUp = new Promise<void>((resolve) => {
      subscription.on('confirmation', () => told.push('confirmation'));
      subscription.on('caughtUp', () => {
        told.push('caughtUp');
        resolve();
      });
    });
    subscription.on('data', () => undefined);
    await caughtUp;
    await subscription.unsubscribe();

    expect(told).toEqual(['confirmation', 'caughtUp']);
  });

  it('9. reads with the position it starts from, and subscribes without it', async () => {
    await client.appendToStream(stream, [data(), data(), data()], { streamState: 'no_stream' });
    const filter = streamNameFilter({ prefixes: [stream] });
    const [first, second] = await collected(client.readAll({ filter }));
    const fromPosition = first?.event?.position ?? 'start';
    const read = await collected(client.readAll({ filter, fromPosition }));
    const subscription = client.subscribeToAll({ filter, fromPosition });
    const followed = await new Promise<AllStreamResolvedEvent>((resolve) => subscription.once('data', resolve));
    await subscription.unsubscribe();

    expect(read[0]?.event?.id).toBe(first?.event?.id);
    expect(followed.event?.id).toBe(second?.event?.id);
  });

  it('11. reads all with a filter: nothing of the server itself comes', async () => {
    await store.append(`case-${randomUUID()}`, someEvents(30), 'none');
    const unfiltered = await collected(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 500 }));
    const filtered = await collected(client.readAll({ filter: streamNameFilter({ regex: '^[^$]' }), maxCount: 500 }));

    expect(unfiltered.some(({ event }) => event?.streamId.startsWith('$'))).toBe(true);
    expect(filtered.some(({ event }) => event?.streamId.startsWith('$'))).toBe(false);
  });

  it('12. takes the same ids at the same revision again, whatever the data; is of two minds about the rest', async () => {
    const [first, second] = [data(), data()];
    const done = await client.appendToStream(stream, [first, second], { streamState: 'no_stream' });
    const again = await client.appendToStream(stream, [{ ...first, data: { at: 2 } }, second], { streamState: 'no_stream' });
    const mixed = await rejection(client.appendToStream(stream, [second, data()], { streamState: 'no_stream' }));
    const twin = data();
    const twins = await client.appendToStream(`${stream}-twins`, [twin, twin], { streamState: 'no_stream' });
    const elsewhere = await client.appendToStream(`${stream}-2`, [first], { streamState: 'no_stream' });
    const [kept] = await collected(client.readStream(stream));

    expect([again.nextExpectedRevision, again.position]).toEqual([done.nextExpectedRevision, done.position]);
    expect(kept?.event?.data).toEqual({ at: 1 });
    expect(mixed['type']).toBe('wrong-expected-version');
    expect(twins.nextExpectedRevision).toBe(1n);
    expect(elsewhere.success).toBe(true);
  });

  it('13. refuses one append above 1,048,576 bytes, all its events together', async () => {
    const half = () => data({ data: { text: 'x'.repeat(600_000) } });
    const error = await rejection(client.appendToStream(stream, [half(), half()], { streamState: 'no_stream' }));

    expect([error['type'], error['maxAppendSize']]).toEqual(['maximum-append-size-exceeded', 1_048_576]);
    expect(await client.appendToStream(stream, [half()], { streamState: 'no_stream' })).toMatchObject({ success: true });
  });

  it('14. gives ids in lower case, no metadata as undefined, and starts a deleted stream anew with later revisions', async () => {
    const id = randomUUID();
    await client.appendToStream(stream, data({ id: id.toUpperCase() }), { streamState: 'no_stream' });
    const [read] = await collected(client.readStream(stream));
    await client.deleteStream(stream);
    const missing = await rejection(collected(client.readStream(stream)));
    const anew = await client.appendToStream(stream, data(), { streamState: 'no_stream' });

    expect([read?.event?.id, read?.event?.metadata]).toEqual([id, undefined]);
    expect(missing['type']).toBe('stream-not-found');
    expect(anew.nextExpectedRevision).toBe(1n);
    await client.setStreamMetadata(stream, {});
  });
});

describe('the adapter, where the client leaves something to do', () => {
  let double: KurrentDouble;
  beforeEach(async () => {
    double = await startDouble();
  });

  it('1. has one client package in the process: two share globals, and appends break', () => {
    const { packages } = JSON.parse(readFileSync(join(__dirname, '../../../../package-lock.json'), 'utf8')) as {
      packages: Readonly<Record<string, unknown>>;
    };
    const clients = Object.keys(packages).filter((name) =>
      /(@eventstore\/db-client|@kurrent\/kurrentdb-client|node_modules\/google-protobuf)$/.test(name),
    );

    expect(clients.sort()).toEqual(['node_modules/@kurrent/kurrentdb-client', 'node_modules/google-protobuf']);
  });

  it('5. understands an append that never found a connection, and goes on when there is one', async () => {
    const store = await openAt(double.url);
    double.down();
    const pending = store.append('case-1', someEvents(2), 'none');
    const [outcome] = await Promise.allSettled([pending, double.up()]);

    expect(outcome).toMatchObject({ status: 'fulfilled', value: { kind: 'appended', revision: 1, repeated: false } });
    expect(double.log.written.filter(({ stream }) => stream === 'case-1')).toHaveLength(2);
    await store.close();
  });

  it('6. reads again after the first read of all met no server', async () => {
    const { url } = double;
    double.down();
    const connection = new Connection(url, { deadline: 2_000, patience: 20_000 });
    let failures = 0;
    const read = connection.read('log', (client) => {
      failures += 1;
      // The second try means that the first has failed.
      if (failures === 2) void double.up();

      return client.readAll({ maxCount: 1 });
    });

    expect(await read).toHaveLength(1);
    expect(failures).toBeGreaterThan(1);
    await connection.close();
  });

  it('8. follows again after an error and after an end that nobody explains', async () => {
    const store = await openAt(double.url);
    const seen: RecordedEvent[] = [];
    let cuts = 0;
    for await (const item of store.follow(0, never)) {
      if (item.kind === 'event') seen.push(item.event);
      if (seen.length === 6) break;
      if (item.kind !== 'caughtUp') continue;
      if (cuts < 2) double.cutSubscriptions(cuts === 0 ? 'error' : 'end');
      cuts += 1;
      await store.append('case-1', someEvents(2), 'any');
    }

    expect(seen.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
    await store.close();
  });

  it('10. resumes from a checkpoint without prepare position, neither losing nor repeating an event', async () => {
    const store = await openAt(double.url);
    const seen: number[] = [];
    let rounds = 0;
    for await (const item of store.follow(0, never)) {
      if (item.kind === 'event') seen.push(item.event.revision);
      if (seen.length === 8) break;
      if (item.kind !== 'caughtUp') continue;
      rounds += 1;
      // Long stretches of the server's own records, so that checkpoints come between our events and right at them.
      double.log.idle(16 * 32 * 2 - rounds);
      double.cutSubscriptions();
      await store.append('case-1', someEvents(2), 'any');
    }

    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await store.close();
  });

  it('12. never sends an empty batch', async () => {
    const store = await openAt(double.url);

    await expect(store.append('case-1', [], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(double.log.emptyAppends).toBe(0);
    await store.close();
  });

  it('13. says so where the limit of the server is lower than the usual one', async () => {
    const store = await openAt(double.url);
    double.log.appendLimit = 5_000;

    await expect(store.append('case-1', someEvents(20), 'none')).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(await store.readStream('case-1')).toEqual([]);
    await store.close();
  });

  // Not on a server: a tombstone cannot be taken back, and no store would open its database again.
  it('14. tells a tombstone from a deletion', async () => {
    const client = KurrentDBClient.connectionString(double.url);
    const stream = 'tried-1';
    await client.appendToStream(stream, data(), { streamState: 'no_stream' });
    await client.tombstoneStream(stream);

    expect((await rejection(collected(client.readStream(stream))))['type']).toBe('stream-deleted');
    expect((await rejection(client.appendToStream(stream, data())))['type']).toBe('stream-deleted');
  });

  it('15. appends over one shared stream, and by single calls where the server has no other', async () => {
    const single = await startDouble({ batches: false });
    for (const each of [double, single]) {
      const store = await openAt(each.url);
      await Promise.all(Array.from({ length: 5 }, (_, at) => store.append(`case-${at}`, someEvents(2), 'none')));

      expect(await store.append('case-1', someEvents(1), 0)).toEqual({ kind: 'wrongRevision', expected: 0, current: 1 });
      expect(await store.append('case-1', someEvents(1), 1)).toMatchObject({ kind: 'appended', revision: 2 });
      await store.close();
    }

    expect(double.calls).toEqual({ batches: 1, appends: 0 });
    expect(single.calls).toEqual({ batches: 0, appends: 8 });
  });

  it.each([{ batches: true }, { batches: false }])(
    '16. tells the loser of a race for a revision what there is, even where the client was told not to throw, with %j',
    async (options) => {
      const { url, log } = await startDouble(options);
      const connection = new Connection(`${url}&throwOnAppendFailure=false`, { deadline: 2_000, patience: 5_000 });
      const told = [];
      for (const [stream, revision] of [
        ['case-1', -1],
        ['case-1', -1],
        ['case-1', 0],
        ['case-1', 0],
        ['case-2', 4],
      ] as const) {
        told.push(await connection.append(stream, [data()], revision));
      }

      expect(told).toMatchObject([
        { kind: 'written', revision: 0 },
        { kind: 'wrongRevision', current: 0 },
        { kind: 'written', revision: 1 },
        { kind: 'wrongRevision', current: 1 },
        { kind: 'wrongRevision', current: -1 },
      ]);
      expect(log.written).toHaveLength(2);
      await connection.close();
    },
  );
});
