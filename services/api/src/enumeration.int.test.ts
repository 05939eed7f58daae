import type { Actor } from '@liuhen/workflows';
import { FIRM } from './testing/firm';
import { Lair, OFFICER } from './testing/lair';

const person = (id: string, over: Partial<Actor> = {}): Actor => ({ ...OFFICER, person: id, ...over });
/** Every question that takes the id of a case, by itself or in a filter. */
const QUESTIONS = [
  'caseFile(caseId: $id, atLeast: $at) { caseId }',
  'availableActs(caseId: $id, atLeast: $at) { act }',
  'auditTrail(caseId: $id, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } }',
  'signatures(caseId: $id, atLeast: $at) { edges { node { what } } }',
  'knowledge(caseId: $id, atLeast: $at) { edges { node { who } } }',
  'openObligations(filter: { caseId: $id }, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } }',
  'interferenceTrail(filter: { caseId: $id }, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } }',
  'unusualPatterns(filter: { caseId: $id }, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } }',
  'sanctionOutcomes(filter: { caseId: $id }, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } }',
  'typicalCases(filter: { caseId: $id }, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } }',
];

describe('an id, a cursor or a subscription of somebody else', () => {
  let lair: Lair;
  let position: unknown = null;
  let partyId = '';
  const cases: string[] = [];

  const act = async (actor: Actor, name: string, input: object): Promise<string> => {
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!, $request: ActRequestInput!) { ${name}(input: $input, request: $request) { ... on Receipt { subject position } } }`;
    const { data } = await lair.ask(query, { actor, variables: { input, request: { idempotencyKey: `${name}-${cases.length}` } } });
    const receipt = data?.[name] as { readonly subject: string; readonly position: unknown };
    position = receipt.position;

    return receipt.subject;
  };
  const report = async () =>
    cases.push(
      await act(OFFICER, 'reportProblem', {
        title: '超标',
        source: 'enforcementMonitoring',
        partyId,
        facts: '超标',
        foundAt: '2026-01-05T09:00:00+08:00',
      }),
    );

  beforeAll(async () => {
    lair = await Lair.open();
    partyId = await act(person('registrar', { function: 'registrar' }), 'registerParty', FIRM);
    for (let at = 0; at < 3; at += 1) await report();
  });

  afterAll(() => lair.service.stop());

  const strangers = [
    person('s1', { jurisdiction: '370900' }),
    person('s2', { jurisdiction: '370900', function: 'authorityHead' }),
    person('s3', { jurisdiction: '220100', function: 'disciplineInspection' }),
    person('s4', { function: 'policeAuthority' }),
    person('s5', { function: 'procuratorate' }),
    person('s6', { function: 'marketRegulator' }),
    person('s7', { function: 'dischargingEntity', organisation: '别的公司', party: 'other' }),
    // A firm of the very name, in another city.
    person('s8', { function: 'dischargingEntity', organisation: FIRM.name, jurisdiction: '370900' }),
  ];

  it.each(QUESTIONS)('%s says the same of a case that exists and of none', async (question) => {
    const [caseId = ''] = cases;
    const nobody = 'a'.repeat(caseId.length);
    const query = `query ($id: ID!, $at: Position) { ${question} }`;
    // The question is a good one: whoever may ask it of their own case gets no error of form.
    expect((await lair.ask(query, { variables: { id: caseId, at: position } })).codes).not.toContain('GRAPHQL_VALIDATION_FAILED');
    const own = person('own', { function: 'dischargingEntity', organisation: FIRM.name });
    expect((await lair.ask(query, { actor: own, variables: { id: caseId, at: position } })).codes).toEqual(
      question.startsWith('availableActs') ? [] : ['FORBIDDEN'],
    );
    for (const actor of strangers) {
      const there = await lair.ask(query, { actor, variables: { id: caseId, at: position } });
      const nowhere = await lair.ask(query, { actor, variables: { id: nobody, at: position } });

      expect([there.status, there.text.replaceAll(caseId, nobody)]).toEqual([nowhere.status, nowhere.text]);
    }
  });

  it('a cursor taken from another shows nothing of what the other sees', async () => {
    const LIST =
      'query ($at: Position, $after: String) { caseList(first: 1, after: $after, atLeast: $at) { edges { node { caseId } } pageInfo { hasNextPage endCursor } } }';
    const { data } = await lair.ask(LIST, { variables: { at: position } });
    const { pageInfo, edges } = data?.['caseList'] as { pageInfo: { endCursor: string; hasNextPage: boolean }; edges: readonly object[] };
    expect([edges.length, pageInfo.hasNextPage]).toEqual([1, true]);
    const stranger = person('s', { jurisdiction: '370900' });

    expect((await lair.ask(LIST, { actor: stranger, variables: { at: position, after: pageInfo.endCursor } })).data).toEqual({
      caseList: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
    const nothing = { caseList: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } };
    const seen = new Set<string>();
    // Each character of it changed, and values and keys of another's case made up.
    const [, key] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString()) as readonly [unknown, string];
    const made = ['', '0', '\uffff', null, 0].map((value) => Buffer.from(JSON.stringify([value, key])).toString('base64url'));
    const changed = Array.from(pageInfo.endCursor, (was, at) => {
      const other = was === 'A' ? 'B' : 'A';

      return `${pageInfo.endCursor.slice(0, at)}${other}${pageInfo.endCursor.slice(at + 1)}`;
    });
    for (const after of [...changed, ...made]) {
      const answer = await lair.ask(LIST, { actor: stranger, variables: { at: position, after } });
      expect([answer.codes, answer.data ?? nothing]).toEqual([answer.data === null ? ['BAD_CURSOR'] : [], nothing]);
      seen.add(answer.codes.join());
    }
    expect([...seen].sort()).toEqual(['', 'BAD_CURSOR']);
  });

  it('a subscription to a case of another area, asked from the beginning, hears of its own area only', async () => {
    const line = await lair.socket();
    const stranger = person('s', { jurisdiction: '370900' });
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${await lair.token(stranger)}` } });
    await line.hear('connection_ack');
    line.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { caseChanged(after: "0") { caseId } }' } });
    line.say({
      id: '2',
      type: 'subscribe',
      payload: { query: `subscription { caseChanged(after: "0", caseId: "${cases[0] ?? ''}") { caseId } }` },
    });
    await report();
    const registrar = person('registrar', { function: 'registrar', jurisdiction: '370000' });
    partyId = await act(registrar, 'registerParty', { ...FIRM, jurisdiction: '370900', creditCode: '91370900MA3C00002X' });
    const own = await act(stranger, 'reportProblem', {
      title: '超标',
      source: 'enforcementMonitoring',
      partyId,
      facts: '超标',
      foundAt: '2026-01-05T09:00:00+08:00',
    });

    expect(await line.hear('next')).toEqual({ id: '1', type: 'next', payload: { data: { caseChanged: { caseId: own } } } });
    line.close();
  });
});
