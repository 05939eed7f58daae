import type { Actor } from '@liuhen/workflows';
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
const PARTY = {
  name: '某味食品有限公司',
  kind: 'dischargingEntity',
  creditCode: '91370800MA3C00001M',
  jurisdiction: '370800',
  address: '济宁',
  legalRepresentative: '林某',
  keyEntity: true,
  keyPermitManagement: true,
};

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
    const partyId = await must(REGISTRAR, 'registerParty', { input: PARTY });
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
      input: { ...PARTY, jurisdiction: '370900', creditCode: '91370900MA3C00002X' },
    });
    const own = await must(COLLEAGUE, 'reportProblem', {
      input: { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' },
    });
    for (const line of [away, colleague]) {
      expect(await line.hear('next')).toMatchObject({ payload: { data: { caseChanged: { caseId: own } } } });
      line.close();
    }
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
