import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START } from '@liuhen/workflows';
import { allProjections } from '@liuhen/projections';
import { inputOf } from '../desk/testing/inputs';
import { NOON, Office, subjectOf } from '../desk/testing/office';
import { meetEngines, openLeaseStore, openReadStore } from '../engines';
import { openSqliteEventStore } from '../event-store';
import { openAt, startDouble, stopDoubles } from '../event-store/kurrentdb/testing/opened';
import type { EventStore } from '../event-store/port';
import { dropDatabases, newDatabase, withMongo } from '../mongodb/testing/server';
import type { ReadStore } from '../read-store/port';
import { Freshness } from './freshness';
import { ReadModelKeeper } from './keeper';
import { rebuildProjections } from './rebuild';
import { everything } from './testing/documents';

const folders: string[] = [];
const closers: (() => Promise<unknown>)[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-restored-'));
  folders.push(folder);

  return folder;
};
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(stopDoubles);
afterAll(dropDatabases);
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A log, and a way to set it back to what it was when the backup was taken. */
interface Log {
  readonly store: EventStore;
  /** Answers what opens the restored log. */
  readonly backup: () => () => Promise<EventStore>;
}

const embeddedLog = async (): Promise<Log> => {
  const folder = newFolder();
  const store = await openSqliteEventStore({ folder });

  return {
    store,
    backup: () => {
      const copy = newFolder();
      cpSync(folder, copy, { recursive: true });

      return () => openSqliteEventStore({ folder: copy });
    },
  };
};

const serverLog = async (): Promise<Log> => {
  const double = await startDouble();
  const open = (url: string) => openAt(url, { deadline: 5_000 });

  return {
    store: await open(double.url),
    backup: () => {
      const log = double.log.backup();

      return async () => open((await startDouble({ log })).url);
    },
  };
};

const ENGINES = [
  { name: 'SQLite beside an embedded log', log: embeddedLog, readModels: () => 'embedded' },
  ...(withMongo
    ? [
        { name: 'MongoDB beside an embedded log', log: embeddedLog, readModels: newDatabase },
        { name: 'MongoDB beside a log on KurrentDB', log: serverLog, readModels: newDatabase },
      ]
    : []),
];

const PATIENCE = 20_000;
const NAMES = allProjections.map(({ name }) => name);

let acts = 0;
/** Under a key that no act had before, for a log that was set back does not know what was done after. */
const happen = async (office: Office, parties: { readonly partyId: string; readonly labId: string }, cases: number): Promise<string> => {
  let last = '';
  for (let pick = 1; pick <= cases; pick += 1) {
    acts += 1;
    const matter = { ...parties, file: undefined, target: '', pick };
    last = subjectOf(await office.must('reportProblem', null, inputOf('reportProblem', matter), { idempotencyKey: `act-${acts}` }));
  }

  return last;
};

describe.each(ENGINES)('read models on $name', ({ log, readModels }) => {
  const place = () => ({ data: newFolder(), readModels: readModels() });
  type Place = ReturnType<typeof place>;

  const opened = async (at: Place): Promise<ReadStore> => {
    const readStore = await openReadStore(at);
    closers.push(() => readStore.close());

    return readStore;
  };

  /** A process that only reads, as it starts; what it says while it does. */
  const reader = async (at: Place, store: EventStore) => {
    const [readStore, said] = [await opened(at), [] as string[]];
    await meetEngines({ store, readStore, log: { error: (_, message) => said.push(message) } }, Date.parse(NOON));
    const freshness = new Freshness(() => readStore.checkpoint(NAMES));
    closers.push(() => Promise.resolve(freshness.close()));

    return { readStore, freshness, said };
  };

  const keeper = async (at: Place, feed: EventStore) => {
    const [readStore, leases] = [await opened(at), await openLeaseStore(at)];
    for (const projection of allProjections) await readStore.ensure(projection);
    const freshness = new Freshness();
    const said: string[] = [];
    const told = (_: object, message: string) => said.push(message);
    const keeping = new ReadModelKeeper({
      feed,
      readStore,
      leases,
      projections: allProjections,
      freshness,
      holder: 'test',
      seize: true,
      log: { info: told, error: told },
    });
    keeping.start();
    closers.push(async () => {
      await keeping.stop();
      await leases.close();
    });

    return { freshness, keeping, said, readStore };
  };

  const rebuilt = async (store: EventStore) => {
    const fresh = await openReadStore({ data: newFolder(), readModels: 'embedded' });
    closers.push(() => fresh.close());
    await rebuildProjections({ source: store, readStore: fresh, projections: allProjections });

    return everything(fresh);
  };

  /** A log whose read models have seen more than its backup holds. */
  const lived = async () => {
    const { store, backup } = await log();
    const at = place();
    const office = await Office.open(newFolder(), () => Promise.resolve(store));
    const parties = await office.registered();
    await happen(office, parties, 3);
    const restore = backup();
    const phantom = await happen(office, parties, 6);
    const kept = await keeper(at, store);
    const end = await store.head();
    await kept.freshness.waitFor(end, PATIENCE);
    const running = await reader(at, store);
    expect(await running.freshness.refresh()).toBe(end);
    expect([kept.said, running.said]).toEqual([['the lease is taken'], []]);
    await kept.keeping.stop();
    await store.close();
    const restored = await restore();
    closers.push(() => restored.close());

    return { at, end, running, phantom, parties, restored, office: await Office.open(newFolder(), () => Promise.resolve(restored)) };
  };

  it.each([
    { how: 'shorter than they are', since: 0 },
    { how: 'longer again', since: 9 },
  ])(
    'of a log that was set back and is $how count as empty at once and are rebuilt',
    async ({ since }) => {
      const { at, end, running, phantom, parties, restored, office } = await lived();
      await happen(office, parties, since);
      expect((await restored.head()) > end).toBe(since > 0);
      const started = await reader(at, restored);
      expect(started.said).toEqual([expect.stringContaining('the log does not hold the event')]);
      expect(await started.freshness.refresh()).toBe(START);
      expect(await running.freshness.refresh()).toBe(START);
      await expect(running.freshness.waitFor(1, 20)).rejects.toMatchObject({ code: 'NOT_FRESH_IN_TIME' });

      const kept = await keeper(at, restored);
      const late = await happen(office, parties, 2);
      await kept.freshness.waitFor(await restored.head(), PATIENCE);
      await running.freshness.waitFor(await restored.head(), PATIENCE);
      expect(await started.readStore.get('caseFiles', late)).toMatchObject({ caseId: late });
      expect(await started.readStore.get('caseFiles', phantom)).toBeUndefined();
      expect(await everything(started.readStore)).toEqual(await rebuilt(restored));
      expect(kept.keeping.fault).toBeUndefined();
    },
    60_000,
  );

  it('are held against the log by whoever takes them over, too', async () => {
    const { at, phantom, parties, restored, office } = await lived();
    const kept = await keeper(at, restored);
    await happen(office, parties, 1);
    await kept.freshness.waitFor(await restored.head(), PATIENCE);

    expect(kept.said.join()).toContain('the log does not hold the event');
    expect(await kept.readStore.get('caseFiles', phantom)).toBeUndefined();
    expect(await everything(kept.readStore)).toEqual(await rebuilt(restored));
  }, 60_000);
});
