import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logger, METRICS, readConfig, seriesOf, type Config, type MetricKey } from '@liuhen/infra';
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { startProjector } from '../../projector/src/projector';
import { startClock } from '../../scheduler/src/clock';
import { startService, type RunningService } from './index';
import { FIRM } from './testing/firm';

const folders: string[] = [];
const stopping: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  patience = new AbortController();
});
afterEach(async () => {
  patience.abort();
  for (const stop of stopping.splice(0).reverse()) await stop();
});
afterAll(async () => {
  await dropDatabases();
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

const config = (more: Readonly<Record<string, string>>): Config => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-observed-'));
  folders.push(folder);

  return readConfig({
    LIUHEN_DATA: folder,
    LIUHEN_PORT: '0',
    LIUHEN_HJ212_PORT: '0',
    LIUHEN_METRICS_PORT: '0',
    LIUHEN_LOG_LEVEL: 'silent',
    LIUHEN_CHECKPOINT_SECONDS: '0.05',
    ...more,
  });
};

const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const program = await starting;
  stopping.push(() => program.stop());

  return program;
};

/** A test that waits for what never comes must not wait on after its end. */
let patience = new AbortController();

const until = async <T>(ask: () => Promise<T> | T, holds: (answer: T) => boolean): Promise<T> => {
  const { signal } = patience;
  while (!signal.aborted) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error('it never came');
};

const register = async (service: RunningService, key: string): Promise<string> => {
  const actor = { person: 'p-1', name: '何静', organisation: '局', office: '信息', function: 'registrar', jurisdiction: '370800' } as const;
  const token = await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 600 });
  const input = FIRM;
  const query = `mutation ($input: RegisterPartyInput!, $request: ActRequestInput!) {
    act: registerParty(input: $input, request: $request) { ... on Receipt { actId } } }`;
  const response = await fetch(service.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input, request: { idempotencyKey: key } } }),
  });

  return ((await response.json()) as { readonly data: { readonly act: { readonly actId: string } } }).data.act.actId;
};

const readiness = async (service: RunningService): Promise<{ readonly status: number; readonly told: string }> => {
  const response = await fetch(new URL('/readyz', service.graphql));

  return { status: response.status, told: await response.text() };
};

const scrape = async (metrics: string | undefined): Promise<string> => (await fetch(metrics ?? '')).text();

(withMongo ? describe : describe.skip)('what the programs of a deployment tell of themselves', () => {
  let double: KurrentDouble;
  let engines: Readonly<Record<string, string>>;
  beforeEach(async () => {
    double = await KurrentDouble.start();
    engines = { LIUHEN_EVENTS: double.url, LIUHEN_READ_MODELS: newDatabase() };
    stopping.push(() => {
      double.stop();

      return Promise.resolve();
    });
  });

  it('is every metric of the one table, each at the programs that know it', async () => {
    const roles = 'api,gateway,ledger';
    const api = await started(startService(config({ ...engines, LIUHEN_ROLES: roles }), logger('silent')));
    const projector = await started(startProjector(config(engines), logger('silent')));
    const clock = await started(startClock(config(engines), logger('silent')));
    await register(api, 'key-1');
    const heads = await until(
      () => scrape(api.metrics),
      (text) => text.includes('liuhen_ledger_head_age_seconds'),
    );
    const texts = [heads, await scrape(projector.metrics), await scrape(clock.metrics)];
    const offered = texts.map((text) => new Set([...text.matchAll(/^(liuhen_\w+)(?:\{| )/gm)].map(([, name]) => name)));

    expect([...(offered[0] ?? [])].sort()).toEqual((Object.keys(METRICS) as MetricKey[]).flatMap(seriesOf).sort());
    expect([...(offered[1] ?? [])]).toEqual(
      expect.arrayContaining([
        'liuhen_projection_lag_events',
        'liuhen_projection_lag_seconds',
        'liuhen_followers',
        'liuhen_clock_apart_seconds',
      ]),
    );
    expect([...(offered[2] ?? [])]).toEqual(expect.arrayContaining(['liuhen_obligations_due', 'liuhen_obligations_breached']));
    expect(texts[0]).toMatch(/^liuhen_acts_total\{[^}]*act="registerParty"[^}]*\} 1/m);
    expect(Number(/^liuhen_ledger_head_age_seconds\S* (\S+)/m.exec(heads)?.[1])).toBeLessThan(600);
    expect(Math.abs(Number(/^liuhen_clock_apart_seconds\S* (\S+)/m.exec(heads)?.[1]))).toBeLessThan(60);
  });

  it('is not ready while the read models are further behind than the limit, and ready again when they have caught up', async () => {
    const api = await started(startService(config({ ...engines, LIUHEN_ROLES: 'api', LIUHEN_LAG_SECONDS: '1' }), logger('silent')));
    expect(await readiness(api)).toMatchObject({ status: 200 });
    await register(api, 'key-1');
    const behind = await until(
      () => readiness(api),
      ({ status }) => status !== 200,
    );
    await started(startProjector(config(engines), logger('silent')));
    const caughtUp = await until(
      () => readiness(api),
      ({ status }) => status === 200,
    );

    expect(behind).toMatchObject({ status: 503, told: expect.stringContaining('catching up') as string });
    expect(caughtUp.told).toContain('ready');
  });
});

describe('a ledger that cannot write its head', () => {
  it('is told at the readiness page while acts go on, and is made up for when the disk is back', async () => {
    const place = config({});
    const service = await started(startService(place, logger('silent')));
    // A file cannot be opened where a folder stands, as on a disk that takes no more.
    const inTheWay = join(place.data, 'ledger', 'checkpoint.tmp');
    mkdirSync(inTheWay, { recursive: true });
    await register(service, 'key-1');
    const troubled = await until(
      () => readiness(service),
      ({ status }) => status !== 200,
    );
    const done = await register(service, 'key-2');
    rmdirSync(inTheWay);
    await until(
      () => readiness(service),
      ({ status }) => status === 200,
    );
    const checkpoint = await (await fetch(new URL('/ledger/checkpoint', service.graphql))).text();

    expect(troubled.told).toContain('STORAGE_FAILED');
    expect(done).toMatch(/^[\da-f-]{36}$/);
    expect(Number(checkpoint.split('\n')[1])).toBe(await service.countEvents());
  });
});
