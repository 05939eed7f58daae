import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { openSqliteEventReader, openSqliteEventStore } from '../event-store';
import { someEvents } from '../event-store/testing/events';
import { openSqliteLeaseStore } from '../lease';
import { openSqliteReadStore } from '../read-store';
import { Freshness } from './freshness';
import { ReadModelKeeper, type KeeperOptions } from './keeper';
import { Progress } from './progress';
import { rebuildProjections } from './rebuild';

const named = (name: string, version = 1): Projection => ({
  name,
  version,
  eventTypes: someEvents(1).map(({ type }) => type),
  indexes: [],
  keysOf: () => ['all'],
  evolve: (before, { position }: RecordedEvent) => ({
    positions: [...((before?.['positions'] as readonly number[] | undefined) ?? []), position],
    version,
  }),
});

const PROJECTIONS = ['one', 'two', 'three'].map((name) => named(name));

/** Short, so that a take-over does not take the time of a test. */
const PATIENCE = 400;

const quiet = { info: () => undefined, error: () => undefined };

type Feed = KeeperOptions['feed'] & { close(): Promise<void> };

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it never came to be so');
    await new Promise((wake) => setImmediate(wake));
  }
};

describe('keepers of one folder', () => {
  const closers: (() => Promise<unknown>)[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  const newLog = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-keeper-'));
    folders.push(folder);
    const store = await openSqliteEventStore({ folder });
    closers.push(() => store.close());

    return { folder, store };
  };

  /** A keeper with everything of its own, as in a process of its own: it reads the log beside the writer. */
  const newKeeper = (
    folder: string,
    more: {
      readonly partitions?: number;
      readonly projections?: readonly Projection[];
      readonly seize?: boolean;
      readonly feed?: Feed;
    } = {},
  ) => {
    const [readStore, leases] = [openSqliteReadStore({ folder }), openSqliteLeaseStore({ folder })];
    const { projections = PROJECTIONS, feed = openSqliteEventReader({ folder }) } = more;
    const freshness = new Freshness(() => readStore.checkpoint(projections.map(({ name }) => name)));
    const keeper = new ReadModelKeeper({
      readStore,
      leases,
      freshness,
      holder: 'test',
      patience: PATIENCE,
      log: quiet,
      ...more,
      projections,
      feed,
    });
    keeper.start();
    closers.push(async () => {
      await keeper.stop();
      freshness.close();
      await Promise.all([leases.close(), readStore.close(), feed.close()]);
    });

    return { keeper, freshness, readStore };
  };

  /** A log of three events, folded by a keeper that has left. */
  const threeKept = async () => {
    const { folder, store } = await newLog();
    const { keeper, freshness } = newKeeper(folder);
    await store.append('case-1', someEvents(3), 'none');
    await freshness.waitFor(3, 10_000);
    await keeper.stop();

    return { folder, store };
  };

  it('follow a log that another process writes, one at a time, and hand on when one leaves', async () => {
    const { folder, store } = await newLog();
    const first = newKeeper(folder);
    await first.keeper.begun;
    const second = newKeeper(folder);
    await store.append('case-1', someEvents(3), 'none');
    await Promise.all([first.freshness.waitFor(3, 10_000), second.freshness.waitFor(3, 10_000)]);
    expect([first.keeper.kept, second.keeper.kept]).toEqual([1, 0]);

    await first.keeper.stop();
    await store.append('case-1', someEvents(2), 'any');
    await second.freshness.waitFor(5, 10_000);
    expect([first.keeper.kept, second.keeper.kept]).toEqual([0, 1]);
    expect(await second.readStore.get('two', 'all')).toEqual({ positions: [1, 2, 3, 4, 5], version: 1 });
  });

  it('divide the read models between them where they are told to, and know when all parts are there', async () => {
    const { folder, store } = await newLog();
    const keepers = [newKeeper(folder, { partitions: 3 }), newKeeper(folder, { partitions: 3 })];
    await Promise.race(keepers.map(({ keeper }) => keeper.begun));
    await store.append('case-1', someEvents(4), 'none');
    for (const { freshness } of keepers) await freshness.waitFor(4, 10_000);

    expect(keepers.reduce((sum, { keeper }) => sum + keeper.kept, 0)).toBe(3);
    for (const { name } of PROJECTIONS)
      expect(await keepers[0]?.readStore.get(name, 'all')).toEqual({ positions: [1, 2, 3, 4], version: 1 });
  });

  it('fence off the one before where a later one seizes the lease', async () => {
    const { folder, store } = await newLog();
    const first = newKeeper(folder);
    await first.keeper.begun;
    const second = newKeeper(folder, { seize: true });
    await second.keeper.begun;
    await store.append('case-1', someEvents(2), 'none');
    await second.freshness.waitFor(2, 10_000);

    expect(await second.readStore.get('one', 'all')).toEqual({ positions: [1, 2], version: 1 });
    expect(second.keeper.kept).toBe(1);
  });

  it('follow the others while they rebuild what is of an older version, and tell nobody that all is fresh', async () => {
    const { folder, store } = await threeKept();
    const projections = [named('one', 2), ...PROJECTIONS.slice(1)];
    const [reader, gate] = [openSqliteEventReader({ folder }), Promise.withResolvers<undefined>()];
    /** What a rebuild reads by the page waits; what is asked of one event, and what is followed, does not. */
    const feed: Feed = {
      head: () => reader.head(),
      follow: (after, signal) => reader.follow(after, signal),
      readAll: async (after, limit) => {
        if (limit > 1) await gate.promise;

        return reader.readAll(after, limit);
      },
      close: () => reader.close(),
    };
    const { keeper, freshness, readStore } = newKeeper(folder, { projections, feed });
    const progress = new Progress(readStore, projections);
    await store.append('case-1', someEvents(2), 'any');
    await until(async () => (await progress.position()) === 5);

    expect(progress.rebuilding).toEqual(['one']);
    expect(await readStore.get('two', 'all')).toEqual({ positions: [1, 2, 3, 4, 5], version: 1 });
    expect(await readStore.get('one', 'all')).toEqual({ positions: [1, 2, 3], version: 1 });
    await expect(freshness.waitFor(4, 50)).rejects.toMatchObject({ code: 'NOT_FRESH_IN_TIME' });
    expect([keeper.kept, keeper.fault]).toEqual([1, undefined]);

    gate.resolve(undefined);
    await freshness.waitFor(5, 10_000);
    await store.append('case-1', someEvents(1), 'any');
    await freshness.waitFor(6, 10_000);
    for (const { name, version } of projections)
      expect(await readStore.get(name, 'all')).toEqual({ positions: [1, 2, 3, 4, 5, 6], version });
    await progress.position();
    expect(progress.rebuilding).toEqual([]);
  });

  it('break off a rebuild when their turn is over, whoever they follow beside', async () => {
    const { folder } = await threeKept();
    const projections = [named('one', 2), ...PROJECTIONS.slice(1)];
    const [reader, asked] = [openSqliteEventReader({ folder }), Promise.withResolvers<undefined>()];
    let pages = 0;
    const feed: Feed = {
      head: () => reader.head(),
      follow: (after, signal) => reader.follow(after, signal),
      /** A log that goes on for ever, as far as a rebuild can see. */
      readAll: async (after, limit) => {
        if (limit === 1) return reader.readAll(after, limit);
        pages += 1;
        if (pages > 5) asked.resolve(undefined);
        await new Promise((wake) => setImmediate(wake));

        return reader.readAll(START, limit);
      },
      close: () => reader.close(),
    };
    const { keeper, readStore } = newKeeper(folder, { projections, feed });
    await asked.promise;
    expect(keeper.kept).toBe(1);
    await keeper.stop();

    expect(await readStore.get('one', 'all')).toEqual({ positions: [1, 2, 3], version: 1 });
    expect((await readStore.standing('one')).generation).toBe(1);
    expect(keeper.kept).toBe(0);
  });

  it('rebuild what is of another version before they follow', async () => {
    const { folder } = await threeKept();
    const second = newKeeper(folder, { projections: PROJECTIONS.map(({ name }) => named(name, 2)) });
    await second.keeper.begun;

    expect(await second.readStore.get('one', 'all')).toEqual({ positions: [1, 2, 3], version: 2 });
    expect((await second.readStore.standing('one')).version).toBe(2);
  });

  const NEWER = PROJECTIONS.map(({ name }) => named(name, 2));

  const rebuilt = async (
    folder: string,
    projections: readonly Projection[],
    more: { readonly evenOlder?: boolean } = {},
  ): Promise<void> => {
    const [source, readStore] = [openSqliteEventReader({ folder }), openSqliteReadStore({ folder })];
    await rebuildProjections({ source, readStore, projections, ...more }).finally(() => Promise.all([source.close(), readStore.close()]));
  };

  it('write nothing into what a newer program has rebuilt under them, say so, and leave the lease to it', async () => {
    const { folder, store } = await newLog();
    const older = newKeeper(folder);
    await store.append('case-1', someEvents(2), 'none');
    await older.freshness.waitFor(2, 10_000);
    await rebuilt(folder, NEWER);
    await store.append('case-1', someEvents(1), 'any');
    await until(() => older.keeper.kept === 0);
    expect(await older.readStore.get('one', 'all')).toEqual({ positions: [1, 2], version: 2 });

    const newer = newKeeper(folder, { projections: NEWER });
    await newer.freshness.waitFor(3, 10_000);
    expect(newer.keeper.kept).toBe(1);
    expect(await older.readStore.get('one', 'all')).toEqual({ positions: [1, 2, 3], version: 2 });
    expect(await older.readStore.standing('one')).toMatchObject({ version: 2, generation: 2 });
    expect(older.keeper.fault).toMatchObject({ code: 'STORE_TOO_NEW' });
    expect(newer.keeper.fault).toBeUndefined();
  });

  it('are not begun with the read models of a newer program, and rebuild none of them', async () => {
    const { folder } = await newLog();
    await rebuilt(folder, NEWER);
    const { keeper, readStore } = newKeeper(folder);

    await expect(keeper.begun).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    expect(keeper.kept).toBe(0);
    expect((await readStore.standing('one')).version).toBe(2);
    await expect(rebuilt(folder, PROJECTIONS)).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    expect(await readStore.standing('one')).toMatchObject({ version: 2, generation: 2 });
  });

  it('keep what an operator has rolled back, and bring it up again where they are the newer ones', async () => {
    const { folder, store } = await newLog();
    await rebuilt(folder, NEWER);
    const newer = newKeeper(folder, { projections: NEWER });
    await newer.keeper.begun;
    await store.append('case-1', someEvents(2), 'none');
    await newer.freshness.waitFor(2, 10_000);
    await rebuilt(folder, PROJECTIONS, { evenOlder: true });
    await store.append('case-1', someEvents(1), 'any');
    await until(async () => (await newer.readStore.standing('three')).version === 2);
    await newer.freshness.waitFor(3, 10_000);
    expect(await newer.readStore.get('three', 'all')).toEqual({ positions: [1, 2, 3], version: 2 });
    await newer.keeper.stop();

    await rebuilt(folder, PROJECTIONS, { evenOlder: true });
    const older = newKeeper(folder);
    await older.keeper.begun;
    await store.append('case-1', someEvents(1), 'any');
    await older.freshness.waitFor(4, 10_000);
    expect(await older.readStore.get('one', 'all')).toEqual({ positions: [1, 2, 3, 4], version: 1 });
  });

  it('come to work where the leases were forgotten and the read models were not', async () => {
    const { folder, store } = await newLog();
    const readStore = openSqliteReadStore({ folder });
    for (const projection of PROJECTIONS) await readStore.ensure(projection);
    await readStore.claim(['one', 'two', 'three'], 70);
    await readStore.close();
    const keeper = newKeeper(folder);
    await store.append('case-1', someEvents(1), 'none');
    await keeper.freshness.waitFor(1, 10_000);

    expect(await keeper.readStore.get('one', 'all')).toEqual({ positions: [1], version: 1 });
  });
});

describe('freshness', () => {
  it('goes back with the checkpoints, but not for a look that began before it was told of something later', async () => {
    const looks: Position[] = [9, 4, 4];
    const freshness = new Freshness(() => Promise.resolve(looks.shift() ?? START));
    expect(await freshness.refresh()).toBe(9);
    expect(await freshness.refresh()).toBe(4);
    const late = freshness.refresh();
    freshness.reached(5);

    expect(await late).toBe(5);
  });

  it('looks at checkpoints only while somebody waits, and goes on looking after a look that failed', async () => {
    let [looks, position] = [0, START];
    const freshness = new Freshness(() => {
      looks += 1;
      if (looks === 2) return Promise.reject(new Error('the engine is gone'));
      if (looks > 3) position = 9;

      return Promise.resolve(position);
    });
    await freshness.waitFor(9, 10_000);
    const after = looks;
    await freshness.waitFor(9, 10_000);

    expect(looks).toBe(after);
    await expect(freshness.waitFor(10, 50)).rejects.toMatchObject({ code: 'NOT_FRESH_IN_TIME' });
    freshness.close();
  });
});
