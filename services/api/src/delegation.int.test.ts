import type { Actor } from '@liuhen/workflows';
import { FIRM } from './testing/firm';
import { Lair, OFFICER } from './testing/lair';

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const term = { from: day(-2), until: day(30), reason: '出差' };
const person = (id: string, over: Partial<Actor> = {}): Actor => ({ ...OFFICER, person: id, name: `某${id}`, ...over });
const named = ({ person: id, name }: Actor) => ({ person: id, name });

const REGISTRAR = person('registrar', { function: 'registrar' });
const HEAD = person('head', { function: 'authorityHead' });
const DEPUTY = person('deputy');
const AWAY = person('away', { jurisdiction: '370900' });
const COLLEAGUE = person('colleague', { jurisdiction: '370900' });
const PROVINCE = person('province', { function: 'authorityHead', jurisdiction: '370000' });
describe('acting for another and working on a team, through the contract', () => {
  let lair: Lair;
  let caseId = '';
  let position: unknown = null;
  let keys = 0;

  const act = async (actor: Actor, name: string, { input, at }: { readonly input: object; readonly at?: readonly [string, string] }) => {
    keys += 1;
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const own = at === undefined ? ['', ''] : ['$id: ID!, ', `${at[0]}: $id, `];
    const query = `mutation (${own[0]}$input: ${type}!, $request: ActRequestInput!) { ${name}(${own[1]}input: $input, request: $request) {
      __typename ... on Receipt { subject position } ... on Refusal { code rule } ... on Denied { code } ... on InvalidInput { code } } }`;
    const { data, text } = await lair.ask(query, {
      actor,
      variables: { input, request: { idempotencyKey: `key-${keys}` }, ...(at === undefined ? {} : { id: at[1] }) },
    });
    if (data === null) throw new Error(text);
    const outcome = data[name] as Readonly<Record<string, unknown>>;
    position = outcome['position'] ?? position;

    return outcome;
  };
  const must = async (...[actor, name, call]: Parameters<typeof act>) => {
    const outcome = await act(actor, name, call);
    expect(outcome).toMatchObject({ __typename: 'Receipt' });

    return String(outcome['subject']);
  };
  const unit = ['unitId', '370800'] as const;
  const codesOf = async (actor: Actor, query: string) => (await lair.ask(query, { actor, variables: { id: caseId, at: position } })).codes;
  const FILE =
    'query ($id: ID!, $at: Position) { caseFile(caseId: $id, atLeast: $at) { caseId team { leader members { person until } } } }';
  const TRACE = 'query ($at: Position) { liabilityTrace(atLeast: $at) { edges { cursor } } }';

  const listening = async (actor: Actor) => {
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${await lair.token(actor)}` } });
    await line.hear('connection_ack');
    line.say({
      id: '1',
      type: 'subscribe',
      payload: { query: 'subscription { caseChanged { caseId entry { type actor { person acting { person } } } } }' },
    });
    // A question on the same connection is answered after the subscription was taken up.
    line.say({ id: '2', type: 'subscribe', payload: { query: '{ me { person } }' } });
    await line.hear('next');

    return line;
  };

  beforeAll(async () => {
    lair = await Lair.open();
    await must(REGISTRAR, 'registerUnit', { input: { jurisdiction: '370800', name: '济宁市生态环境局' }, at: unit });
    const partyId = await must(REGISTRAR, 'registerParty', { input: FIRM });
    const problem = { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' };
    caseId = await must(OFFICER, 'reportProblem', { input: problem });
  });

  afterAll(() => lair.service.stop());

  it('opens the questions of a function while it is delegated, and closes them with its revocation', async () => {
    expect(await codesOf(DEPUTY, TRACE)).toEqual(['FORBIDDEN']);
    await must(HEAD, 'delegateFunction', { input: { to: named(DEPUTY), ...term }, at: unit });
    expect(await codesOf(DEPUTY, TRACE)).toEqual([]);
    expect(await codesOf(AWAY, TRACE)).toEqual(['FORBIDDEN']);
    const { data } = await lair.ask(
      '{ units { edges { node { delegations { id kind function of { person } to { person } from until grantedBy revoked } } } } }',
      { actor: DEPUTY },
    );
    expect(data).toMatchObject({
      units: {
        edges: [
          {
            node: {
              delegations: [{ id: 'delegation-1', kind: 'delegated', of: { person: 'head' }, to: { person: 'deputy' }, revoked: false }],
            },
          },
        ],
      },
    });
    await must(HEAD, 'revokeDelegation', { input: { delegationId: 'delegation-1', reason: '返岗' }, at: unit });
    expect(await codesOf(DEPUTY, TRACE)).toEqual(['FORBIDDEN']);
  });

  it('tells a deputy of another area what their own colleagues are not told, and nothing after the end', async () => {
    const [away, colleague] = [await listening(AWAY), await listening(COLLEAGUE)];
    const grade = (actor: Actor, level: string) =>
      act(actor, 'formCaseTeam', {
        input: {
          kind: 'caseTeam',
          leader: 'officer',
          members: [OFFICER, DEPUTY].map((each) => ({
            ...named(each),
            certificateNo: `证-${each.person}`,
            function: each.function,
            jurisdiction: each.jurisdiction,
          })),
          ...term,
          reason: level,
        },
        at: ['caseId', caseId],
      });
    expect(await codesOf(AWAY, FILE)).toEqual(['UNKNOWN_ID']);
    expect(await grade(AWAY, '不知案')).toMatchObject({ __typename: 'InvalidInput', code: 'UNKNOWN_ID' });
    await must(HEAD, 'appointDeputy', {
      input: { absent: { person: 'ill', name: '病员' }, function: 'enforcementAgency', to: named(AWAY), ...term },
      at: unit,
    });
    expect(await codesOf(AWAY, FILE)).toEqual([]);
    expect(await codesOf(COLLEAGUE, FILE)).toEqual(['UNKNOWN_ID']);
    expect(await grade(AWAY, '案情重大')).toMatchObject({ __typename: 'Receipt' });
    expect(await away.hear('next')).toMatchObject({
      payload: {
        data: { caseChanged: { caseId, entry: { type: 'CaseTeamFormed', actor: { person: 'away', acting: { person: 'ill' } } } } },
      },
    });

    await must(HEAD, 'revokeDelegation', { input: { delegationId: 'delegation-2', reason: '返岗' }, at: unit });
    expect(await codesOf(AWAY, FILE)).toEqual(['UNKNOWN_ID']);
    await must(OFFICER, 'dissolveCaseTeam', { input: { reason: '结束' }, at: ['caseId', caseId] });
    // A case of their own area is the next that either of the two is told of.
    const partyId = await must({ ...REGISTRAR, jurisdiction: '370000' }, 'registerParty', {
      input: { ...FIRM, jurisdiction: '370900', creditCode: '91370900MA3C00002X' },
    });
    const own = await must(COLLEAGUE, 'reportProblem', {
      input: { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' },
    });
    for (const line of [away, colleague]) {
      expect(await line.hear('next')).toMatchObject({ payload: { data: { caseChanged: { caseId: own } } } });
      line.close();
    }
  });

  const LISTS = `query ($at: Position) {
    caseList(atLeast: $at) { edges { node { caseId } } }
    issueLedger(atLeast: $at) { edges { node { caseId } } }
    openObligations(atLeast: $at) { edges { node { subject } } }
    outstandingHandoffs(atLeast: $at) { edges { node { caseId } } }
  }`;
  /** Lists in which the case stands for this person, and how many cases the lists hold at all. */
  const listed = async (actor: Actor) => {
    const { data, text } = await lair.ask(LISTS, { actor, variables: { at: position } });
    if (data === null) throw new Error(text);
    const ids = Object.entries(data).map(([name, list]) => {
      const { edges } = list as { readonly edges: readonly { readonly node: { readonly caseId?: string; readonly subject?: string } }[] };

      return [name, edges.map(({ node }) => node.caseId ?? node.subject)] as const;
    });

    return ids.filter(([, found]) => found.includes(caseId)).map(([name]) => name);
  };
  const counted = async (actor: Actor): Promise<number> => {
    const { data } = await lair.ask('query ($at: Position) { caseCounts(atLeast: $at) { count } }', { actor, variables: { at: position } });

    return (data?.['caseCounts'] as readonly { readonly count: number }[]).reduce((sum, { count }) => sum + count, 0);
  };
  const EVERYWHERE = ['caseList', 'issueLedger', 'openObligations', 'outstandingHandoffs'];
  const officers = (...persons: readonly Actor[]) =>
    persons.map((each) => ({
      ...named(each),
      certificateNo: `证-${each.person}`,
      function: each.function,
      jurisdiction: each.jurisdiction,
    }));

  it('has the cases of another area in the lists, the exports and the counts of its deputy, as long as the delegation runs', async () => {
    const monitor = person('monitor', { function: 'monitoringUnit' });
    const to = { organisation: '济宁市生态环境局', function: 'enforcementAgency', jurisdiction: '370800' };
    await must(monitor, 'transferClue', {
      input: { problemIds: ['problem-1'], to, materials: ['监测报告'], fraud: false, verified: false },
      at: ['caseId', caseId],
    });
    const exported = async () => {
      const response = await fetch(`${lair.origin}/export/caseList.csv?atLeast=${String(position)}`, {
        headers: { authorization: `Bearer ${await lair.token(AWAY)}` },
      });

      const text = await response.text();
      return text.includes(caseId);
    };
    expect(await listed(OFFICER)).toEqual(EVERYWHERE);
    expect([await listed(AWAY), await exported()]).toEqual([[], false]);
    const own = await counted(AWAY);
    const deputy = (days: object) => ({
      input: { absent: { person: 'ill', name: '病员' }, function: 'enforcementAgency', to: named(AWAY), ...term, ...days },
      at: unit,
    });

    // One that begins tomorrow is none yet.
    await must(HEAD, 'appointDeputy', deputy({ from: day(1) }));
    expect([await listed(AWAY), await counted(AWAY)]).toEqual([[], own]);
    await must(HEAD, 'appointDeputy', deputy({}));
    expect([await listed(AWAY), await exported()]).toEqual([EVERYWHERE, true]);
    expect(await counted(AWAY)).toBe(own + 1);
    expect(await listed(COLLEAGUE)).toEqual([]);
    for (const at of [3, 4]) {
      await must(HEAD, 'revokeDelegation', { input: { delegationId: `delegation-${at}`, reason: '返岗' }, at: unit });
    }
    expect([await listed(AWAY), await exported(), await counted(AWAY)]).toEqual([[], false, own]);
  });

  it('has a case in the lists of the members of its team from another unit, until they leave it', async () => {
    await must(PROVINCE, 'formCaseTeam', {
      input: { kind: 'specialTeam', leader: 'officer', members: officers(OFFICER, DEPUTY, AWAY), ...term },
      at: ['caseId', caseId],
    });
    expect(await listed(AWAY)).toEqual(EVERYWHERE);
    expect(await listed(COLLEAGUE)).toEqual([]);
    // The officer is put on it in their office; in another function or area they are not.
    expect(await listed({ ...AWAY, jurisdiction: '371000' })).toEqual([]);
    expect(await listed({ ...AWAY, function: 'permitDepartment' })).toEqual([]);
    await must(PROVINCE, 'changeCaseTeam', {
      input: { added: [], removed: ['away'], until: term.until, reason: '调整' },
      at: ['caseId', caseId],
    });
    expect(await listed(AWAY)).toEqual([]);
    await must(OFFICER, 'dissolveCaseTeam', { input: { reason: '结束' }, at: ['caseId', caseId] });
  });

  it('shows a case to a member of its team from elsewhere until the team is dissolved', async () => {
    const members = [OFFICER, AWAY].map((each) => ({
      ...named(each),
      certificateNo: `证-${each.person}`,
      function: each.function,
      jurisdiction: each.jurisdiction,
    }));
    const away = await listening(AWAY);
    await must(PROVINCE, 'formCaseTeam', {
      input: { kind: 'specialTeam', leader: 'officer', members, ...term },
      at: ['caseId', caseId],
    });
    expect(await away.hear('next')).toMatchObject({ payload: { data: { caseChanged: { caseId } } } });
    away.close();
    expect((await lair.ask(FILE, { actor: AWAY, variables: { id: caseId, at: position } })).data).toMatchObject({
      caseFile: { team: { leader: 'officer', members: [{ person: 'officer' }, { person: 'away', until: term.until }] } },
    });
    expect(await codesOf(COLLEAGUE, FILE)).toEqual(['UNKNOWN_ID']);
    await must(OFFICER, 'dissolveCaseTeam', { input: { reason: '结束' }, at: ['caseId', caseId] });
    expect(await codesOf(AWAY, FILE)).toEqual(['UNKNOWN_ID']);
  });
});
