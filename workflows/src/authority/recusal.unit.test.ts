import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS, FUNCTIONS, knowsOf, type Act, type Actor, type Facts, type OfficialFunction, type StreamKind, type Subject } from '..';
import { interferenceRecorded, problemFound, WANG } from '../testing/facts';
import { A_DAY, actorFor, CHANGCHUN, foldOf, given, type Fact } from '../testing/given';

const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
const PERSON = { name: '某', organisation: '某局', post: '局长' };
const UNIT = { organisation: '市纪委', function: 'disciplineInspection', jurisdiction: CHANGCHUN } as const;

/** Leaned on by `boss`; `chief` told `told` to be silent, `mute` was. */
const record: readonly Fact[] = [
  { ...interferenceRecorded({ jurisdiction: CHANGCHUN, addressed: [WANG] }), by: 'recorder' },
  {
    type: 'RecordingSuppressed',
    payload: {
      suppressionId: 'suppression-1',
      leader: { person: 'chief', ...PERSON },
      told: { person: 'told', name: '某' },
      content: '这事别记',
    },
  },
  {
    type: 'NonRecordingFound',
    payload: { nonRecordingId: 'nonRecording-1', person: { person: 'mute', name: '某' }, kind: 'hidden', finding: '在场而未记录' },
  },
];
const clue: readonly Fact[] = [
  {
    type: 'DisciplineClueTransferred',
    payload: {
      caseId: null,
      interferenceId: null,
      jurisdiction: CHANGCHUN,
      trigger: 'interview',
      responsibleManager: { person: 'boss', ...PERSON },
      others: [{ person: 'chief', ...PERSON }],
      facts: '某事',
      serious: true,
      dutyCrimeSuspected: false,
      interview: { level: 'province', by: '省厅', heldOn: '2024-08-01' },
      from: { ...UNIT, function: 'enforcementAgency' },
      to: UNIT,
    },
    by: 'recorder',
  },
];

interface Records {
  readonly kind: StreamKind & Subject['kind'];
  readonly subject: Subject;
  /** The oracle: whom it names, and who may know of it, in lists of its own. */
  readonly named: readonly string[];
  readonly readers: readonly string[];
  readonly recorderToo: boolean;
}

const RECORDS: readonly Records[] = [
  {
    kind: 'interference',
    subject: foldOf('interference', record),
    named: ['boss', 'chief', 'mute'],
    readers: ['disciplineInspection'],
    recorderToo: true,
  },
  {
    kind: 'discipline',
    subject: foldOf('discipline', clue),
    named: ['boss', 'chief'],
    readers: ['disciplineInspection', 'procuratorate', 'authorityHead'],
    recorderToo: false,
  },
];

const PERSONS = ['boss', 'chief', 'mute', 'told', WANG.person, 'recorder', 'colleague'] as const;
const STOOD_IN_FOR = [null, 'boss', 'chief', 'mute', 'head'] as const;

const askerOf = (person: string, fn: OfficialFunction, stead: string | null): Actor =>
  actorFor({
    person,
    function: fn,
    jurisdiction: CHANGCHUN,
    ...(stead === null
      ? {}
      : { acting: { delegation: 'd-1', unit: CHANGCHUN, person: stead, name: '某', ownFunction: fn, ownJurisdiction: CHANGCHUN } }),
  });

const touches = (act: Act, { subject }: Records, actor: Actor): boolean => {
  const facts: Facts<unknown> = {
    state: subject.state,
    actor,
    subject: 'record-1',
    occurredAt: A_DAY,
    now: A_DAY,
    jurisdiction: CHANGCHUN,
    evidence: [],
    registers: {} as Facts<unknown>['registers'],
  };

  return act.bars?.(facts) === undefined && knowsOf(actor, subject, { jurisdiction: CHANGCHUN, occurredAt: A_DAY, subject: 'record-1' });
};

const OUT_OF_AREA: readonly string[] = ['policeAuthority', 'marketRegulator', 'dischargingEntity'];

const combinations = RECORDS.flatMap((records) =>
  ACTS.filter(({ kind }) => kind === records.kind)
    .flatMap((group) => group.acts.filter((act) => !act.opens))
    .flatMap((act) =>
      functions
        .filter((fn) => !OUT_OF_AREA.includes(fn))
        .flatMap((fn) => PERSONS.flatMap((person) => STOOD_IN_FOR.map((stead) => ({ records, act, fn, person, stead })))),
    ),
);

describe('every act on a record that names persons × function × person × in whose stead, against an oracle of its own', () => {
  it('is open to nobody whom the record names, nor in their stead, whatever their function', () => {
    const wrong = combinations.filter(({ records, act, fn, person, stead }) => {
      const isAbout = records.named.includes(person) || (stead !== null && records.named.includes(stead));
      const mayKnow = records.readers.includes(fn) || (records.recorderToo && person === 'recorder');

      return touches(act, records, askerOf(person, fn, stead)) !== (!isAbout && mayKnow);
    });
    process.stdout.write(`recusal: ${combinations.length} combinations of act, function, person and stead held against the oracle\n`);

    expect(wrong.map(({ records, act, fn, person, stead }) => [records.kind, act.name, fn, person, stead].join(' '))).toEqual([]);
    expect(combinations.length).toBeGreaterThan(8_000);
  });
});

describe('an act elsewhere that looks a record up', () => {
  const onFile = { interferences: { 'record-1': record }, disciplines: { 'clue-1': clue } };
  const bar = (person: string, over: object = {}) => ({ person, recordId: 'record-1', recordKind: 'interference', ...over });
  const barred: Fact = { type: 'PersonBarred', payload: { barId: 'bar-1', person: 'boss', recordId: 'record-1' } };
  const referred: Fact = {
    type: 'DisciplineReferralNoted',
    payload: { referralId: 'referral-1', disciplineId: 'clue-1', problemIds: ['problem-1'], afterInterview: false },
  };
  const received: Fact = { type: 'DisciplineClueReceived', payload: { receiptNo: null } };
  const accepted: Fact = { type: 'DisciplineClueAccepted', payload: { docNo: null } };
  const { from: _from, ...offered } = (clue[0] as Extract<Fact, { type: 'DisciplineClueTransferred' }>).payload;
  const concerned = { ...offered.responsibleManager, person: 'other' };
  const clueCiting = (interferenceId: string) => ({
    ...{ jurisdiction: CHANGCHUN, trigger: 'interference', facts: '某事', serious: true, to: UNIT, others: [] },
    responsibleManager: concerned,
    interferenceId,
  });

  it('bars nobody by a record that names who bars, and says of it what it says of none', () => {
    given(problemFound())
      .when('barPerson', bar('mute'), { ...onFile, by: 'auditor' })
      .then('PersonBarred');
    for (const by of ['boss', 'chief', 'mute']) {
      const [there, nowhere] = ['record-1', 'record-2'].map(
        (recordId) => given(problemFound()).when('barPerson', bar('mute', { recordId }), { ...onFile, by }).verdict,
      );
      expect(there).toMatchObject({ kind: 'refusal', code: 'UNKNOWN_ID' });
      expect(there).toEqual(nowhere);
    }
  });

  it('lifts no recusal that rests on a record which names who lifts', () => {
    given(problemFound(), barred)
      .when('liftBar', { barId: 'bar-1' }, { ...onFile, by: 'auditor' })
      .then('PersonBarLifted');
    const [there, nowhere] = ['bar-1', 'bar-2'].map(
      (barId) => given(problemFound(), barred).when('liftBar', { barId }, { ...onFile, by: 'chief' }).verdict,
    );
    expect(there).toMatchObject({ kind: 'refusal', code: 'WRONG_STAGE' });
    expect(there).toEqual(nowhere);
  });

  it('notes neither a clue on officials nor its answer for whom the clue names', () => {
    const note = (disciplineId: string) => ({ disciplineId, problemIds: ['problem-1'] });
    given(problemFound())
      .when('noteDisciplineReferral', note('clue-1'), { ...onFile, by: 'officer-2' })
      .then('DisciplineReferralNoted');
    const [there, nowhere] = ['clue-1', 'clue-2'].map(
      (id) => given(problemFound()).when('noteDisciplineReferral', note(id), { ...onFile, by: 'boss' }).verdict,
    );
    expect(there).toMatchObject({ kind: 'refusal', code: 'UNKNOWN_ID' });
    expect(JSON.stringify(there).replaceAll('clue-1', 'clue-2')).toBe(JSON.stringify(nowhere));

    const answer = (history: readonly Fact[], by: string) =>
      given(problemFound(), referred).when(
        'noteDisciplineAnswer',
        { referralId: 'referral-1' },
        { disciplines: { 'clue-1': history }, by },
      );
    answer([...clue, received, accepted], 'officer-2').then('DisciplineReferralAnswered');
    expect(answer([...clue, received, accepted], 'boss').verdict).toMatchObject({ kind: 'refusal' });
    expect(answer([...clue, received, accepted], 'boss').verdict).toEqual(answer(clue, 'boss').verdict);
  });

  it('rests no clue on officials on a record that is another’s, or names its author', () => {
    const at = { ...onFile, in: CHANGCHUN, of: CHANGCHUN };
    given()
      .when('transferDisciplineClue', clueCiting('record-1'), { ...at, as: 'monitoringUnit', by: 'recorder' })
      .then('DisciplineClueTransferred');
    given()
      .when('transferDisciplineClue', clueCiting('record-1'), { ...at, as: 'disciplineInspection', by: 'auditor' })
      .then('DisciplineClueTransferred');
    for (const circumstances of [
      { as: 'disciplineInspection', by: 'boss' },
      { as: 'disciplineInspection', by: 'chief' },
      { as: 'enforcementAgency', by: 'colleague' },
      { as: 'disciplineInspection', by: 'auditor', of: '370800' },
    ] as const) {
      const [there, nowhere] = ['record-1', 'record-2'].map(
        (id) => given().when('transferDisciplineClue', clueCiting(id), { ...at, ...circumstances }).verdict,
      );
      expect(there).toMatchObject({ kind: 'refusal', code: 'UNKNOWN_ID' });
      expect(JSON.stringify(there).replaceAll('record-1', 'record-2')).toBe(JSON.stringify(nowhere));
    }
  });

  it('asks the relation wherever it looks, whichever act is added', () => {
    const root = join(__dirname, '..');
    const looking = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/test|desk\//.test(file))
      .filter((file) => /registers\s*\.(?:interference|discipline)\(/.test(readFileSync(join(root, file), 'utf8')));
    const blind = looking.filter((file) => !readFileSync(join(root, file), 'utf8').includes("authority/recusal'"));

    // What the acts read of a clue they read behind their guards.
    expect(blind).toEqual(['conduct/acts.ts']);
    expect(looking.length).toBeGreaterThan(3);
  });
});
