import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, type GraphContext } from '@liuhen/schema';
import type { Actor, DocumentReader, PageRequest } from '@liuhen/workflows';
import { readXlsx } from 'hucre/xlsx';
import { inputOf } from '../../../../infra/src/desk/testing/inputs';
import { actorOf, Office } from '../../../../infra/src/desk/testing/office';
import { logger, readConfig } from '@liuhen/infra';
import { startService, type RunningService } from '../index';
import { reportsIn } from './report';
import { rowsOf } from './rows';

const MANY = 230;
const TITLES = ['=1+1', '+8613800000000', '-5', '@SUM(A1)', '含“引号",逗号\n换行'];

const officer = actorOf('enforcementAgency');

const fill = async (folder: string): Promise<void> => {
  const office = await Office.open(folder);
  const parties = await office.registered();
  for (let at = 0; at < MANY; at += 1) {
    const input = inputOf('reportProblem', { ...parties, file: undefined, target: '', pick: at });
    await office.must('reportProblem', null, { ...input, title: TITLES[at] ?? `问题${at}` });
  }
  const caseId = await office.openCase(parties);
  const matter = { ...parties, file: await office.file(caseId), target: '', pick: 0 };
  await office.must('transferClue', caseId, inputOf('transferClue', matter), { actor: officer });
  await office.close();
};

describe('an export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-export-'));
  let service: RunningService;

  beforeAll(async () => {
    await fill(folder);
    const config = readConfig({ LIUHEN_DATA: folder, LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'silent' });
    service = await startService(config, logger('silent'));
    const position = await service.head();
    const caughtUp = await get(`issueLedger.csv?atLeast=${position}`);
    await caughtUp.arrayBuffer();
    expect(caughtUp.status).toBe(200);
  });

  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tokenOf = (actor: Actor): Promise<string> =>
    service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 600 });

  const get = async (path: string, actor: Actor | null = officer): Promise<Response> =>
    fetch(service.graphql.replace('/graphql', `/export/${path}`), {
      headers: actor === null ? {} : { authorization: `Bearer ${await tokenOf(actor)}` },
    });

  it('as CSV has every row over all pages, Chinese first, and a mark that tells Excel that it is UTF-8', async () => {
    const response = await get('issueLedger.csv');
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const rows = text.trim().split('\r\n');

    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('问题台账.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows[0]).toContain('案件编号 / caseId,问题编号 / problemId,问题 / title');
    expect(rows).toHaveLength(1 + MANY + 1);
    expect(rows.filter((row) => row.includes('执法监测发现'))).toHaveLength(MANY + 1);
  });

  it('as CSV lets no cell be taken for a formula', async () => {
    const text = await (await get('issueLedger.csv')).text();

    for (const title of TITLES.slice(0, 4)) expect(text).toContain(`,'${title},`);
    expect(text).not.toMatch(/(^|,|\n)"?[=+@]/);
    expect(text).toContain('"含“引号"",逗号\n换行"');
  });

  it('as XLSX has the same rows, texts as texts', async () => {
    const response = await get('issueLedger.xlsx');
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [sheet] = sheets;

    expect(sheet?.name).toBe('问题台账');
    expect(sheet?.rows).toHaveLength(1 + MANY + 1);
    expect(sheet?.rows.map((row) => row[2])).toEqual(expect.arrayContaining(TITLES));
  });

  it('takes the filters of the question', async () => {
    const text = await (await get('outstandingHandoffs.csv?toFunction=enforcementAgency')).text();

    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('已移交，待签收');
    expect((await (await get('outstandingHandoffs.csv?toFunction=policeAuthority')).text()).trim().split('\r\n')).toHaveLength(1);
  });

  it('shows an area nothing of another', async () => {
    const text = await (await get('issueLedger.csv', { ...officer, jurisdiction: '220100' })).text();

    expect(text.trim().split('\r\n')).toHaveLength(1);
  });

  it.each<[string, string, Actor | null, [status: number, code: string]]>([
    ['nobody', 'issueLedger.csv', null, [401, 'UNAUTHENTICATED']],
    ['whoever may not ask the question', 'issueLedger.xlsx', actorOf('dischargingEntity'), [403, 'FORBIDDEN']],
    ['a report that there is not', 'everything.csv', officer, [404, 'NOT_FOUND']],
    ['a format that there is not', 'issueLedger.pdf', officer, [404, 'NOT_FOUND']],
    ['a question that is no list', 'me.csv', officer, [404, 'NOT_FOUND']],
    ['a filter that there is not', 'issueLedger.csv?first=9', officer, [400, 'BAD_REQUEST']],
    ['a day that does not exist', 'issueLedger.csv?foundFrom=2024-02-30', officer, [400, 'INVALID_INPUT']],
    ['a word that the filter does not know', 'transferredCases.csv?status=nonsense', officer, [400, 'BAD_USER_INPUT']],
  ])('tells %s so by status and code', async (_who, path, actor, expected) => {
    const response = await get(path, actor);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };

    expect([response.status, errors[0]?.extensions.code]).toEqual(expected);
  });
});

it('an export asks for a page only when the one before it has been taken', async () => {
  const schema = buildSchema();
  const report = reportsIn(schema).get('suspicions');
  if (report === undefined) throw new Error('no such report');
  const asked: PageRequest[] = [];
  const document = { suspicionId: 's', kind: 'dataAnomaly', partyId: 'p', outletId: 'o', jurisdiction: '370800', pollutant: 'w01018' };
  const whole = {
    ...document,
    dataTime: '2024-01-01T00:00:00+08:00',
    screening: 'R-061',
    raisedAt: '2024-01-01T00:00:00+08:00',
    position: 1,
  };
  const reader = {
    get: () => Promise.resolve(undefined),
    find: (collection: string, request: PageRequest) => {
      // Nobody is kept from anything.
      if (collection === 'recusals') return Promise.resolve({ rows: [], hasNextPage: false });
      asked.push(request);
      const rows = Array.from({ length: request.first }, (_, at) => ({ key: `${at}`, cursor: `c${asked.length}`, document: whole }));

      return Promise.resolve({ rows, hasNextPage: asked.length < 5 });
    },
  } as unknown as DocumentReader;
  const context = { actor: officer, reader, now: () => '2024-01-02T00:00:00+08:00' } as unknown as GraphContext;
  const rows = rowsOf({ schema, report, context, variables: {} });
  for (let at = 0; at < 1 + 200; at += 1) await rows.next();

  expect(asked).toHaveLength(1);
  await rows.next();
  expect(asked.map(({ first, after }) => [first, after])).toEqual([
    [200, undefined],
    [200, 'c1'],
  ]);
});
