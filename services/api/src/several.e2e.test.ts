import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { logger, openEmbeddedIssuer, openEventSource, openEventStore } from '@liuhen/infra';
import { isClockEvent, START, type NewEvent, type RecordedEvent } from '@liuhen/workflows';
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Listener } from '../../projector/src/testing/listener';
import { Officer, type Acknowledged } from '../../projector/src/testing/officer';
import { Program } from '../../projector/src/testing/process';
import { OFFICER, REGISTRAR } from '../../projector/src/testing/stand';

const SERVICES = resolve(__dirname, '../..');

/** Take-over is due within ten seconds of a death; what is looked at may take some more to be seen. */
const TAKE_OVER = 10_000;

/** A deployment of several processes on one log and one database, each with a folder of its own. */
class Cluster {
  readonly #folders: string[] = [];
  readonly #programs = new Map<string, Program>();
  readonly #urls = new Map<string, string>();
  tokens = { registrar: '', officer: '' };

  private constructor(
    readonly log: KurrentDouble,
    private readonly readModels: string,
  ) {}

  static async open(): Promise<Cluster> {
    const cluster = new Cluster(await KurrentDouble.start(), newDatabase());
    const first = cluster.#newFolder();
    const issuer = await openEmbeddedIssuer(first);
    const life = { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 86_400 };
    cluster.tokens = { registrar: await issuer.issue(REGISTRAR, life), officer: await issuer.issue(OFFICER, life) };
    const keys = readdirSync(first);
    const api = (roles: string) => {
      const folder = cluster.#newFolder();
      for (const name of keys) copyFileSync(join(first, name), join(folder, name));

      return { script: 'api', folder, more: { LIUHEN_ROLES: roles } };
    };
    await cluster.#start('api-1', api('api,ledger'));
    await cluster.#start('api-2', api('api,ledger'));
    for (const name of ['projector', 'scheduler'])
      for (const at of [1, 2]) await cluster.#start(`${name}-${at}`, { script: name, folder: cluster.#newFolder(), more: {} });

    return cluster;
  }

  url(name: string): string {
    return this.#urls.get(name) ?? '';
  }

  /** As an officer and a listener see a deployment: one address of it. */
  door(name: string): { graphql: string; tokens: Cluster['tokens'] } {
    return { graphql: this.url(name), tokens: this.tokens };
  }

  async kill(name: string): Promise<void> {
    await this.#programs.get(name)?.signal('SIGKILL');
  }

  /** Puts into the log what an earlier year left in it. */
  async write(stream: string, events: readonly NewEvent[]): Promise<void> {
    const store = await openEventStore({ events: this.log.url, deployment: 'liuhen', folder: this.#newFolder(), log: logger('silent') });
    await store.append(stream, events, 'none');
    await store.close();
  }

  async events(): Promise<readonly RecordedEvent[]> {
    const source = await openEventSource({ events: this.log.url, deployment: 'liuhen', folder: '', log: logger('silent') });
    const all: RecordedEvent[] = [];
    for (;;) {
      const page = await source.readAll(all.at(-1)?.position ?? START, 1_000);
      if (page.length === 0) break;
      all.push(...page);
    }
    await source.close();

    return all;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#programs.values()].map((program) => program.signal('SIGKILL')));
    this.log.stop();
    this.#folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  }

  #newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-cluster-'));
    this.#folders.push(folder);

    return folder;
  }

  async #start(
    name: string,
    { script, folder, more }: { script: string; folder: string; more: Readonly<Record<string, string>> },
  ): Promise<void> {
    const program = new Program(join(SERVICES, script, 'dist/main.js'), {
      LIUHEN_DATA: folder,
      LIUHEN_EVENTS: this.log.url,
      LIUHEN_READ_MODELS: this.readModels,
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_LOG_LEVEL: 'error',
      LIUHEN_CHECKPOINT_SECONDS: '0.2',
      ...more,
    });
    this.#programs.set(name, program);
    this.#urls.set(name, await program.start(script === 'api' ? /http:\/\/\S+\/graphql/ : /http:\/\/\S+/));
  }
}

const PAST = '2024-09-02T09:00:00+08:00';

const past = (caseId: string, type: string, payload: object): NewEvent => ({
  id: randomUUID(),
  type,
  payload: { clueId: 'clue-1', ...payload },
  schemaVersion: 1,
  occurredAt: PAST,
  recordedAt: PAST,
  actor: OFFICER,
  actId: randomUUID(),
  correlationId: caseId,
  causationId: null,
  basis: [],
  evidence: [],
});

/** A clue that came to the agency in 2024, and on record: the fifteen days for the filing are long over. */
const overdue = (caseId: string): readonly NewEvent[] => [
  past(caseId, 'ProblemFound', {
    problemId: 'problem-1',
    title: '超标',
    source: 'enforcementMonitoring',
    partyId: 'party-1',
    partyName: '某某化工',
    outletId: null,
    jurisdiction: '370800',
    facts: '超标',
    foundAt: PAST,
    suspicionIds: [],
    reporterAwaitsAnswer: false,
  }),
  past(caseId, 'ClueTransferred', {
    problemIds: ['problem-1'],
    from: { organisation: '监测中心', function: 'monitoringUnit', jurisdiction: '370800' },
    to: { organisation: '执法支队', function: 'enforcementAgency', jurisdiction: '370800' },
    materials: ['监测报告'],
    verified: true,
    fraud: false,
    note: null,
  }),
  past(caseId, 'ClueReceived', {}),
];

const ADD = `mutation ($caseId: ID!, $input: AddProblemInput!, $request: ActRequestInput!) {
  act: addProblem(caseId: $caseId, input: $input, request: $request) { __typename ... on Receipt { actId revision } ... on Conflict { currentRevision } } }`;

interface Outcome {
  readonly __typename: string;
  readonly actId?: string;
  readonly revision?: number;
}

(withMongo ? describe : describe.skip)('a deployment of several processes', () => {
  let cluster: Cluster;
  let first: Acknowledged;
  let revision = 0;

  beforeAll(async () => {
    cluster = await Cluster.open();
  }, 180_000);
  afterAll(async () => {
    await cluster.close();
    await dropDatabases();
  });

  const ask = async (at: string, query: string, variables: object): Promise<Readonly<Record<string, Outcome>>> => {
    const response = await fetch(cluster.url(at), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${cluster.tokens.officer}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Readonly<Record<string, Outcome>> | null; errors?: unknown };
    if (data == null) throw new Error(JSON.stringify(errors));

    return data;
  };
  const add = async (at: string, request: object): Promise<Outcome | undefined> => {
    const input = { title: '又一问题', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2024-09-01T08:00:00+08:00' };

    return (await ask(at, ADD, { caseId: first.subject, input, request }))['act'];
  };
  let partyId = '';

  it('shows at one API what was done at the other, no older than the act', async () => {
    const here = new Officer(cluster.door('api-1'), 'here');
    const there = new Officer(cluster.door('api-2'), 'there');
    first = await here.act();
    partyId = here.acknowledged[0]?.subject ?? '';

    expect(await there.problemsSeen(first)).toBe(1);
  }, 60_000);

  it('gives of two officers at two APIs one the act and the other a conflict, each time', async () => {
    for (let round = 0; round < 15; round += 1) {
      const both = await Promise.all(
        ['api-1', 'api-2'].map((at) => add(at, { idempotencyKey: `race-${round}-${at}`, expectedRevision: revision })),
      );

      expect(both.map((outcome) => outcome?.__typename).sort()).toEqual(['Conflict', 'Receipt']);
      revision = both.find((outcome) => outcome?.__typename === 'Receipt')?.revision ?? 0;
    }
  }, 60_000);

  it('does an act once that is asked for under one key at both APIs at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.all(['api-1', 'api-2'].map((at) => add(at, { idempotencyKey: `once-${round}` })));

      expect(both[0]).toEqual(both[1]);
      expect(both[0]?.__typename).toBe('Receipt');
    }
    const acts = (await cluster.events()).filter(({ type }) => type === 'ProblemFound').map(({ actId }) => actId);
    expect(acts.length).toBe(1 + 15 + 10);
    expect(new Set(acts).size).toBe(acts.length);
  }, 60_000);

  it('signs the ledger in one process, and in the other within ten seconds of its death', async () => {
    const checkpoint = async (name: string): Promise<string | null> => {
      const response = await fetch(new URL('/ledger/checkpoint', cluster.url(name)));

      return response.ok ? response.text() : null;
    };
    const names = ['api-1', 'api-2'];
    let shown = await Promise.all(names.map(checkpoint));
    while (shown.every((note) => note === null)) shown = await Promise.all(names.map(checkpoint));

    expect(shown.filter((note) => note !== null)).toHaveLength(1);
  }, 60_000);

  it('goes on at the other API where one is killed: nobody misses or hears twice, acts go on', async () => {
    const door = cluster.door('api-1');
    const listener = new Listener(door);
    listener.start();
    const officer = new Officer(door, 'survivor');
    for (let act = 0; act < 5; act += 1) await officer.act();
    await cluster.kill('api-1');
    door.graphql = cluster.url('api-2');
    const killed = performance.now();
    for (let act = 0; act < 5; act += 1) await officer.act();
    const last = officer.acknowledged.at(-1)?.position ?? 0;
    while ((listener.heard.at(-1) ?? 0) < last) await new Promise((wake) => setImmediate(wake));
    await listener.leave();
    let ledger = await fetch(new URL('/ledger/checkpoint', cluster.url('api-2')));
    while (!ledger.ok) ledger = await fetch(new URL('/ledger/checkpoint', cluster.url('api-2')));

    expect(performance.now() - killed).toBeLessThan(TAKE_OVER * 1.5);
    const told = (await cluster.events()).filter(({ stream }) => stream.startsWith('case-')).map(({ position }) => position);
    expect(listener.heard).toEqual(told.filter((position) => position <= last));
  }, 120_000);

  it('keeps read models and clock going when their keepers are killed, and the clock says nothing twice', async () => {
    const officer = new Officer(cluster.door('api-2'), 'last');
    const clock = async () => (await cluster.events()).filter((event) => isClockEvent(event));
    const until = async (caseId: string) => {
      let said = await clock();
      while (!said.some(({ payload }) => payload.subject === caseId)) said = await clock();

      return said;
    };
    await cluster.write('case-before', overdue('before'));
    await until('before');
    await cluster.kill('projector-1');
    await cluster.kill('scheduler-1');
    const done = await officer.act();

    expect(await officer.problemsSeen(done)).toBeGreaterThan(0);
    await cluster.write('case-after', overdue('after'));
    const said = await until('after');

    expect(said.map(({ type }) => type)).toContain('ObligationBreached');
    const told = said.map(({ type, payload }) =>
      JSON.stringify([type, payload.obligationId, payload.cycle, 'level' in payload ? payload.level : 0]),
    );
    expect(new Set(told).size).toBe(told.length);
  }, 120_000);
});
