import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logger, readConfig } from '@liuhen/infra';
import type { Actor } from '@liuhen/workflows';
import { inputOf } from '../../../infra/src/desk/testing/inputs';
import { actorOf, Office } from '../../../infra/src/desk/testing/office';
import { startService, type RunningService } from './index';

const INSPECTOR = actorOf('disciplineInspection', { person: 'inspector' });
const ELSEWHERE = actorOf('disciplineInspection', { person: 'far', jurisdiction: '370100' });
const CLERK = actorOf('enforcementAgency', { person: 'clerk' });

interface Rows {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A clue handed over, somebody leaning on the case, and two things done that were put on record ten days late. */
const fill = async (folder: string): Promise<string> => {
  const office = await Office.open(folder);
  const parties = await office.registered();
  const caseId = await office.openCase(parties);
  const matter = { ...parties, file: await office.file(caseId), target: '', pick: 0 };
  await office.must('recordInterference', null, { ...inputOf('recordInterference', matter), caseId });
  const late = { actor: CLERK, occurredAt: '2024-08-30T10:00:00+08:00' };
  await office.must('transferClue', caseId, inputOf('transferClue', matter), late);
  await office.must('receiveClue', caseId, inputOf('receiveClue', { ...matter, target: 'clue-1' }), late);
  await office.perform('closeCase', caseId, inputOf('closeCase', matter));
  await office.close();

  return caseId;
};

describe('an auditor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-auditor-'));
  let service: RunningService;
  let caseId: string;

  beforeAll(async () => {
    caseId = await fill(folder);
    service = await startService(
      readConfig({ LIUHEN_DATA: folder, LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'silent' }),
      logger('silent'),
    );
    await ask(`{ unusualPatterns(atLeast: "${await service.head()}") { edges { cursor } } }`);
  });

  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bearer = async (actor: Actor) => ({
    authorization: `Bearer ${await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 600 })}`,
  });

  const ask = async (query: string, actor: Actor = INSPECTOR): Promise<Readonly<Record<string, Rows>>> => {
    const response = await fetch(service.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await bearer(actor)) },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: Readonly<Record<string, Rows>>; errors?: readonly unknown[] };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));

    return data;
  };

  const nodes = async (question: string, fields: string, actor = INSPECTOR): Promise<readonly Rows['edges'][number]['node'][]> => {
    const [rows] = Object.values(await ask(`{ ${question} { edges { node { ${fields} } } } }`, actor));

    return (rows?.edges ?? []).map(({ node }) => node);
  };

  it('reads each unusual thing by itself, with its rule, narrowed by kind, person and day', async () => {
    const late = await nodes(
      `unusualFindings(filter: { kind: recordedLate, person: "clerk" })`,
      'caseId kind type: title { zh } rule { zh }',
    );

    expect(late).toHaveLength(2);
    expect(late[0]).toMatchObject({ caseId, kind: 'recordedLate', rule: { zh: expect.stringContaining('3 日以上') as string } });
    expect(await nodes('unusualFindings(filter: { kind: recordedLate, person: "nobody" })', 'kind')).toEqual([]);
    expect(await nodes('unusualFindings(filter: { to: "2024-09-09" })', 'kind')).toEqual([]);
    expect((await nodes('unusualFindings(filter: { from: "2024-09-10", to: "2024-09-10" })', 'kind')).length).toBeGreaterThan(1);
  });

  it('turns pages of one row each and sees every row once', async () => {
    const whole = await nodes('unusualFindings(first: 200)', 'kind title { zh }');
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const page: Rows | undefined = (
        await ask(
          `{ unusualFindings(first: 1${after === null ? '' : `, after: "${after}"`}) { edges { node { kind title { zh } } } pageInfo { hasNextPage endCursor } } }`,
        )
      )['unusualFindings'];
      seen.push(...(page?.edges ?? []).map(({ node }) => node));
      after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(whole);
    expect(seen.length).toBeGreaterThan(1);
  });

  it.each([
    ['not a cursor', 'first: 1, after: "x"', 'BAD_CURSOR'],
    ['too large a page', 'first: 201', 'PAGE_TOO_LARGE'],
    ['no page', 'first: 0', 'INVALID_INPUT'],
    ['a day that is none', 'filter: { from: "2024-02-30" }', 'INVALID_INPUT'],
  ])('is told that it is %s', async (_what, args, code) => {
    await expect(ask(`{ unusualFindings(${args}) { edges { cursor } } }`)).rejects.toThrow(code);
  });

  it('takes them along as a table, Chinese first', async () => {
    const response = await fetch(service.graphql.replace('/graphql', '/export/unusualFindings.csv?kind=recordedLate'), {
      headers: await bearer(INSPECTOR),
    });
    const [head, ...rows] = (await response.text()).trim().split(/\r?\n/);

    expect(head).toContain('判定规则');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('事后补记');
  });

  it.each(['auditTrail', 'knowledge', 'signatures'])('takes %s of the case along', async (name) => {
    const url = service.graphql.replace('/graphql', `/export/${name}.xlsx?caseId=${caseId}`);
    const response = await fetch(url, { headers: await bearer(INSPECTOR) });

    expect(response.status).toBe(200);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('sees what a person did, was refused and was named in, each by itself', async () => {
    const of = (person: string, involvement: string) =>
      nodes(`personTrail(person: "${person}", filter: { involvement: ${involvement}, subject: "${caseId}" })`, 'type role');

    expect((await of('clerk', 'did')).map(({ type }) => type)).toContain('ClueTransferred');
    expect(await of('clerk', 'refused')).toEqual([]);
    expect((await of('enforcementAgency-a', 'refused')).map(({ type }) => type)).toEqual(['ActRefused']);
    expect(await nodes('personTrail(person: "boss", filter: { involvement: named })', 'type role')).toEqual([
      { type: 'InterferenceRecorded', role: 'official' },
    ]);
  });

  it('sees who looked, once somebody has', async () => {
    await nodes(`personTrail(person: "clerk", why: "核查")`, 'type');
    const { personTrail } = await ask(
      `{ personTrail(person: "inspector", atLeast: "${await readOnRecord()}", filter: { involvement: read }) { edges { node { type } } } }`,
    );

    expect(personTrail?.edges.map(({ node }) => node['type'])).toContain('SensitiveRead');
  });

  /** Position of the first recorded look. */
  const readOnRecord = async (): Promise<number> => {
    for (;;) {
      const head = await service.head();
      const found = await ask(`{ personTrail(person: "inspector", atLeast: "${head}") { edges { node { position } } } }`);
      if ((found['personTrail']?.edges.length ?? 0) > 0) return head;
    }
  };

  it('of another area is told by no cursor and no length that there is anything', async () => {
    const page = async (question: string) =>
      Object.values(await ask(`{ ${question} { edges { cursor } pageInfo { hasNextPage endCursor } } }`, ELSEWHERE))[0];

    for (const question of ['personTrail(person: "clerk", first: 1)', 'unusualFindings(first: 1)', 'unusualPatterns(first: 1)']) {
      expect(await page(question)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
    }
  });

  it('who leaned on a case is told nothing of it (O-46)', async () => {
    const leaning = actorOf('disciplineInspection', { person: 'boss' });

    expect(await nodes('unusualFindings', 'caseId', leaning)).toEqual([]);
    expect(await nodes('unusualPatterns', 'caseId', leaning)).toEqual([]);
    expect(await nodes(`personTrail(person: "clerk", filter: { subject: "${caseId}" })`, 'type', leaning)).toEqual([]);
  });

  it('of another area sees none of it', async () => {
    expect(await nodes('personTrail(person: "clerk")', 'type', ELSEWHERE)).toEqual([]);
    expect(await nodes('unusualFindings', 'kind', ELSEWHERE)).toEqual([]);
    await expect(nodes(`auditTrail(caseId: "${caseId}")`, 'type', ELSEWHERE)).rejects.toThrow('UNKNOWN_ID');
  });

  it('sees what happened to the case in the days after somebody leaned on it; an officer does not', async () => {
    const [record] = await nodes(`interferenceTrail(filter: { caseId: "${caseId}" })`, 'followed { title { zh } }');
    const recorder = actorOf('enforcementAgency', { person: 'enforcementAgency-a' });

    expect(record?.['followed']).not.toEqual([]);
    expect((await nodes('interferenceTrail', 'followed { title { zh } }', recorder)).flatMap(({ followed }) => followed)).toEqual([]);
  });

  it('sees who knew when, as it happened and as it was put on record', async () => {
    const known = (filter: string) => nodes(`knowledge(caseId: "${caseId}", filter: { ${filter} })`, 'who since recordedAt');

    expect(await known('knewBy: "2024-08-30"')).not.toEqual([]);
    expect(await known('recordedBy: "2024-08-30"')).toEqual([]);
  });
});
