import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@liuhen/workflows';
// The double is a helper of tests, which may look inside another room.
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { logger, readConfig } from '@liuhen/infra';
import { startService, type RunningService } from './index';
import { FIRM } from './testing/firm';

const REGISTRAR: Actor = { person: 'p-1', name: '何静', organisation: '局', office: '信息', function: 'registrar', jurisdiction: '370800' };

const REGISTER = `mutation ($input: RegisterPartyInput!, $request: ActRequestInput!) { registerParty(input: $input, request: $request) {
  __typename ... on Receipt { subject position repeated } } }`;
const READ = `query ($at: Position) { parties(atLeast: $at) { edges { node { partyId name } } } }`;

interface Answer {
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe('the service on KurrentDB', () => {
  const folders: string[] = [];
  const running: RunningService[] = [];
  let double: KurrentDouble;
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-on-kurrentdb-'));
    folders.push(folder);

    return folder;
  };
  beforeAll(async () => {
    double = await KurrentDouble.start();
  });
  afterAll(async () => {
    for (const service of running) await service.stop();
    double.stop();
    folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  });

  const start = async (data: string): Promise<RunningService> => {
    const config = readConfig({
      LIUHEN_DATA: data,
      LIUHEN_EVENTS: double.url,
      LIUHEN_METRICS_PORT: '0',
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_LOG_LEVEL: 'silent',
    });
    const service = await startService(config, logger('silent'));
    running.push(service);

    return service;
  };

  const ask = async (service: RunningService, query: string, variables: object): Promise<Answer['data']> => {
    const token = await service.issuer.issue(REGISTRAR, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 600 });
    const response = await fetch(service.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });

    return ((await response.json()) as Answer).data;
  };

  const partiesAt = async (service: RunningService, at: unknown): Promise<readonly unknown[]> => {
    const { parties } = await ask(service, READ, { at });

    return (parties?.['edges'] as readonly { readonly node: unknown }[]).map(({ node }) => node);
  };

  const register = (service: RunningService, key: string) => ask(service, REGISTER, { input: FIRM, request: { idempotencyKey: key } });

  it('records an act once, shows it at the position of its receipt, and tells the metrics of it', async () => {
    const service = await start(newFolder());
    const first = await register(service, 'key-1');
    const again = await register(service, 'key-1');
    const { subject, position } = first['registerParty'] ?? {};
    const shown = await partiesAt(service, position);
    const metrics = await (await fetch(service.metrics ?? '')).text();
    const ready = await fetch(service.graphql.replace('/graphql', '/readyz'));

    expect(again['registerParty']).toEqual({ ...first['registerParty'], repeated: true });
    expect(shown).toEqual([{ partyId: subject, name: FIRM.name }]);
    expect(await service.countEvents()).toBe(1);
    expect(metrics).toMatch(/liuhen_acts_total\{[^}]*act="registerParty",outcome="receipt"[^}]*\} 2/);
    expect(metrics).toMatch(/liuhen_projection_lag_events\S* 0/);
    expect(metrics).toMatch(/liuhen_followers\{[^}]*state="caughtUp"[^}]*\} [1-9]/);
    expect(ready.status).toBe(200);
  });

  it('shares the log with another process, and finds it again on an empty folder', async () => {
    const other = await start(newFolder());
    const again = await register(other, 'key-1');
    const second = await register(other, 'key-2');
    const { subject, position } = second['registerParty'] ?? {};

    expect(again['registerParty']).toMatchObject({ repeated: true });
    expect(second['registerParty']).toMatchObject({ __typename: 'Receipt', repeated: false });
    for (const service of running) expect(await partiesAt(service, position)).toContainEqual({ partyId: subject, name: FIRM.name });
  });
});
