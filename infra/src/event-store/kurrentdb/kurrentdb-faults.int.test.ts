import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { status } from '@grpc/grpc-js';
import fc from 'fast-check';
import { START, type NewEvent, type RecordedEvent } from '@liuhen/workflows';
import type { EventStore } from '../port';
import { anEvent, someEvents } from '../testing/events';
import { Catalogue } from './catalogue';
import { Connection } from './connection';
import { Follower } from './follower';
import { IdIndex } from './id-index';
import type { KurrentOptions } from './options';
import type { KurrentDouble } from './testing/double';
import type { AppendFault } from './testing/double-append';
import { openAt, quiet, startDouble, stopDoubles, TESTED } from './testing/opened';

const stores: EventStore[] = [];
const folders: string[] = [];
const open = async (url: string, over: Partial<KurrentOptions> = {}): Promise<EventStore> => {
  const store = await openAt(url, over);
  stores.push(store);

  return store;
};
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-ids-'));
  folders.push(folder);

  return folder;
};
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  stopDoubles();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const ids = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

/** Everything that a follower is given, while it follows. */
const watched = (store: EventStore) => {
  const leave = new AbortController();
  const seen: RecordedEvent[] = [];
  const waiters = new Set<{ readonly count: number; resolve(): void }>();
  const running = (async () => {
    for await (const item of store.follow(START, leave.signal)) {
      if (item.kind === 'event') seen.push(item.event);
      for (const waiter of waiters) if (seen.length >= waiter.count) waiter.resolve();
    }
  })();

  return {
    seen,
    until: (count: number) =>
      new Promise<void>((resolve) => {
        waiters.add({ count, resolve });
        if (seen.length >= count) resolve();
      }),
    leave: () => {
      leave.abort();

      return running;
    },
  };
};

/** True as soon as it is; the test's own limit ends a wait for what never comes. */
const eventually = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};

describe('an append', () => {
  let double: KurrentDouble;
  let store: EventStore;
  beforeEach(async () => {
    double = await startDouble();
    store = await open(double.url);
  });

  it.each<{ readonly name: string; readonly faults: readonly AppendFault[] }>([
    { name: 'is refused as unavailable', faults: ['refused'] },
    { name: 'is lost on its way', faults: ['dropped'] },
    { name: 'is written and never answered', faults: ['silent'] },
    { name: 'is written and the connection breaks', faults: ['broken'] },
    { name: 'is answered twice', faults: ['twice'] },
    { name: 'is written and answered without its place', faults: ['placeless'] },
    { name: 'is answered late', faults: [{ delay: 250 }] },
    { name: 'is answered after we gave up', faults: [{ delay: 900 }] },
    { name: 'meets one trouble after the other', faults: ['silent', 'refused', 'dropped', 'broken'] },
  ])('that $name stands there once, and is acknowledged as the first', async ({ faults }) => {
    await store.append('case-1', someEvents(2), 'none');
    double.appendFaults.push(...faults);
    const events = someEvents(3);
    const done = await store.append('case-1', events, 1);
    const after = await store.append('case-1', someEvents(1), 4);

    expect(done).toMatchObject({ kind: 'appended', revision: 4, repeated: false });
    expect(after).toMatchObject({ kind: 'appended', revision: 5 });
    expect(ids((await store.readStream('case-1')).slice(2, 5))).toEqual(ids(events));
    expect(done).toMatchObject({ position: (await store.readStream('case-1'))[4]?.position });
  });

  it('is one of many and each stands there once, whatever happens to them', async () => {
    const anyFault = fc.constantFrom<AppendFault>('refused', 'dropped', 'silent', 'broken', 'twice', { delay: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyFault, { maxLength: 6 }), fc.nat(1_000_000), async (faults, run) => {
        double.appendFaults.push(...faults);
        const streams = Array.from({ length: 4 }, (_, at) => `case-${run}-${at}-${Math.random()}`);
        const sent = new Map<string, NewEvent[]>(streams.map((stream) => [stream, []]));
        await Promise.all(
          streams.map(async (stream) => {
            for (let batch = 0; batch < 3; batch += 1) {
              const events = someEvents(1 + (batch % 2));
              const done = await store.append(stream, events, batch % 2 === 0 ? 'any' : (sent.get(stream)?.length ?? 0) - 1);
              expect(done).toMatchObject({ kind: 'appended', repeated: false });
              sent.get(stream)?.push(...events);
            }
          }),
        );
        double.appendFaults.length = 0;
        for (const [stream, events] of sent) expect(ids(await store.readStream(stream))).toEqual(ids(events));
      }),
      { numRuns: 12 },
    );
  });

  it('whose outcome stays unknown says so, and the repeat finds what was written', async () => {
    await store.append('case-0', someEvents(1), 'none');
    const hasty = await open(double.url, { deadline: 300, patience: 1_500 });
    double.appendFaults.push('silent', ...Array.from({ length: 20 }, () => 'dropped' as const));
    const events = someEvents(2);

    await expect(hasty.append('case-1', events, 'none')).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    double.appendFaults.length = 0;
    expect(await hasty.append('case-1', events, 'none')).toMatchObject({ kind: 'appended', revision: 1 });
    expect(await hasty.append('case-1', events, 'none')).toMatchObject({ kind: 'appended', revision: 1, repeated: true });
    expect(await store.readStream('case-1')).toHaveLength(2);
  });

  it.each([status.RESOURCE_EXHAUSTED, status.INTERNAL, status.UNKNOWN, status.FAILED_PRECONDITION])(
    'that a server with a full disk answers with the status %i has a code in bounded time, and is done once when there is room',
    async (code) => {
      const hasty = await open(double.url, { deadline: 400, patience: 1_500 });
      await hasty.append('case-1', someEvents(1), 'none');
      double.appendFaults.push(...Array.from({ length: 50 }, () => ({ status: code })));
      const events = someEvents(2);

      await expect(hasty.append('case-1', events, 0)).rejects.toMatchObject({
        code: expect.stringMatching(/^(OUTCOME_UNKNOWN|STORE_)/) as string,
      });
      expect(await hasty.readStream('case-1')).toHaveLength(1);
      double.appendFaults.length = 0;
      expect(await hasty.append('case-1', events, 0)).toMatchObject({ kind: 'appended', revision: 2 });
      expect(await store.readStream('case-1')).toHaveLength(3);
    },
  );

  it('that is the first of all names the database once, whatever happens to that, and is told as not written where it cannot', async () => {
    double.appendFaults.push('refused', 'dropped', 'silent');
    expect(await store.append('case-1', someEvents(1), 'none')).toMatchObject({ kind: 'appended', repeated: false });
    expect(double.log.written.map(({ stream }) => stream)).toEqual(['liuhen-deployment', 'case-1']);
    const other = await startDouble();
    const hasty = await open(other.url, { deadline: 300, patience: 1_000 });
    other.appendFaults.push(...Array.from({ length: 20 }, () => 'dropped' as const));

    await expect(hasty.append('case-1', someEvents(1), 'none')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    other.appendFaults.length = 0;
    expect(await hasty.append('case-1', someEvents(1), 'none')).toMatchObject({ kind: 'appended' });
    expect(other.log.written).toHaveLength(2);
  });

  it('is told as unknown when the server stays away, and what can be read is tried for as long', async () => {
    const hasty = await open(double.url, { deadline: 400, patience: 1_500 });
    await hasty.append('case-0', someEvents(1), 'none');
    double.down();

    await expect(hasty.append('case-1', someEvents(1), 'none')).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    await expect(hasty.readStream('case-1')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await double.up();
    expect(await hasty.append('case-1', someEvents(1), 'none')).toMatchObject({ kind: 'appended' });
  });
});

describe('a read', () => {
  it('is tried again when it is refused, gets no answer, or is cut in the middle', async () => {
    const double = await startDouble();
    const store = await open(double.url, { deadline: 1_500, patience: 20_000 });
    await store.append('case-1', someEvents(40), 'none');
    double.readFaults.push('refused', 3, 'silent');

    expect(await store.readStream('case-1')).toHaveLength(40);
    double.readFaults.push(5);
    expect(await store.readAll(START, 100)).toHaveLength(40);
  });
});

describe('a follower', () => {
  it('misses nothing and gets nothing twice while the server goes down and comes up', async () => {
    const double = await startDouble();
    const store = await open(double.url);
    const follower = watched(store);
    const sent: NewEvent[] = [];
    for (let round = 0; round < 5; round += 1) {
      const events = someEvents(4);
      sent.push(...events);
      await store.append(`case-${round}`, events, 'none');
      if (round % 2 === 0) await follower.until(sent.length);
      double.down();
      await double.up();
    }
    await follower.until(sent.length);

    expect(ids(follower.seen)).toEqual(ids(sent));
    await follower.leave();
  });

  it('misses nothing that the client still held for it when the subscription broke, though the server was further on', async () => {
    const double = await startDouble();
    const store = await open(double.url, { deadline: 5_000 });
    const sent = someEvents(1_005);
    await store.append('case-1', sent, 'none');
    // So many records of the server's own that it tells a place to resume from, beyond the last event.
    double.log.idle(1_200);
    const leave = new AbortController();
    const seen: RecordedEvent[] = [];
    for await (const item of store.follow(START, leave.signal)) {
      if (item.kind === 'event') seen.push(item.event);
      if (seen.length === 1) {
        // Meanwhile as many events come as are held for a consumer, and more.
        await eventually(() => store.health().followers[0]?.state === 'caughtUp');
        double.cutSubscriptions();
        await eventually(() => store.health().followers[0]?.state === 'connecting');
      }
      if (item.kind === 'caughtUp') leave.abort();
    }

    expect(ids(seen)).toEqual(ids(sent));
  });

  it('passes on once what a server sends twice', async () => {
    const double = await startDouble();
    double.deliversTwice = true;
    const store = await open(double.url);
    const follower = watched(store);
    await store.append('case-1', someEvents(20), 'none');
    await follower.until(20);
    await store.append('case-1', someEvents(1), 19);
    await follower.until(21);

    expect(follower.seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 21 }, (_, at) => at));
    await follower.leave();
  });

  it('is known to be connecting, behind or caught up', async () => {
    const double = await startDouble();
    const store = await open(double.url);
    const follower = watched(store);
    const state = () => store.health().followers[0]?.state;
    await eventually(() => state() === 'caughtUp');
    double.tellsCaughtUp = false;
    double.fallBehind();
    await eventually(() => state() === 'behind');
    double.down();
    await eventually(() => state() === 'connecting');
    await double.up();
    await eventually(() => state() === 'caughtUp');

    expect(store.health().followers[0]?.reconnects).toBeGreaterThan(0);
    await follower.leave();
    expect(store.health().followers).toEqual([]);
  });

  it('lets go of a client whose subscription failed, as soon as nobody else follows through it', async () => {
    const double = await startDouble();
    const connection = new Connection(double.url, { deadline: 2_000, patience: 8_000 });
    const index = new IdIndex(undefined, TESTED);
    const catalogue = new Catalogue(connection, index, quiet);
    const leave = new AbortController();
    const followers = [0, 1].map(() => new Follower({ connection, catalogue, log: quiet, after: START, signal: leave.signal }));
    const running = followers.map(async (follower) => {
      for await (const item of follower.run()) if (item.kind === 'event') break;
    });
    const caughtUp = () => eventually(() => followers.every((follower) => follower.health().state === 'caughtUp'));
    await caughtUp();
    const other = connection.lend();
    for (let cut = 1; cut <= 4; cut += 1) {
      double.cutSubscriptions();
      await eventually(() => followers.every((follower) => follower.health().reconnects === cut));
      await caughtUp();
    }

    const before = connection.held;
    connection.giveBack(other, { failed: false });
    const after = connection.held;
    leave.abort();
    await Promise.all(running);
    await connection.close();
    index.close();

    // One to write, one to follow, and at first that through which somebody still did.
    expect([before, after]).toEqual([3, 2]);
  });

  it('knows when it has caught up with a server that does not tell', async () => {
    const double = await startDouble({ version: '22.10.5' });
    double.tellsCaughtUp = false;
    const store = await open(double.url);
    await store.append('case-1', someEvents(30), 'none');
    const seen: string[] = [];
    for await (const item of store.follow(START, new AbortController().signal)) {
      seen.push(item.kind);
      if (item.kind === 'caughtUp') break;
    }

    expect(seen.filter((kind) => kind === 'event')).toHaveLength(30);
  });

  it('leaves at once while the server is away, and so does a store that is closed', async () => {
    const double = await startDouble();
    const store = await open(double.url);
    const follower = watched(store);
    await eventually(() => store.health().followers[0]?.state === 'caughtUp');
    double.down();
    await follower.leave();
    await store.close();

    expect(store.health().followers).toEqual([]);
  });
});

describe('a cluster', () => {
  it('goes on under a new leader: nothing acknowledged is lost, nothing is there twice', async () => {
    const double = await startDouble({}, 3);
    const store = await open(double.url, { deadline: 1_000, patience: 20_000 });
    const follower = watched(store);
    const sent: NewEvent[] = [];
    for (const leader of [1, 2, 0, 1]) {
      const [first, second] = [someEvents(2), someEvents(2)];
      const under = store.append(`case-${sent.length}`, first, 'none');
      double.elect(leader);
      expect(await under).toMatchObject({ kind: 'appended', repeated: false });
      expect(await store.append(`case-${sent.length}`, second, 1)).toMatchObject({ kind: 'appended', revision: 3 });
      sent.push(...first, ...second);
    }
    await follower.until(sent.length);

    expect(ids(await store.readAll(START, 1_000))).toEqual(ids(sent));
    expect(ids(follower.seen)).toEqual(ids(sent));
    await follower.leave();
  });

  it('survives the loss of the leader', async () => {
    const double = await startDouble({}, 3);
    const store = await open(double.url, { deadline: 1_000, patience: 20_000 });
    const events = someEvents(2);
    await store.append('case-1', events, 'none');
    double.elect(2);
    double.down(0);
    const more = someEvents(2);
    const done = await store.append('case-1', more, 1);

    expect(done).toMatchObject({ kind: 'appended', revision: 3 });
    expect(ids(await store.readStream('case-1'))).toEqual(ids([...events, ...more]));
  });
});

describe('several processes on one log', () => {
  it('see at once what the others have acknowledged', async () => {
    const double = await startDouble();
    const [one, two] = [await open(double.url), await open(double.url)];
    for (let round = 0; round < 10; round += 1) {
      const [first, second] = [anEvent(), anEvent()];
      await one.append(`case-${round}`, [first, second], 'none');

      expect(await two.findEvent(first.id)).toMatchObject({ id: first.id, revision: 0 });
      expect(await two.head()).toBe(await one.head());
      expect(await two.append(`case-${round}`, [first, second], 'any')).toMatchObject({ revision: 1, repeated: true });
      await expect(two.append(`case-${round}-b`, [second], 'none')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('store a batch once that all of them send, and only one was the first', async () => {
    const double = await startDouble();
    const all = await Promise.all(Array.from({ length: 4 }, () => open(double.url)));
    for (let round = 0; round < 10; round += 1) {
      const events = someEvents(2);
      const done = await Promise.all(all.map((store, at) => store.append(`case-${round}`, events, at % 2 === 0 ? 'any' : 'none')));

      expect(done.every((each) => each.kind === 'appended' && each.revision === 1)).toBe(true);
      expect(done.filter((each) => each.kind === 'appended' && !each.repeated)).toHaveLength(1);
    }
    expect(await all[0]?.readAll(START, 100)).toHaveLength(20);
  });

  it('race for a revision, with one winner and the others told the truth', async () => {
    const double = await startDouble();
    const all = await Promise.all(Array.from({ length: 3 }, () => open(double.url)));
    for (let revision = -1; revision < 9; revision += 1) {
      const done = await Promise.all(all.map((store) => store.append('case-1', someEvents(1), revision < 0 ? 'none' : revision)));

      expect(done.filter((each) => each.kind === 'appended')).toHaveLength(1);
      expect(done.filter((each) => each.kind === 'wrongRevision').map((each) => each.current)).toEqual([revision + 1, revision + 1]);
    }
  });
});

describe('the index of ids', () => {
  it('is kept in its folder and goes on from where it was', async () => {
    const double = await startDouble();
    const folder = newFolder();
    const first = await open(double.url, { folder });
    const event = anEvent();
    await first.append('case-1', [event, anEvent()], 'none');
    await first.head();
    await first.close();
    const other = await open(double.url);
    const later = anEvent();
    await other.append('case-1', [later], 1);
    const second = await open(double.url, { folder });

    expect(await second.findEvent(event.id)).toMatchObject({ revision: 0 });
    expect(await second.findEvent(later.id)).toMatchObject({ revision: 2 });
    expect(await second.append('case-1', [later], 2)).toMatchObject({ revision: 2, repeated: true });
    expect(await second.append('case-1', someEvents(1), 2)).toMatchObject({ revision: 3 });
  });

  it('is made anew for a log that is another one, or was set back to a backup', async () => {
    const folder = newFolder();
    const [long, short] = [await startDouble(), await startDouble()];
    const before = await open(long.url, { folder });
    const gone = anEvent();
    await before.append('case-1', [anEvent(), gone], 'none');
    await before.head();
    await before.close();
    const after = await open(short.url, { folder });

    expect(await after.findEvent(gone.id)).toBeUndefined();
    expect(await after.append('case-1', [gone], 'none')).toMatchObject({ kind: 'appended', revision: 0, repeated: false });
  });

  it('does not read the records of the server again and again', async () => {
    const double = await startDouble();
    const store = await open(double.url);
    double.log.idle(5_000);
    await store.findEvent('unknown');
    await store.findEvent('unknown');
    const began = performance.now();
    for (let at = 0; at < 20; at += 1) await store.findEvent('unknown');

    expect((performance.now() - began) / 20).toBeLessThan(100);
    expect(await store.append('case-1', someEvents(1), 'none')).toMatchObject({ revision: 0 });
    expect(await store.head()).toBeGreaterThan(0);
  });
});
