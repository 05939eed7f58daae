import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@liuhen/workflows';
import { logger, readConfig } from '@liuhen/infra';
import { startService, type RunningService } from './index';
import { FIRM } from './testing/firm';

const REGISTRAR: Actor = { person: 'p-1', name: '何静', organisation: '局', office: '信息', function: 'registrar', jurisdiction: '370800' };
const ENFORCER: Actor = { ...REGISTRAR, person: 'p-2', function: 'enforcementAgency' };

const REGISTER = `mutation ($input: RegisterPartyInput!, $request: ActRequestInput!) { registerParty(input: $input, request: $request) {
  __typename ... on Receipt { actId subject repeated } ... on InvalidInput { code fields { path } } ... on Denied { code rule } } }`;

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null | undefined;
}

describe('the running service', () => {
  let service: RunningService;

  const config = (data: string) => readConfig({ LIUHEN_DATA: data, LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'silent' });
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-api-'));

  beforeAll(async () => {
    service = await startService(config(folder), logger('silent'));
  });

  afterAll(() => service.stop());

  const tokenOf = (actor: Actor, seconds = 600): Promise<string> =>
    service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: seconds + 60 });

  const ask = async (body: unknown, token?: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(service.graphql, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as { errors?: { extensions: { code: string } }[]; data?: Answer['data'] };

    return { status: response.status, code: answer.errors?.[0]?.extensions.code, data: answer.data };
  };

  const register = async (key: string, input: object, actor = REGISTRAR): Promise<Answer> =>
    ask({ query: REGISTER, variables: { input, request: { idempotencyKey: key } } }, await tokenOf(actor));

  it.each([
    ['text that is not GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', { query: '{ nobody }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of the wrong type',
      { query: 'query ($n: Int) { parties(first: $n) { pageInfo { hasNextPage } } }', variables: { n: 'x' } },
      'BAD_USER_INPUT',
    ],
    ['a body that is not JSON', '{', 'BAD_REQUEST'],
    ['a page too large', { query: '{ parties(first: 5000) { pageInfo { hasNextPage } } }' }, 'PAGE_TOO_LARGE'],
    ['a cursor of its own making', { query: '{ parties(after: "x") { pageInfo { hasNextPage } } }' }, 'BAD_CURSOR'],
    ['a body of ten megabytes', { query: '{ me { person } }', variables: { x: 'x'.repeat(10_000_000) } }, 'BODY_TOO_LARGE'],
  ])('answers %s with a code of its own and changes nothing', async (_what, body, code) => {
    const head = await service.head();

    expect((await ask(body, await tokenOf(REGISTRAR))).code).toBe(code);
    expect(await service.head()).toBe(head);
  });

  it('tells an unknown id', async () => {
    expect((await ask({ query: '{ caseFile(caseId: "none") { caseId } }' }, await tokenOf(ENFORCER))).code).toBe('UNKNOWN_ID');
  });

  it('tells a missing, an expired and a forged token apart', async () => {
    const good = await tokenOf(REGISTRAR);
    const forged = `${good.slice(0, -8)}AAAAAAAA`;
    const me = { query: '{ me { person } }' };

    expect((await ask(me)).code).toBe('UNAUTHENTICATED');
    expect(await ask(me, await tokenOf(REGISTRAR, -30))).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' });
    expect(await ask(me, forged)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  });

  it('asks each function only what is its own', async () => {
    expect((await ask({ query: '{ caseList { pageInfo { hasNextPage } } }' }, await tokenOf(REGISTRAR))).code).toBe('FORBIDDEN');
  });

  it('does a repeated request once, and refuses its key for another', async () => {
    const first = await register('k-1', FIRM);
    const head = await service.head();
    const again = await register('k-1', FIRM);
    const other = await register('k-1', { ...FIRM, name: '另一家' });

    expect(first.data?.['registerParty']).toMatchObject({ __typename: 'Receipt', repeated: false });
    expect(again.data?.['registerParty']).toEqual({ ...first.data?.['registerParty'], repeated: true });
    expect(other.data?.['registerParty']).toMatchObject({ __typename: 'InvalidInput', code: 'KEY_REUSED' });
    expect(await service.head()).toBe(head);
  });

  it('names the wrong field of an input', async () => {
    const { data } = await register('k-2', { ...FIRM, creditCode: '91370800MA3C000011' });

    expect(data?.['registerParty']).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'input.creditCode' }] });
  });

  it('denies a function that is not competent, and keeps the attempt on record', async () => {
    const head = await service.head();
    const { data } = await register('k-3', FIRM, ENFORCER);

    expect(data?.['registerParty']).toMatchObject({ __typename: 'Denied', code: 'NOT_COMPETENT' });
    expect(await service.head()).toBe(head + 1);
  });

  it('serves an explorer page whose files all come from here', async () => {
    const page = await (await fetch(service.graphql, { headers: { accept: 'text/html' } })).text();
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    const statuses = await Promise.all(files.map(async (file) => (await fetch(new URL(file, service.graphql))).status));

    expect(files.length).toBeGreaterThan(3);
    expect(files.every((file) => file.startsWith('/graphql/assets/'))).toBe(true);
    expect(statuses).toEqual(files.map(() => 200));
  });

  it('says that it is alive and ready, and knows no other address', async () => {
    const statusOf = async (path: string): Promise<number> => (await fetch(new URL(path, service.graphql))).status;

    expect(await Promise.all(['/healthz', '/readyz', '/other'].map(statusOf))).toEqual([200, 200, 404]);
  });

  it('is the only writer of its folder, and opens it again after a stop', async () => {
    await expect(startService(config(folder), logger('silent'))).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    const head = await service.head();
    await service.stop();
    service = await startService(config(folder), logger('silent'));

    expect(await service.head()).toBe(head);
  });
});

describe('the configuration', () => {
  it('is refused with the name of the wrong variable', () => {
    expect(() => readConfig({ LIUHEN_PORT: 'many' })).toThrow(/LIUHEN_PORT/);
    expect(() => readConfig({ LIUHEN_PROT: '4000' })).toThrow(/LIUHEN_PROT/);
  });
});
