import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startGateway } from '@liuhen/gateway-hj212';
import { logger, readConfig } from '@liuhen/infra';
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Wire } from '../../../infra/src/testing/wire';
import { startProjector } from '../../projector/src';
import { startClock } from '../../scheduler/src';
import { startService, type RunningService } from './index';
import { FIRM } from './testing/firm';

const REGISTRAR = {
  person: 'p-1',
  name: '何静',
  organisation: '局',
  office: '信息',
  function: 'registrar',
  jurisdiction: '370800',
} as const;

const REGISTER = `mutation ($input: RegisterPartyInput!, $request: ActRequestInput!) {
  act: registerParty(input: $input, request: $request) { __typename ... on Receipt { subject position } } }`;
const READ = `query ($at: Position) { parties(atLeast: $at) { edges { node { partyId } } } }`;

interface Answer {
  readonly data?: {
    readonly act?: { readonly __typename: string; readonly subject: string; readonly position: string };
    readonly parties?: { readonly edges: readonly { readonly node: { readonly partyId: string } }[] };
  } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Slower than any answer is waited for. */
const STUCK = 3_600_000;

/** What may be told of an engine that does not answer. */
const CODES = /^(STORE_UNREACHABLE|OUTCOME_UNKNOWN|NOT_FRESH_IN_TIME|STORAGE_FAILED)$/;

(withMongo ? describe : describe.skip)('a service on engines that are slow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-slow-'));
  let double: KurrentDouble;
  let log: Wire;
  let views: Wire;
  let service: RunningService;
  let token = '';
  const configOf = (data: string) =>
    readConfig({
      LIUHEN_DATA: join(folder, data),
      LIUHEN_EVENTS: log.url,
      LIUHEN_READ_MODELS: views.url,
      LIUHEN_ROLES: 'api,projector',
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_ANSWER_SECONDS: '5',
      LIUHEN_LOG_LEVEL: 'silent',
    });
  beforeAll(async () => {
    double = await KurrentDouble.start();
    log = await Wire.to(double.url);
    views = await Wire.to(newDatabase());
    service = await startService(configOf('api'), logger('silent'));
    token = await service.issuer.issue(REGISTRAR, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 3_600 });
  });
  const stopping: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of stopping.splice(0)) await each.stop();
  });
  afterAll(async () => {
    await service.stop();
    await log.close();
    await views.close();
    double.stop();
    await dropDatabases();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (query: string, variables: object): Promise<Answer> => {
    const response = await fetch(service.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });

    return (await response.json()) as Answer;
  };
  const register = (key: string) => ask(REGISTER, { input: FIRM, request: { idempotencyKey: key } });
  const codeOf = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? '';
  /** The same again under the same key, as an officer does who was told to. */
  const insist = async (key: string): Promise<NonNullable<NonNullable<Answer['data']>['act']>> => {
    for (;;) {
      const answer = await register(key);
      if (answer.data?.act !== undefined) return answer.data.act;
      expect(codeOf(answer)).toMatch(CODES);
    }
  };
  const seen = async (at: string): Promise<readonly string[]> => {
    for (;;) {
      const { data } = await ask(READ, { at });
      if (data?.parties !== undefined) return data.parties.edges.map(({ node }) => node.partyId);
    }
  };

  it('does its work late, not wrongly, where each answer takes seconds', async () => {
    for (const wire of [log, views]) wire.slowDown(1_500);
    const done = await insist('slow');
    for (const wire of [log, views]) wire.mend();

    expect(done.__typename).toBe('Receipt');
    expect(await seen(done.position)).toEqual([done.subject]);
  }, 180_000);

  it('says so with a code in bounded time where they do not answer, and goes on by itself when they do, with each act once', async () => {
    for (const wire of [log, views]) wire.slowDown(STUCK);
    const [act, question] = await Promise.all([register('stuck'), ask(READ, {})]);
    for (const wire of [log, views]) {
      // What it would have said in an hour is gone with the connections.
      wire.cut();
      wire.mend();
    }
    const done = await insist('stuck');
    const shown = await seen(done.position);

    // Whether it was done nobody can say who was not answered.
    expect(codeOf(act)).toBe('OUTCOME_UNKNOWN');
    expect(codeOf(question)).toMatch(CODES);
    expect(shown).toHaveLength(2);
    expect(shown).toContain(done.subject);
    expect(await service.countEvents()).toBe(2);
  }, 240_000);

  it.each([
    ['cut', (wire: Wire) => wire.cut()],
    ['silent', (wire: Wire) => wire.slowDown(STUCK)],
  ])(
    'and every other program lives and is not ready while the way to the log is %s, and is ready again by itself',
    async (how, trouble) => {
      const quiet = logger('silent');
      const others = await Promise.all([
        startProjector(configOf(`projector-${how}`), quiet),
        startClock(configOf(`scheduler-${how}`), quiet),
        startGateway(configOf(`gateway-${how}`), quiet),
      ]);
      stopping.push(...others);
      const doors = [service.graphql.replace('/graphql', ''), ...others.map(({ health }) => health)];
      const statusOf = async (door: string, path: string) => (await fetch(`${door}${path}`)).status;
      const until = async (told: RegExp): Promise<void> => {
        for (const door of doors) while (!told.test(await (await fetch(`${door}/readyz`)).text())) await pause(100);
      };
      await until(/"status":"ready"/u);
      trouble(log);
      await until(/the log cannot be reached/u);
      const away = await Promise.all(doors.flatMap((door) => [statusOf(door, '/readyz'), statusOf(door, '/healthz')]));
      log.cut();
      log.mend();
      await until(/"status":"ready"/u);
      const back = await Promise.all(doors.map((door) => statusOf(door, '/readyz')));

      expect(away).toEqual(doors.flatMap(() => [503, 200]));
      expect(back).toEqual(doors.map(() => 200));
    },
    120_000,
  );
});
