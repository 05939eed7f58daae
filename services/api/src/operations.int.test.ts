import { hash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lair } from './testing/lair';

const ME = 'query Me { me { person } }';
const WATCH = 'subscription Watch { caseChanged { caseId } }';
const idOf = (text: string): string => hash('sha256', text);

const fileOf = (manifest: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'liuhen-operations-')), 'operations.json');
  writeFileSync(file, JSON.stringify(manifest));

  return file;
};

const apollo = (...documents: readonly string[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: documents.map((body) => ({ id: idOf(body), name: 'any', type: 'query', body })),
});

describe('a service with a list of operations', () => {
  let lair: Lair;
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await lair.token()}` };

    return lair.send('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  };

  beforeAll(async () => {
    lair = await Lair.open({ LIUHEN_OPERATIONS: fileOf(apollo(ME, WATCH)) });
  });

  afterAll(() => lair.service.stop());

  it.each<readonly [string, object]>([
    ['its text', { query: ME }],
    ['its digest as Apollo sends it', { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(ME) } } }],
    ['its digest as GraphQL over HTTP says it', { documentId: `sha256:${idOf(ME)}` }],
  ])('runs one of them by %s', async (_how, body) => {
    expect(await post(body)).toMatchObject({ status: 200, codes: [], data: { me: { person: 'officer' } } });
  });

  it('runs one of them by a GET that no page can make', async () => {
    const search = new URLSearchParams({ documentId: idOf(ME) }).toString();
    const headers = { authorization: `Bearer ${await lair.token()}`, 'apollo-require-preflight': 'yes' };

    expect((await lair.send(`/graphql?${search}`, { headers })).data).toEqual({ me: { person: 'officer' } });
  });

  const OTHER = 'query Me { me { person name } }';

  it.each<readonly [string, object]>([
    ['another document', { query: OTHER }],
    ['the same with a blank more', { query: `${ME} ` }],
    ['a digest that is not listed', { documentId: idOf(OTHER) }],
    [
      'a listed digest by which another document would be registered',
      { query: OTHER, extensions: { persistedQuery: { sha256Hash: idOf(OTHER) } } },
    ],
    ['nothing at all', {}],
  ])('refuses %s, with a code', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 403, codes: ['OPERATION_NOT_LISTED'], data: null });
  });

  it('never runs a document because a listed digest stands beside it', async () => {
    const answer = await post({ query: OTHER, extensions: { persistedQuery: { version: 1, sha256Hash: idOf(ME) } } });

    expect(answer.data).toEqual({ me: { person: 'officer' } });
  });

  it('holds subscriptions to it as well', async () => {
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${await lair.token()}` } });
    await line.hear('connection_ack');
    line.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { caseChanged { caseId } }' } });

    expect((await line.hear('error')).payload).toMatchObject([{ extensions: { code: 'OPERATION_NOT_LISTED' } }]);
    line.say({ id: '2', type: 'subscribe', payload: { query: '', extensions: { persistedQuery: { sha256Hash: idOf(ME) } } } });
    expect((await line.hear('next')).payload).toEqual({ data: { me: { person: 'officer' } } });
    line.close();
  });
});

describe('a list of operations', () => {
  it.each<readonly [string, unknown, RegExp]>([
    ['whose digest is of another document', { [idOf('x')]: ME }, /is not the SHA-256/u],
    ['with a document that does not fit the contract', apollo('{ nothing }'), /Cannot query field/u],
    ['with a document that is beyond the limits', apollo(`{ ${'me { '.repeat(25)}person${' }'.repeat(25)} }`), /Cannot query|查询/u],
    ['that is none', [ME], /LIUHEN_OPERATIONS/u],
  ])('%s is refused at the start', async (_what, manifest, why) => {
    await expect(Lair.open({ LIUHEN_OPERATIONS: fileOf(manifest) })).rejects.toThrow(why);
  });
});
