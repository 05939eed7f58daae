import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf, type Actor, type OfficialFunction } from '@liuhen/workflows';
import { logger, openEventStore, readConfig } from '@liuhen/infra';
import { startService, type RunningService } from './index';
import { FIRM } from './testing/firm';
import { Line } from './testing/lair';

const person = (id: string, fn: OfficialFunction): Actor => ({
  person: id,
  name: id,
  organisation: '局',
  office: '科',
  function: fn,
  jurisdiction: '220100',
});
const REGISTRAR = person('registrar', 'registrar');
const ENFORCER = person('enforcer', 'enforcementAgency');
const RECORDER = person('recorder', 'monitoringUnit');
const BOSS = person('boss', 'enforcementAgency');
const AUDITOR = person('auditor', 'disciplineInspection');

const PARTY = { ...FIRM, jurisdiction: '220100' };

interface Answer {
  readonly codes: readonly string[];
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

describe('a person named in an interference record on a case', () => {
  let service: RunningService;
  let keys = 0;
  let caseId = '';
  let recordId = '';
  let partyId = '';
  let position: unknown = null;
  let folder = '';
  let isDown = false;

  const ask = async (actor: Actor, query: string, variables: object): Promise<Answer> => {
    const token = await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 600 });
    const response = await fetch(service.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { errors = [], data } = (await response.json()) as {
      errors?: { extensions: { code: string } }[];
      data?: Answer['data'] | null;
    };

    return { codes: errors.map(({ extensions }) => extensions.code), data: data ?? {} };
  };

  const act = async (actor: Actor, name: string, type: string, { input, subject }: { input: object; subject?: string }) => {
    keys += 1;
    const field = subject === recordId ? 'interferenceId' : 'caseId';
    const own = subject === undefined ? ['', ''] : ['$subject: ID!, ', `${field}: $subject, `];
    const { data, codes } = await ask(
      actor,
      `mutation (${own[0]}$input: ${type}!, $request: ActRequestInput!) { ${name}(${own[1]}input: $input, request: $request) {
        __typename ... on Receipt { subject position } ... on Refusal { code } ... on Denied { code } } }`,
      { input, request: { idempotencyKey: `key-${keys}` }, ...(subject === undefined ? {} : { subject }) },
    );
    expect(codes).toEqual([]);
    const outcome = data[name] ?? {};
    // A position is passed on unchanged.
    position = outcome['position'] ?? position;

    return outcome;
  };

  const FILE = 'query ($caseId: ID!, $at: Position) { caseFile(caseId: $caseId, atLeast: $at) { caseId } }';
  const LIST = 'query ($at: Position) { caseList(atLeast: $at) { edges { node { caseId } } } }';
  const TRAIL =
    'query ($at: Position) { interferenceTrail(atLeast: $at) { edges { node { interferenceId gapDays late shouldHaveRecorded { name } } } } }';
  const seen = async (actor: Actor, query: string) => {
    const { data } = await ask(actor, query, { at: position });

    return Object.values(data).flatMap((found) => (found?.['edges'] as { node: Record<string, unknown> }[]).map(({ node }) => node));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'liuhen-recusal-'));
    const config = readConfig({ LIUHEN_DATA: folder, LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'silent' });
    service = await startService(config, logger('silent'));
    partyId = String((await act(REGISTRAR, 'registerParty', 'RegisterPartyInput', { input: PARTY }))['subject']);
    const problem = { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' };
    caseId = String((await act(ENFORCER, 'reportProblem', 'ReportProblemInput', { input: problem }))['subject']);
    const record = {
      caseId,
      form: 'oralOpinion',
      kind: 'influencingHandling',
      jurisdiction: '220100',
      official: { person: 'boss', name: '钱五', organisation: '局', post: '副局长' },
      happenedAt: '2026-01-06',
      place: '办公室',
      content: '放一放',
      demanded: '不予处罚',
      effect: 'refused',
      medium: '录音',
      addressed: [{ person: 'enforcer', name: '张三' }],
    };
    recordId = String((await act(RECORDER, 'recordInterference', 'RecordInterferenceInput', { input: record }))['subject']);
  });

  afterAll(async () => {
    if (!isDown) await service.stop();
  });

  it('reads nothing of the case from then on, and is not told that it exists', async () => {
    expect((await ask(BOSS, FILE, { caseId, at: position })).codes).toEqual(['UNKNOWN_ID']);
    expect(await seen(BOSS, LIST)).toEqual([]);
    expect((await ask(ENFORCER, FILE, { caseId, at: position })).data['caseFile']).toEqual({ caseId });
    expect(await seen(ENFORCER, LIST)).toEqual([{ caseId }]);
  });

  it('nor does a page tell by its cursor or by its end that something was left out', async () => {
    const page = 'query ($at: Position) { caseList(first: 1, atLeast: $at) { edges { cursor } pageInfo { hasNextPage endCursor } } }';
    const { data } = await ask(BOSS, page, { at: position });

    expect(data['caseList']).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('nor does a subscription tell of it, from the beginning on, while others hear', async () => {
    const listening = async (actor: Actor) => {
      const line = await Line.open(service.websocket);
      const token = await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 600 });
      line.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      await line.hear('connection_ack');
      line.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { caseChanged(after: "0") { caseId } }' } });

      return line;
    };
    const [boss, enforcer] = [await listening(BOSS), await listening(ENFORCER)];
    const problem = { title: '异味', source: 'enforcementMonitoring', partyId, facts: '异味', foundAt: '2026-01-05T09:00:00+08:00' };
    const other = String((await act(ENFORCER, 'reportProblem', 'ReportProblemInput', { input: problem }))['subject']);
    const told = (id: string) => ({ data: { caseChanged: { caseId: id } } });

    expect([(await enforcer.hear('next')).payload, (await enforcer.hear('next')).payload]).toEqual([told(caseId), told(other)]);
    expect((await boss.hear('next')).payload).toEqual(told(other));
    for (const line of [boss, enforcer]) line.close();
  });

  it('does nothing on it once discipline inspection has said so', async () => {
    const bar = { person: 'boss', recordId, recordKind: 'interference' };
    expect(await act(AUDITOR, 'barPerson', 'BarPersonInput', { input: bar, subject: caseId })).toMatchObject({ __typename: 'Receipt' });
    const close = { input: { summary: '结案' }, subject: caseId };
    expect(await act(BOSS, 'closeCase', 'CloseCaseInput', close)).toEqual({ __typename: 'Refusal', code: 'NOT_COMPETENT' });
    expect(await act(ENFORCER, 'closeCase', 'CloseCaseInput', close)).toEqual({ __typename: 'Refusal', code: 'CLOSE_OUT_BLOCKED' });
  });

  const MORE = `query ($at: Position, $who: ID!) {
    openObligations(atLeast: $at) { edges { node { subject } } }
    personTrail(person: $who, atLeast: $at) { edges { node { subject } } }
    liabilityTrace(atLeast: $at) { edges { node { caseId } } }
    unusualPatterns(atLeast: $at) { edges { node { caseId } } }
    unusualFindings(atLeast: $at) { edges { node { caseId } } } }`;
  const told = async (actor: Actor) => {
    const { data, codes } = await ask(actor, MORE, { at: position, who: RECORDER.person });
    expect(codes).toEqual([]);

    return Object.entries(data)
      .filter(([, found]) => JSON.stringify(found).includes(recordId) || JSON.stringify(found).includes(caseId))
      .map(([question]) => question);
  };
  const silent = { person: { person: 'mute', name: '某' }, kind: 'hidden', finding: '在场而未记录' };

  it('nor hears an inspector of the record in any other question, once it names them', async () => {
    const named = { ...AUDITOR, person: 'mute' };
    expect(await act(AUDITOR, 'findNonRecording', 'FindNonRecordingInput', { input: silent, subject: recordId })).toMatchObject({
      __typename: 'Receipt',
    });
    const trace = { nonRecordingId: 'nonRecording-1', consequence: '案件被压', reasons: '致污染持续' };
    await act(AUDITOR, 'findSeriousConsequence', 'FindSeriousConsequenceInput', { input: trace, subject: recordId });

    expect(await told(AUDITOR)).toEqual(['openObligations', 'personTrail', 'liabilityTrace', 'unusualPatterns', 'unusualFindings']);
    expect(await told(named)).toEqual([]);
    expect(await seen(named, TRAIL)).toEqual([]);
    const finding = { input: { finding: '不实' } };
    const [ruling, report] = [
      await act(named, 'findInterferenceUntrue', 'FindInterferenceUntrueInput', { ...finding, subject: recordId }),
      await act(named, 'reportInterferenceUpward', 'ReportInterferenceUpwardInput', {
        input: { reportedTo: '市委', reportedAt: '2026-02-01' },
        subject: recordId,
      }),
    ];
    expect([ruling, report]).toEqual([{ __typename: 'InvalidInput' }, { __typename: 'InvalidInput' }]);
  });

  it('and an unfounded record gives the case back, and not the record', async () => {
    await act(AUDITOR, 'findInterferenceUntrue', 'FindInterferenceUntrueInput', { input: { finding: '不实' }, subject: recordId });
    const named = { ...AUDITOR, person: 'mute' };

    expect((await ask(named, FILE, { caseId, at: position })).data['caseFile']).toEqual({ caseId });
    expect(await seen(named, TRAIL)).toEqual([]);
    expect(await told(named)).not.toContain('unusualPatterns');
  });

  it('nor the record, which is its recorder’s and the auditors’ only, late entry shown as such', async () => {
    const row = [
      {
        interferenceId: recordId,
        gapDays: expect.any(Number) as number,
        late: true,
        shouldHaveRecorded: [{ name: '张三' }, { name: '某' }],
      },
    ];
    expect(await seen(RECORDER, TRAIL)).toEqual(row);
    expect(await seen(AUDITOR, TRAIL)).toEqual(row);
    expect(await seen(ENFORCER, TRAIL)).toEqual([]);
    expect(await seen(BOSS, TRAIL)).toEqual([]);
    expect(await seen({ ...AUDITOR, person: 'boss' }, TRAIL)).toEqual([]);
  });

  it('nor is the record in an export by days that they ask for, in which other inspectors have it', async () => {
    const taken = async (actor: Actor) => {
      const token = await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 600 });
      const response = await fetch(new URL('/ledger/audit-exports', service.graphql), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ scope: { from: '2026-01-01' }, why: '核查' }),
      });

      return ((await response.json()) as { packageId: string }).packageId;
    };
    const packages = [await taken(AUDITOR), await taken({ ...AUDITOR, person: 'mute' })];
    await service.stop();
    isDown = true;
    const store = await openEventStore({ events: 'embedded', deployment: 'liuhen', folder, log: logger('silent') });
    const [whole, without] = await Promise.all(
      packages.map(async (id) => {
        const [exported] = await store.readStream(streamOf('records', id));

        return (exported?.payload as { streams: { stream: string }[] }).streams.map(({ stream }) => stream);
      }),
    );
    await store.close();

    expect(whole).toEqual(expect.arrayContaining([streamOf('interference', recordId), streamOf('party', partyId)]));
    expect(without).toContain(streamOf('party', partyId));
    expect(without?.filter((stream) => stream.endsWith(recordId))).toEqual([]);
  });
});
