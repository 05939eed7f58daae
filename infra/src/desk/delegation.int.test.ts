import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actingIn, evolveUnit, initialUnit, streamOf, type Actor, type RecordedEvent, type UnitEvent } from '@liuhen/workflows';
import { groupedByAct, LawJudge } from '../audit/lawfulness';
import { JINING } from './testing/known';
import { actorOf, Office, subjectOf } from './testing/office';

const HEAD = actorOf('authorityHead');
const DEPUTY = actorOf('enforcementAgency', { person: 'deputy', name: '赵六' });
const AWAY = actorOf('enforcementAgency', { person: 'away', jurisdiction: '370900' });
const named = ({ person, name }: Actor) => ({ person, name });
const term = { from: '2024-09-01', until: '2024-09-30', reason: '出差' };

describe('acting for another, on a real log', () => {
  let office: Office;
  let caseId: string;

  const recorded = (): Promise<readonly RecordedEvent[]> => office.store.readAll(0, 1_000);
  const judged = (events: readonly RecordedEvent[], isWhole: (stream: string) => boolean = () => true) => {
    const judge = new LawJudge(isWhole);
    for (const act of groupedByAct(events)) judge.take(act);

    return judge.judgement;
  };
  const reopen = (actor: Actor, over = {}) =>
    office.perform(
      'appointDeputy',
      JINING,
      { absent: named(HEAD), function: 'permitDepartment', to: named(AWAY), ...term },
      { actor, ...over },
    );

  beforeEach(async () => {
    office = await Office.open(mkdtempSync(join(tmpdir(), 'liuhen-delegation-')));
    await office.must('registerUnit', JINING, { jurisdiction: JINING, name: '济宁市生态环境局' });
    caseId = await office.openCase(await office.registered());
  });

  afterEach(() => office.close());

  const head = async () => office.must('delegateFunction', JINING, { to: named(DEPUTY), ...term }, { actor: HEAD });
  const asHead = (actor = DEPUTY) =>
    office.perform('setCountyUnitMode', JINING, { mode: 'separate', functions: ['enforcementAgency'], from: '2024-09-01' }, { actor });
  const lead = (actor: Actor) =>
    office.perform(
      'nameResponsibleLeader',
      JINING,
      { body: 'department', organisation: '济宁市生态环境局', leader: named(HEAD), post: '局长', from: '2024-09-01' },
      { actor },
    );

  it('is denied before the delegation, goes through under it with both names on record, and is denied after its revocation', async () => {
    expect(await lead(DEPUTY)).toMatchObject({ kind: 'denied', code: 'NOT_COMPETENT' });
    await head();
    expect(await lead(DEPUTY)).toMatchObject({ kind: 'receipt' });
    expect(await lead(AWAY)).toMatchObject({ kind: 'denied' });
    const last = (await office.store.readStream(streamOf('unit', JINING))).at(-1);
    expect(last?.actor).toEqual({
      ...DEPUTY,
      function: 'authorityHead',
      acting: {
        delegation: 'delegation-1',
        unit: JINING,
        person: HEAD.person,
        name: HEAD.name,
        ownFunction: 'enforcementAgency',
        ownJurisdiction: JINING,
      },
    });
    await office.must('revokeDelegation', JINING, { delegationId: 'delegation-1', reason: '已返岗' }, { actor: HEAD });
    expect(await lead(DEPUTY)).toMatchObject({ kind: 'denied', code: 'NOT_COMPETENT' });
  });

  it('passes nothing on, and the attempt is on record under both names', async () => {
    await head();
    expect(await reopen(DEPUTY)).toMatchObject({ kind: 'refusal', rule: 'W-81', code: 'NOT_COMPETENT' });
    const refusal = (await office.store.readStream(streamOf('refusals', JINING))).at(-1);
    expect(refusal).toMatchObject({ payload: { act: 'appointDeputy' }, actor: { person: 'deputy', acting: { person: HEAD.person } } });
    expect(await asHead()).toMatchObject({ kind: 'refusal', rule: 'R-014' });
  });

  it('tells the same receipt again when the key is repeated after the end of the delegation', async () => {
    await head();
    const request = { idempotencyKey: 'once', actor: DEPUTY };
    const input = { body: 'department', organisation: '局', leader: named(HEAD), post: '局长', from: '2024-09-01' };
    const first = await office.must('nameResponsibleLeader', JINING, input, request);
    await office.must('revokeDelegation', JINING, { delegationId: 'delegation-1', reason: '已返岗' }, { actor: HEAD });

    expect(await office.must('nameResponsibleLeader', JINING, input, request)).toEqual({ ...first, repeated: true });
  });

  it('shows what is open to the deputy on a case, and in whose stead', async () => {
    const open = async (actor: Actor) =>
      new Map((await office.desk.availableActs('case', caseId, actor)).map(({ act, acting, refusal }) => [act, { acting, refusal }]));
    expect((await open(DEPUTY)).get('handOverCase')).toMatchObject({ acting: null, refusal: { code: 'NOT_COMPETENT' } });
    await head();
    expect((await open(DEPUTY)).get('handOverCase')).toMatchObject({ acting: { person: HEAD.person }, refusal: { code: 'WRONG_STAGE' } });
    expect((await open(DEPUTY)).get('closeCase')).toMatchObject({ acting: null });
  });

  it('reaches a case of another area by delegation or on its team, knows of no case without', async () => {
    const grade = (actor: Actor) =>
      office.perform('linkPublicReport', caseId, { reportId: 'report-1', problemIds: ['problem-1'] }, { actor });
    expect(await grade(AWAY)).toMatchObject({ kind: 'invalid', code: 'UNKNOWN_ID' });
    await office.must(
      'appointDeputy',
      JINING,
      { absent: { person: 'ill', name: '病员' }, function: 'enforcementAgency', to: named(AWAY), ...term },
      { actor: HEAD },
    );
    expect(await grade(AWAY)).toMatchObject({ kind: 'refusal', rule: expect.stringMatching(/./) });
    await office.must('revokeDelegation', JINING, { delegationId: 'delegation-1', reason: '返岗' }, { actor: HEAD });
    expect(await grade(AWAY)).toMatchObject({ kind: 'invalid', code: 'UNKNOWN_ID' });
    const on = (actor: Actor) => ({
      ...named(actor),
      certificateNo: `证-${actor.person}`,
      function: actor.function,
      jurisdiction: actor.jurisdiction,
    });
    const province = actorOf('authorityHead', { person: 'province', jurisdiction: '370000' });
    await office.must(
      'formCaseTeam',
      caseId,
      { kind: 'specialTeam', leader: 'deputy', members: [on(DEPUTY), on(AWAY)], ...term },
      { actor: province },
    );
    expect(await grade(AWAY)).toMatchObject({ kind: 'refusal' });
    expect(judged(await recorded())).toMatchObject({ unlawful: null });
  });

  it('is judged by the auditor with the file of the unit, and found unlawful where that does not bear it out', async () => {
    await head();
    const { position } = (await lead(DEPUTY)) as { readonly position: number };
    const events = await recorded();
    expect(judged(events)).toMatchObject({ unlawful: null });
    const unit = streamOf('unit', JINING);
    const forge = (change: (event: RecordedEvent) => RecordedEvent) =>
      judged(events.map((event) => (event.position === position ? change(event) : event))).unlawful;
    const acting = events.find((event) => event.position === position)?.actor.acting;
    if (acting === undefined) throw new Error('acted for nobody');

    expect(forge((event) => ({ ...event, actor: { ...event.actor, acting: { ...acting, person: 'else' } } }))).toMatchObject({
      rule: 'W-81',
    });
    expect(forge((event) => ({ ...event, recordedAt: '2024-10-01T09:00:00+08:00' }))).toMatchObject({ rule: 'W-81' });
    expect(judged(events.filter((event) => event.type !== 'FunctionDelegated')).unlawful).toMatchObject({ rule: 'W-81' });
    expect(judged(events, (stream) => stream !== unit)).toMatchObject({ unlawful: null });
  });

  it('keeps of the delegation what a fold over the unit alone says too', async () => {
    await head();
    const events = (await office.store.readStream(streamOf('unit', JINING))) as readonly (RecordedEvent & UnitEvent)[];
    const unit = events.reduce(evolveUnit, initialUnit);

    expect(actingIn(DEPUTY, unit, { occurredAt: '2024-09-10T12:00:00+08:00' })).toHaveLength(1);
  });

  it('stops a recused person, deputy or not', async () => {
    await head();
    const record = subjectOf(
      await office.must(
        'recordInterference',
        null,
        {
          caseId,
          form: 'oralOpinion',
          kind: 'influencingHandling',
          jurisdiction: JINING,
          official: { person: 'deputy', name: '赵六', organisation: '局', post: '副局长' },
          happenedAt: '2024-09-06',
          place: '办公室',
          content: '放一放',
          demanded: '不予处罚',
          effect: 'refused',
          medium: '录音',
          addressed: [{ person: 'x', name: '张三' }],
        },
        { actor: actorOf('monitoringUnit') },
      ),
    );
    await office.must('barPerson', caseId, { person: 'deputy', recordId: record, recordKind: 'interference' });

    expect(await office.perform('handOverCase', caseId, { clueId: 'clue-1', reason: '移送' }, { actor: DEPUTY })).toMatchObject({
      kind: 'refusal',
      code: 'NOT_COMPETENT',
      message: { zh: expect.stringContaining('回避') },
    });
  });
});
