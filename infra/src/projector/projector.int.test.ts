import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ACTS, START, type Document, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { allProjections } from '@liuhen/projections';
import { inputOf, JINING } from '../desk/testing/inputs';
import type { Matter } from '../desk/testing/matter';
import { actorOf, kindOf, Office, subjectOf } from '../desk/testing/office';
import { openAt, startDouble, stopDoubles } from '../event-store/kurrentdb/testing/opened';
import type { EventStore } from '../event-store/port';
import { dropDatabases, newDatabase, withMongo } from '../mongodb/testing/server';
import { openMongoReadStore, openSqliteReadStore } from '../read-store';
import type { Batch, ReadStore } from '../read-store/port';
import { Projector } from './projector';
import { outdated, rebuildProjections, type RebuildSource } from './rebuild';
import { everything } from './testing/documents';

const folders: string[] = [];
const closers: (() => Promise<void>)[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-projector-'));
  folders.push(folder);

  return folder;
};
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const newOffice = async ({ log }: Pick<Engine, 'log'> = {}): Promise<Office> => {
  const office = await Office.open(newFolder(), log);
  closers.push(() => office.close());

  return office;
};

interface Engine {
  readonly name: string;
  /** Opens a new, empty log; an embedded one where nothing is said. */
  readonly log?: () => Promise<EventStore>;
  newPlace(): string;
  open(place: string): Promise<ReadStore>;
  /** Histories that the property is tried on. */
  readonly runs: number;
  /** Length of the long history. */
  readonly long: number;
}

const SQLITE: Engine = {
  name: 'SQLite',
  newPlace: newFolder,
  open: (folder) => Promise.resolve(openSqliteReadStore({ folder })),
  runs: 12,
  long: 600,
};

const MONGODB: Engine = { name: 'MongoDB', newPlace: newDatabase, open: (url) => openMongoReadStore({ url }), runs: 2, long: 100 };

/** Positions of a server have gaps: they are places in its file. */
const onServer = (engine: Engine): Engine => ({
  ...engine,
  name: `${engine.name} from a log on KurrentDB`,
  log: async () => openAt((await startDouble()).url, { deadline: 5_000 }),
  runs: 2,
  long: 100,
});

const READ_STORES = withMongo ? [SQLITE, MONGODB] : [SQLITE];

afterAll(dropDatabases);
afterAll(stopDoubles);

const openReadStore = async (engine: Engine, place = engine.newPlace()): Promise<ReadStore> => {
  const store = await engine.open(place);
  closers.push(() => store.close());
  for (const projection of allProjections) await store.ensure(projection);

  return store;
};

const quiet = { info: () => undefined, error: () => undefined };

const follow = (office: Office, readStore: ReadStore, projections: readonly Projection[] = allProjections): Projector => {
  const projector = new Projector({ feed: office.store, readStore, projections, log: quiet });
  projector.start();
  closers.push(() => projector.stop());

  return projector;
};

/** The store, with a look at each round of batches before it is written. */
const giving = (store: ReadStore, look: (batch: Batch) => void): ReadStore =>
  new Proxy(store, {
    get: (target, name) => {
      if (name === 'apply') {
        return async (batches: readonly Batch[], token?: number) => {
          batches.slice(0, 1).forEach(look);

          return target.apply(batches, token);
        };
      }
      const value: unknown = Reflect.get(target, name);

      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

const PATIENCE = 20_000;
const caughtUp = async (projector: Projector, office: Office): Promise<void> => projector.waitFor(await office.store.head(), PATIENCE);

/** Folded at once, on the embedded engine: what every engine has to show. */
const rebuilt = async (office: Office) => {
  const store = await openReadStore(SQLITE);
  await rebuildProjections({ source: office.store, readStore: store, projections: allProjections });

  return everything(store);
};

interface Town {
  readonly office: Office;
  readonly parties: Pick<Matter, 'partyId' | 'labId'>;
  readonly cases: string[];
  readonly records: string[];
}

const newTown = async (engine?: Engine): Promise<Town> => {
  const office = await newOffice(engine);
  const parties = await office.registered();
  await office.must('registerUnit', JINING, { jurisdiction: JINING, name: '济宁市生态环境局' });
  await office.must('recordHolidayNotice', '2027', {
    noticeNo: '国办发明电〔2026〕1号',
    publishedOn: '2026-11-01',
    holidays: ['2027-01-01'],
    workingDays: [],
  });

  return { office, parties, cases: [], records: [] };
};

const result = ({ parties }: Town, pick: number) => inputOf('recordMonitoringResult', { ...parties, file: undefined, target: '', pick });

/** One thing that happens in town: a result comes in, a case is opened or goes on, somebody leans, somebody tries what is not theirs. */
const happen = async (town: Town, pick: number): Promise<void> => {
  const { office, parties, cases, records } = town;
  const matter: Matter = { ...parties, file: undefined, target: '', pick };
  const chosen = cases[pick % Math.max(cases.length, 1)];
  if (chosen === undefined || pick % 97 === 0) {
    cases.push(await office.openCase(parties, pick));
  } else if (pick % 11 === 0) {
    await office.perform('recordMonitoringResult', `${parties.partyId}.1`, result(town, pick));
  } else if (pick % 17 === 0) {
    records.push(subjectOf(await office.must('recordInterference', null, { ...inputOf('recordInterference', matter), caseId: chosen })));
  } else if (pick % 13 === 0 && records.length > 0) {
    await office.anyAct('interference', records[pick % records.length] ?? '', parties, pick);
  } else if (pick % 19 === 0) {
    await office.perform('closeCase', chosen, { summary: '结案' }, { actor: actorOf('dischargingEntity') });
  } else {
    await office.anyAct('case', chosen, parties, pick);
  }
};

const happenAll = async (town: Town, picks: readonly number[]): Promise<void> => {
  for (const pick of picks) await happen(town, pick);
};

const TO_THE_POLICE = [
  ['transferClue', ''],
  ['receiveClue', 'clue-1'],
  ['acceptClue', 'clue-1'],
  ['openInvestigation', ''],
  ['reportInvestigation', ''],
  ['openPenaltyCase', ''],
  ['proposeCriminalTransfer', ''],
  ['approveCriminalTransfer', 'transfer-1'],
  ['sendCriminalTransfer', 'transfer-1'],
] as const;

/** One of each thing that an act of its own opens, whatever it is. */
const openOneOfEach = async ({ office, parties }: Town): Promise<void> => {
  const matter: Matter = { ...parties, file: undefined, target: '', pick: 1 };
  for (const { name } of ACTS.filter(({ kind }) => kind !== 'case').flatMap(({ acts }) => acts.filter(({ opens }) => opens))) {
    await office.must(name, null, inputOf(name, matter));
  }
  const [first] = ACTS.find(({ kind }) => kind === 'person')?.acts ?? [];
  if (first !== undefined) await office.must(first.name, 'li', inputOf(first.name, matter));
};

/** Chance seldom leads a matter as far as the police. */
const toThePolice = async ({ office, parties, cases }: Town): Promise<void> => {
  const caseId = await office.openCase(parties);
  cases.push(caseId);
  for (const [act, target] of TO_THE_POLICE) {
    await office.must(act, caseId, inputOf(act, { ...parties, file: await office.file(caseId), target, pick: 1 }));
  }
};

const EXPOSED = { subject: 'typicalCase', channel: '门户网站', title: '典型案例', text: '查处情况', publishedAt: '2024-09-01' };

/** What happens in files beside the cases, and what of a case is rare. */
const happenBeside = async ({ office, parties, cases }: Town): Promise<void> => {
  const matter: Matter = { ...parties, file: undefined, target: '', pick: 1 };
  const open = (act: string) => office.must(act, null, inputOf(act, matter));
  for (const act of ['transferDisciplineClue', 'receivePublicReport', 'recordCreditBreach', 'openSupervision', 'openPublicationLedger']) {
    const subject = subjectOf(await open(act));
    for (const pick of [10, 20, 30, 40]) await office.anyAct(kindOf(act), subject, parties, pick);
  }
  const { creditCode: _code, legalRepresentative: _name, ...someone } = inputOf('registerParty', matter);
  const person = subjectOf(await office.must('registerParty', null, { ...someone, kind: 'naturalPerson' }));
  await office.must('recordPartyParticulars', person, { particulars: '身份证号 370800199001010011' });
  await office.must('forgetPartyParticulars', person, { basis: '保存期满' });
  for (const caseId of cases) {
    const file = await office.file(caseId);
    const determined = file?.problems.find((problem) => problem.status === 'determined');
    if (determined !== undefined) await office.perform('publishDisclosure', caseId, { ...EXPOSED, problemIds: [determined.id] });
  }
};

/** A long and mixed history, the same each time. */
const MANY = fc.sample(fc.noBias(fc.nat(1_000_000)), { numRuns: 600, seed: 7 });

const typesOf = async ({ office }: Town): Promise<ReadonlySet<string>> =>
  new Set((await office.store.readAll(START, 10_000)).map((event) => event.type));

describe.each([...READ_STORES, ...READ_STORES.slice(-1).map(onServer)])('read models on $name', (engine) => {
  const newReadStore = (place?: string) => openReadStore(engine, place);

  it('that lived through a history are those that are rebuilt from it, for any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000_000), { minLength: 5, maxLength: 60 }), async (picks) => {
        const town = await newTown(engine);
        const live = await newReadStore();
        const projector = follow(town.office, live);
        await happenAll(town, picks);
        await caughtUp(projector, town.office);

        expect(await everything(live)).toEqual(await rebuilt(town.office));
        await projector.stop();
      }),
      { numRuns: engine.runs },
    );
  }, 120_000);

  it('hold every kind of document after a long history of several cases', async () => {
    const town = await newTown(engine);
    const live = await newReadStore();
    const projector = follow(town.office, live);
    await happenAll(town, MANY.slice(0, engine.long));
    await toThePolice(town);
    await openOneOfEach(town);
    await happenBeside(town);
    await caughtUp(projector, town.office);
    const documents = await everything(live);

    expect((await typesOf(town)).size).toBeGreaterThan(engine.long / 20);
    expect(town.cases.length).toBeGreaterThan(engine.long / 150);
    if (engine === SQLITE) {
      for (const { name } of allProjections) expect([name, Object.keys(documents[name] ?? {}).length > 0]).toEqual([name, true]);
    }
    expect(Object.keys(documents['caseFiles'] ?? {}).sort()).toEqual([...town.cases].sort());
    expect(documents).toEqual(await rebuilt(town.office));
    expect((await projector.status()).map((each) => each.checkpoint)).toEqual(allProjections.map(() => projector.position));
    expect(projector.fault).toBeUndefined();
  }, 120_000);

  it('go on where they were after a restart, however often', async () => {
    const town = await newTown(engine);
    const place = engine.newPlace();
    for (const part of [MANY.slice(0, 40), MANY.slice(40, 60), [], MANY.slice(60, 90)]) {
      const store = await engine.open(place);
      for (const projection of allProjections) await store.ensure(projection);
      const projector = new Projector({ feed: town.office.store, readStore: store, projections: allProjections, log: quiet });
      projector.start();
      await happenAll(town, part);
      // Stopped wherever it happens to be.
      await projector.stop();
      await store.close();
    }
    const last = await newReadStore(place);
    await caughtUp(follow(town.office, last), town.office);

    expect(await everything(last)).toEqual(await rebuilt(town.office));
  }, 120_000);

  it('are not changed by a second projector on the same documents', async () => {
    const town = await newTown(engine);
    const place = engine.newPlace();
    const [one, two] = [await newReadStore(place), await newReadStore(place)];
    const projectors = [follow(town.office, one), follow(town.office, two)];
    await happenAll(town, MANY.slice(0, 60));
    for (const projector of projectors) await caughtUp(projector, town.office);
    const expected = await rebuilt(town.office);

    expect(await everything(one)).toEqual(expected);
    expect(await everything(two)).toEqual(expected);
  }, 120_000);
});

describe.each(READ_STORES)('a rebuild on $name', (engine) => {
  const newReadStore = (place?: string) => openReadStore(engine, place);

  it('swapped in while the live projector follows loses nothing and doubles nothing', async () => {
    const town = await newTown();
    const live = await newReadStore();
    const projector = follow(town.office, live);
    await happenAll(town, MANY.slice(0, 60));
    const rebuild = () => rebuildProjections({ source: town.office.store, readStore: live, projections: allProjections });
    await Promise.all([happenAll(town, MANY.slice(60, 120)), rebuild().then(rebuild).then(rebuild)]);
    await happenAll(town, MANY.slice(120, 140));
    await caughtUp(projector, town.office);

    expect(await everything(live)).toEqual(await rebuilt(town.office));
    expect((await live.standing('caseFiles')).generation).toBe(4);
    expect(projector.fault).toBeUndefined();
  }, 120_000);

  it('by another process while this one follows loses nothing either', async () => {
    const town = await newTown();
    const place = engine.newPlace();
    const live = await newReadStore(place);
    const projector = follow(town.office, live);
    await happenAll(town, MANY.slice(0, 40));
    const beside = await newReadStore(place);
    await Promise.all([
      happenAll(town, MANY.slice(40, 80)),
      rebuildProjections({ source: town.office.store, readStore: beside, projections: allProjections }),
    ]);
    await happenAll(town, MANY.slice(80, 90));
    await caughtUp(projector, town.office);

    expect(await everything(live)).toEqual(await rebuilt(town.office));
  }, 120_000);

  it('never takes readers back: what was read just before the swap is there just after it', async () => {
    const town = await newTown();
    const live = await newReadStore();
    const projector = follow(town.office, live);
    await happenAll(town, MANY.slice(0, 30));
    let late: string | undefined;
    /** The log, in which one more case is opened, and read by others, as soon as the rebuild believes that it is done. */
    const source: RebuildSource = {
      head: () => town.office.store.head(),
      readAll: async (after: Position, limit: number): Promise<readonly RecordedEvent[]> => {
        const page = await town.office.store.readAll(after, limit);
        if (page.length === 0 && late === undefined) {
          late = await town.office.openCase(town.parties);
          await caughtUp(projector, town.office);
        }

        return page;
      },
    };
    await rebuildProjections({ source, readStore: live, projections: allProjections });

    expect(await live.get('caseFiles', late ?? '')).toMatchObject({ caseId: late });
    expect(await everything(live)).toEqual(await rebuilt(town.office));
  });

  it('gives way to a shorter log: documents of a log that is gone do not stay', async () => {
    const long = await newTown();
    await happenAll(long, MANY.slice(0, 30));
    const short = await newTown();
    await happenAll(short, MANY.slice(0, 5));
    const store = await newReadStore();
    await rebuildProjections({ source: long.office.store, readStore: store, projections: allProjections });
    await rebuildProjections({ source: short.office.store, readStore: store, projections: allProjections });

    expect(await everything(store)).toEqual(await rebuilt(short.office));
    expect((await store.standing('caseFiles')).checkpoint).toBe(await short.office.store.head());
  });

  it('that fails leaves the live documents as they were', async () => {
    const town = await newTown();
    const live = await newReadStore();
    const projector = follow(town.office, live);
    await happenAll(town, MANY.slice(0, 20));
    await caughtUp(projector, town.office);
    const before = await everything(live);
    const broken: RebuildSource = {
      head: () => town.office.store.head(),
      readAll: (after, limit) =>
        after > 10 ? Promise.reject(new Error('the disk is gone')) : town.office.store.readAll(after, Math.min(limit, 11)),
    };

    await expect(rebuildProjections({ source: broken, readStore: live, projections: allProjections })).rejects.toThrow('the disk is gone');
    expect(await everything(live)).toEqual(before);
    await happenAll(town, MANY.slice(20, 30));
    await caughtUp(projector, town.office);
    expect(await everything(live)).toEqual(await rebuilt(town.office));
  });

  it('is due where the version of a projection has moved on, and no longer after it', async () => {
    const town = await newTown();
    await happenAll(town, MANY.slice(0, 10));
    const store = await newReadStore();
    const moved = allProjections.map((projection) =>
      projection.name === 'caseFiles' ? { ...projection, version: projection.version + 1 } : projection,
    );

    expect(await outdated(store, allProjections)).toEqual([]);
    expect((await outdated(store, moved)).map((each) => each.name)).toEqual(['caseFiles']);
    const seen: Position[] = [];
    const count = await rebuildProjections({
      source: town.office.store,
      readStore: store,
      projections: await outdated(store, moved),
      onProgress: (position) => seen.push(position),
    });
    expect(await outdated(store, moved)).toEqual([]);
    expect(count).toBe((await town.office.store.readAll(START, 10_000)).length);
    expect(seen.at(-1)).toBe(await town.office.store.head());
  });
});

/** How each event that opens a document leaves it: after all that came before, and from nothing. */
const openings = (projection: Projection, events: readonly RecordedEvent[]): readonly (readonly [unknown, unknown])[] => {
  const documents = new Map<string, Document | undefined>();

  return events
    .filter(({ type }) => projection.eventTypes.includes(type))
    .flatMap((event) => projection.keysOf(event).map((key) => ({ event, key })))
    .flatMap(({ event, key }) => {
      const after = projection.evolve(documents.get(key), event, key);
      documents.set(key, after);

      return projection.opens?.(event, key) === true ? [[after, projection.evolve(undefined, event, key)] as const] : [];
    });
};

describe('a document that an event opens', () => {
  it('is the same whatever was there before it', async () => {
    const town = await newTown();
    await happenAll(town, MANY.slice(0, 300));
    await toThePolice(town);
    const events = await town.office.store.readAll(START, 10_000);
    for (const projection of allProjections.filter((each) => 'opens' in each)) {
      const opened = openings(projection, events);

      expect([projection.name, opened.length > 0]).toEqual([projection.name, true]);
      for (const [after, fromNothing] of opened) expect(fromNothing).toEqual(after);
    }
  }, 120_000);
});

describe('waiting for a position', () => {
  it('settles when the read models are there, and gives up when the time is over', async () => {
    const town = await newTown();
    const live = await openReadStore(SQLITE);
    const projector = follow(town.office, live);
    const receipt = await town.office.must(
      'reportProblem',
      null,
      inputOf('reportProblem', { ...town.parties, file: undefined, target: '', pick: 1 }),
    );
    await projector.waitFor(receipt.position, PATIENCE);

    expect(await live.get('caseFiles', subjectOf(receipt))).toMatchObject({ position: receipt.position });
    await expect(projector.waitFor(receipt.position + 1, 20)).rejects.toMatchObject({ code: 'NOT_FRESH_IN_TIME' });
  });
});

describe('read models that are far behind', () => {
  const LARGE = 250;

  it('get to the end though whoever keeps them never gets a large batch through', async () => {
    const town = await newTown();
    await happenAll(town, MANY);
    const log = await town.office.store.readAll(START, 10_000);
    const readStore = await openReadStore(SQLITE);
    let reached: Position = START;
    const follower = follow(
      town.office,
      giving(readStore, (batch) => {
        const events = log.filter(({ position }) => position <= batch.checkpoint && position > reached).length;
        if (events > LARGE) throw new Error('ended before it was through');
        reached = batch.checkpoint;
      }),
    );
    await caughtUp(follower, town.office);

    expect(log.length).toBeGreaterThan(LARGE);
    expect(await everything(readStore)).toEqual(await rebuilt(town.office));
  }, 120_000);
});
