import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { logger, openEventSource } from '@liuhen/infra';
import { actorOf } from '../../../../infra/src/desk/testing/office';
import { Lair } from '../testing/lair';
import { digestOfCode, isCodeOf, newCode } from './code';

const OFFICER = actorOf('enforcementAgency', { person: 'acceptor' });
const FILED = { matter: 'pollution', jurisdiction: '370800', content: '夜间向河道偷排，气味刺鼻' };

describe('a citizen without an account', () => {
  let lair: Lair;
  let mine: { report: string; code: string };

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await lair.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

    return { ...answer, said: JSON.parse(answer.text) as Record<string, unknown> };
  };
  const follow = (body: object, address: string) => post('/public/reports/follow', body, { 'x-forwarded-for': address });
  const act = async (name: string, input: object) => {
    const answer = await lair.ask(
      `mutation ($id: ID!, $input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!, $request: ActRequestInput!) {
        ${name}(reportId: $id, input: $input, request: $request) { __typename } }`,
      { actor: OFFICER, variables: { id: mine.report, input, request: { idempotencyKey: name } } },
    );
    if (answer.data === null) throw new Error(answer.text);

    return answer.data[name];
  };

  beforeAll(async () => {
    // The tests speak as a proxy, for many citizens.
    lair = await Lair.open({ LIUHEN_PROXIES: '127.0.0.1' });
  });
  afterAll(() => lair.service.stop());

  it('files a report and is told its code once', async () => {
    const { status, said, headers } = await post('/public/reports', FILED);
    mine = said as typeof mine;

    expect(status).toBe(201);
    expect(mine.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/u);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('stands on record in the name of the window, and of no officer', async () => {
    const log = await openEventSource({ events: 'embedded', deployment: 'liuhen', folder: lair.folder, log: logger('silent') });
    const events = await log.readAll(0, 100);
    await log.close();

    expect(new Set(events.map(({ actor }) => actor.function))).toEqual(new Set(['publicWindow']));
  });

  it('leaves no trace of the code in anything that the service keeps', () => {
    const bytes = readdirSync(lair.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(lair.folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path));

    expect(bytes.some((each) => each.includes(digestOfCode(mine.code)))).toBe(true);
    expect(bytes.filter((each) => each.includes(mine.code))).toEqual([]);
  });

  it('follows it with the code to its answer, and is told nothing of the case', async () => {
    expect((await follow(mine, '10.0.0.1')).said).toMatchObject({ status: 'received', acceptedAt: null, answers: [] });
    expect(await act('acceptPublicReport', {})).toEqual({ __typename: 'Receipt' });
    expect(await act('takeUpPublicReport', { caseId: 'case-1' })).toEqual({ __typename: 'Receipt' });
    const answer = { content: '已责令改正，感谢您的监督', answeredAt: '2024-08-30T12:00:00+08:00' };
    expect(await act('answerPublicReport', answer)).toEqual({ __typename: 'Receipt' });
    const { said, text } = await follow({ ...mine, code: mine.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o') }, '10.0.0.1');

    expect(said).toMatchObject({ report: mine.report, status: 'handling', answers: [answer] });
    expect(text).not.toContain('case-1');
  });

  it('is told the same of a wrong code as of no report', async () => {
    const wrong = await follow({ report: mine.report, code: newCode() }, '10.0.0.2');
    const none = await follow({ report: 'x'.repeat(mine.report.length), code: newCode() }, '10.0.0.2');

    expect(wrong).toMatchObject({ status: 404, codes: ['UNKNOWN_ID'] });
    expect(wrong.text.replaceAll(mine.report, 'x'.repeat(mine.report.length))).toBe(none.text);
  });

  it('may leave a name, which is kept under the seal', async () => {
    const { status, said } = await post('/public/reports', { ...FILED, reporter: '王某某 13812345678' }, { 'x-forwarded-for': '10.0.0.3' });
    expect(status).toBe(201);
    const query = '{ publicReports(first: 50) { edges { node { reportId anonymous channel } } } }';
    const { text } = await lair.ask(query, { actor: OFFICER });

    expect(text).not.toContain('王某某');
    expect(JSON.parse(text)).toMatchObject({
      data: {
        publicReports: {
          edges: expect.arrayContaining([
            { node: { reportId: said['report'], anonymous: false, channel: 'internet' } },
            { node: { reportId: mine.report, anonymous: true, channel: 'internet' } },
          ]) as unknown,
        },
      },
    });
  });

  it.each<readonly [string, unknown, string]>([
    ['an unknown matter', { ...FILED, matter: 'weather' }, 'INVALID_INPUT'],
    ['nothing said', { ...FILED, content: '  ' }, 'INVALID_INPUT'],
    ['a field more', { ...FILED, partyId: 'p' }, 'INVALID_INPUT'],
    ['a place that is none', { ...FILED, jurisdiction: '37' }, 'INVALID_INPUT'],
    ['too much', { ...FILED, content: '字'.repeat(60_000) }, 'BODY_TOO_LARGE'],
  ])('is refused %s, and nothing is recorded', async (_what, body, code) => {
    const before = await lair.service.countEvents();

    expect((await post('/public/reports', body, { 'x-forwarded-for': '10.0.0.4' })).codes).toEqual([code]);
    expect(await lair.service.countEvents()).toBe(before);
  });

  it('cannot be made to report by a page of another site', async () => {
    const answer = await lair.send('/public/reports', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(FILED),
    });

    expect(answer).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });

  it('cannot try codes, nor bury the office in reports', async () => {
    const guesses = await Promise.all(Array.from({ length: 15 }, () => follow({ report: mine.report, code: newCode() }, '10.0.0.5')));
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(5);
    const reports = await Promise.all(Array.from({ length: 25 }, () => post('/public/reports', FILED, { 'x-forwarded-for': '10.0.0.6' })));

    expect(reports.filter(({ status }) => status === 429)).toHaveLength(5);
    expect(reports.find(({ status }) => status === 429)?.codes).toEqual(['RATE_LIMITED']);
    expect((await follow(mine, '10.0.0.7')).status).toBe(200);
  });

  it('is not let through by an address that it made up', async () => {
    const forged = Array.from({ length: 15 }, (_, at) => follow({ report: 'x', code: 'x' }, `1.2.3.${at}, 10.0.0.8`));

    expect((await Promise.all(forged)).filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('a code that an office gave out itself', () => {
  it('is compared to the letter', () => {
    expect(isCodeOf(digestOfCode('查询-oil'), '查询-oil')).toBe(true);
    expect(isCodeOf(digestOfCode('查询-oil'), '查询-011')).toBe(false);
    expect(isCodeOf(null, '')).toBe(false);
  });
});
