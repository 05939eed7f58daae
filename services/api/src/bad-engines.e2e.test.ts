import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { logger, openEventStore, readConfig, type Config } from '@liuhen/infra';
import { MongoClient } from 'mongodb';
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { someEvents } from '../../../infra/src/event-store/testing/events';
import { fakeServer, type Fake } from '../../../infra/src/mongodb/testing/fake-server';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { startGateway } from '../../gateway-hj212/src/gateway';
import { startProjector } from '../../projector/src/projector';
import { Program } from '../../projector/src/testing/process';
import { startClock } from '../../scheduler/src/clock';
import { startService } from './index';
import { FIRM } from './testing/firm';

const HOUR = 3_600_000;
const SERVICES = resolve(__dirname, '../..');
const folders: string[] = [];
const doubles: KurrentDouble[] = [];
const fakes: Fake[] = [];
const programs: Program[] = [];
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.signal('SIGKILL')));
  for (const fake of fakes.splice(0)) await fake.close();
  for (const double of doubles.splice(0)) double.stop();
});
afterAll(async () => {
  await dropDatabases();
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-bad-engines-'));
  folders.push(folder);

  return folder;
};
const newDouble = async (version = '23.10.7'): Promise<KurrentDouble> => {
  const double = await KurrentDouble.start({ version });
  doubles.push(double);

  return double;
};
const openLog = (url: string, deployment: string) =>
  openEventStore({ events: url, deployment, folder: newFolder(), log: logger('silent') });
const writeTo = async (url: string, deployment: string): Promise<void> => {
  const store = await openLog(url, deployment);
  await store.append('case-1', someEvents(2), 'none');
  await store.close();
};

/** Somebody else writes into the same server. */
const intrude = async ({ url }: KurrentDouble, stream: string): Promise<void> => {
  const client = KurrentDBClient.connectionString(url);
  await client.appendToStream(stream, jsonEvent({ type: 'OrderPlaced', data: {} }));
  await client.dispose();
};

const HELLO = {
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16_777_216,
  minWireVersion: 0,
  maxWireVersion: 21,
  ok: 1,
};
const SIZES = { maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000 };
const newFake = async (answer: (command: object) => object, address = (url: string) => url): Promise<string> => {
  const fake = await fakeServer((command) => ({ ...HELLO, ...SIZES, ...answer(command) }));
  fakes.push(fake);

  return address(fake.url);
};
const saying = (code: number, errmsg: string) => (command: object) =>
  'find' in command || 'saslStart' in command ? { ok: 0, code, errmsg } : {};

/** Names of what stands in a database, and how many documents each has. */
const heldBy = async (url: string): Promise<unknown> => {
  const client = await MongoClient.connect(url);
  const names = (await client.db().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const counted = await Promise.all(names.map(async (name) => [name, await client.db().collection(name).countDocuments()]));
  await client.close();

  return counted;
};

interface Bad {
  readonly what: string;
  readonly code: string;
  /** Addresses of the log and of the read models. */
  readonly engines: () => Promise<{ readonly double: KurrentDouble; readonly events?: string; readonly readModels: string }>;
  /** The read models are a real server, whose content is compared. */
  readonly holds?: boolean;
}

const BAD_LOGS: readonly Bad[] = [
  {
    what: 'the address of the log is none',
    code: 'CONFIG_INVALID',
    engines: async () => ({ double: await newDouble(), events: 'kurrentdb://user:secret@', readModels: newDatabase() }),
    holds: true,
  },
  {
    what: 'the server of the log is too old',
    code: 'STORE_TOO_OLD',
    engines: async () => ({ double: await newDouble('21.10.8'), readModels: newDatabase() }),
    holds: true,
  },
  {
    what: 'the log belongs to another deployment',
    code: 'STORE_OF_OTHERS',
    engines: async () => {
      const double = await newDouble();
      await writeTo(double.url, 'zaozhuang');

      return { double, readModels: newDatabase() };
    },
    holds: true,
  },
  {
    what: 'the log holds events of somebody else',
    code: 'STORE_OF_OTHERS',
    engines: async () => {
      const double = await newDouble();
      await intrude(double, 'orders-1');

      return { double, readModels: newDatabase() };
    },
    holds: true,
  },
];

const BAD_READ_MODELS: readonly Bad[] = [
  {
    what: 'the address of the read models is none',
    code: 'CONFIG_INVALID',
    engines: async () => ({ double: await newDouble(), readModels: 'mongodb://127.0.0.1/?noSuchOption=1' }),
  },
  {
    what: 'nobody answers for the read models',
    code: 'STORE_UNREACHABLE',
    engines: async () => ({ double: await newDouble(), readModels: 'mongodb://127.0.0.1:9/liuhen' }),
  },
  {
    what: 'the password for the read models is wrong',
    code: 'STORE_DENIED',
    engines: async () => ({
      double: await newDouble(),
      readModels: await newFake(saying(18, 'Authentication failed.'), (url) => url.replace('//', '//officer:wrong@')),
    }),
  },
  {
    what: 'the right on the read models is missing',
    code: 'STORE_DENIED',
    engines: async () => ({ double: await newDouble(), readModels: await newFake(saying(13, 'not authorized on liuhen')) }),
  },
  {
    what: 'the server of the read models is too old',
    code: 'STORE_TOO_OLD',
    engines: async () => ({ double: await newDouble(), readModels: await newFake(() => ({ maxWireVersion: 9 })) }),
  },
  ...[-HOUR, HOUR].map((apart): Bad => ({
    what: `the server of the read models lives ${apart / HOUR} hours from here`,
    code: 'CLOCK_APART',
    engines: async () => ({ double: await newDouble(), readModels: await newFake(() => ({ localTime: new Date(Date.now() + apart) })) }),
  })),
  {
    what: 'the database of the read models holds what others have put in',
    code: 'STORE_OF_OTHERS',
    engines: async () => {
      const readModels = newDatabase();
      const client = await MongoClient.connect(readModels);
      await client.db().collection('orders').insertOne({ order: 1 });
      await client.close();

      return { double: await newDouble(), readModels };
    },
    holds: true,
  },
  ...[true, false].map((filled): Bad => ({
    what: `the read models were folded from another log, and this one ${filled ? 'has events' : 'is empty'}`,
    code: 'STORE_OF_OTHERS',
    engines: async () => {
      const [double, other, readModels] = [await newDouble(), await newDouble(), newDatabase()];
      await writeTo(other.url, 'liuhen');
      await (await startProjector(configOf({ double: other, readModels }), logger('silent'))).stop();
      if (filled) await writeTo(double.url, 'liuhen');

      return { double, readModels };
    },
    holds: true,
  })),
];

const configOf = ({ double, events = double.url, readModels }: Awaited<ReturnType<Bad['engines']>>): Config =>
  readConfig({
    LIUHEN_DATA: newFolder(),
    LIUHEN_EVENTS: events,
    LIUHEN_READ_MODELS: readModels,
    LIUHEN_PORT: '0',
    LIUHEN_HJ212_PORT: '0',
    LIUHEN_LOG_LEVEL: 'silent',
  });

const PROGRAMS = { api: startService, projector: startProjector, scheduler: startClock, gateway: startGateway };

(withMongo ? describe : describe.skip)('every program is refused at its start, and writes nothing anywhere, where', () => {
  it.each([...BAD_LOGS, ...BAD_READ_MODELS])('$what: $code', async ({ code, engines, holds = false }) => {
    const given = await engines();
    const [written, held] = [given.double.log.written.length, holds ? await heldBy(given.readModels) : null];
    for (const start of Object.values(PROGRAMS)) {
      const error = await start(configOf(given), logger('silent')).then(
        () => undefined,
        (cause: unknown) => cause as Error & { readonly code: string },
      );

      expect(error?.code).toBe(code);
      expect(error?.message).toMatch(/\p{Script=Han}.* \/ /u);
      expect(error?.message).not.toMatch(/secret|wrong@/);
    }
    expect(given.double.log.written).toHaveLength(written);
    if (holds) expect(await heldBy(given.readModels)).toEqual(held);
  });
});

describe('an event of somebody else in a stream of ours', () => {
  it('sets that case aside with a code, is counted, and leaves every other alone', async () => {
    const double = await newDouble();
    const service = await startService(
      readConfig({
        LIUHEN_DATA: newFolder(),
        LIUHEN_EVENTS: double.url,
        LIUHEN_PORT: '0',
        LIUHEN_HJ212_PORT: '0',
        LIUHEN_METRICS_PORT: '0',
        LIUHEN_LOG_LEVEL: 'silent',
      }),
      logger('silent'),
    );
    const registrar = {
      person: 'p-1',
      name: '何静',
      organisation: '局',
      office: '信息',
      function: 'registrar',
      jurisdiction: '370800',
    } as const;
    const life = { issuedAt: Math.floor(Date.now() / 1_000), seconds: 600 };
    const tokens = [
      await service.issuer.issue(registrar, life),
      await service.issuer.issue({ ...registrar, person: 'p-2', function: 'enforcementAgency' }, life),
    ];
    let keys = 0;
    const act = async (by: 0 | 1, declared: string, call: string, variables: object) => {
      keys += 1;
      const query = `mutation ($request: ActRequestInput!, ${declared}) { act: ${call} { __typename ... on Receipt { subject } } }`;
      const response = await fetch(service.graphql, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[by] ?? ''}` },
        body: JSON.stringify({ query, variables: { ...variables, request: { idempotencyKey: `k-${keys}` } } }),
      });

      return (await response.json()) as {
        readonly data: { readonly act: { readonly __typename: string; readonly subject: string } } | null;
        readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
      };
    };
    const party = await act(0, '$input: RegisterPartyInput!', 'registerParty(request: $request, input: $input)', {
      input: FIRM,
    });
    const partyId = party.data?.act.subject ?? '';
    const problem = { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2024-09-01T08:00:00+08:00' };
    const report = async () =>
      (await act(1, '$input: ReportProblemInput!', 'reportProblem(request: $request, input: $input)', { input: problem })).data?.act
        .subject ?? '';
    const add = (caseId: string) =>
      act(1, '$caseId: ID!, $input: AddProblemInput!', 'addProblem(caseId: $caseId, request: $request, input: $input)', {
        caseId,
        input: problem,
      });
    const [touched, whole] = [await report(), await report()];
    await intrude(double, `case-${touched}`);

    expect((await add(touched)).errors?.[0]?.extensions.code).toBe('FOREIGN_EVENT');
    expect((await add(whole)).data?.act.__typename).toBe('Receipt');
    expect(await (await fetch(service.metrics ?? '')).text()).toMatch(/liuhen_foreign_events\S* 1/);
    await service.stop();
  });
});

describe('two processes an hour apart', () => {
  const SKEW = { NODE_OPTIONS: `--require ${join(SERVICES, 'projector/dist/testing/skewed-clock.js')}` };
  const start = async (script: string, environment: Readonly<Record<string, string>>): Promise<string> => {
    const program = new Program(join(SERVICES, script, 'dist/main.js'), {
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_LOG_LEVEL: 'error',
      ...environment,
    });
    programs.push(program);

    const address = script === 'api' ? /http:\/\/\S+\/graphql\s/ : /http:\/\/\S+\s/;

    return address.exec(await program.start(address))?.[0].trim() ?? '';
  };

  (withMongo ? it : it.skip)(
    'the one whose clock is wrong is told so at its start, before it has written anything',
    async () => {
      const double = await newDouble();
      const engines = { LIUHEN_EVENTS: double.url, LIUHEN_READ_MODELS: newDatabase() };
      for (const script of ['api', 'projector', 'scheduler', 'gateway-hj212'])
        for (const apart of [HOUR, -HOUR])
          await expect(start(script, { ...engines, ...SKEW, SKEW: String(apart), LIUHEN_DATA: newFolder() })).rejects.toThrow(
            /CLOCK_APART/,
          );

      expect(double.log.written).toEqual([]);
      expect(await heldBy(engines.LIUHEN_READ_MODELS)).toEqual([]);
    },
    120_000,
  );

  it('one that is behind what the log has recorded is told so where there is no other clock to ask', async () => {
    const double = await newDouble();
    const store = await openLog(double.url, 'liuhen');
    await store.append(
      'case-1',
      someEvents(1).map((event) => ({ ...event, recordedAt: new Date(Date.now() + HOUR).toISOString() })),
      'none',
    );
    await store.close();
    const written = double.log.written.length;

    await expect(start('api', { LIUHEN_EVENTS: double.url, LIUHEN_DATA: newFolder() })).rejects.toThrow(/CLOCK_APART/);
    expect(double.log.written).toHaveLength(written);
  }, 60_000);

  it('never hold one lease together: the one with the wrong clock waits for as long as the other lives', async () => {
    const folder = newFolder();
    await start('api', { LIUHEN_DATA: folder, LIUHEN_ROLES: 'api' });
    const kept = async (url: string): Promise<number> => ((await (await fetch(url)).json()) as { readonly partitions: number }).partitions;
    const until = async (url: string): Promise<void> => {
      while ((await kept(url)) === 0) await new Promise((wake) => setTimeout(wake, 20));
    };
    const right = await start('projector', { LIUHEN_DATA: folder });
    await until(right);
    const holder = programs.at(-1);
    const fast = await start('projector', { LIUHEN_DATA: folder, ...SKEW, SKEW: String(HOUR) });
    const slow = await start('projector', { LIUHEN_DATA: folder, ...SKEW, SKEW: String(-HOUR) });
    for (let look = 0; look < 200; look += 1) {
      expect([await kept(right), await kept(fast), await kept(slow)]).toEqual([1, 0, 0]);
      await new Promise((wake) => setTimeout(wake, 40));
    }
    await holder?.signal('SIGSTOP');
    await Promise.race([until(fast), until(slow)]);
    expect((await kept(fast)) + (await kept(slow))).toBe(1);
    await holder?.signal('SIGCONT');
    while ((await kept(right)) !== 0) await new Promise((wake) => setTimeout(wake, 20));
    expect((await kept(fast)) + (await kept(slow))).toBe(1);
  }, 120_000);
});
