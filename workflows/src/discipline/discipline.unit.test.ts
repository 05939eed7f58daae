import { blockersOfProblem, type DisciplineEvent } from '..';
import type { CaseFile } from '../case/state';
import { byRule } from '../testing/by-rule';
import { owedUnder } from '../testing/owed-under';
import { determinedCase } from '../testing/facts';
import { A_DAY, BEIJING, CHANGCHUN, foldOf, given, LANZHOU, type Fact } from '../testing/given';

type Transferred = Extract<DisciplineEvent, { type: 'DisciplineClueTransferred' }>['payload'];

const IN_2018 = '2018-06-01T09:00:00+08:00';
const INSPECTION = { organisation: '市纪委监委', function: 'disciplineInspection', jurisdiction: CHANGCHUN } as const;
const FROM = { organisation: '济宁市生态环境局', function: 'authorityHead', jurisdiction: CHANGCHUN } as const;
const MANAGER = { person: 'boss', name: '钱五', organisation: '某区', post: '主任' };
const OTHER = { name: '孙六', organisation: '某区', post: '科长' };
const HELD = { level: 'province', by: '省生态环境厅', heldOn: '2024-08-01' } as const;

const transferred = (over: Partial<Transferred> = {}) =>
  ({
    type: 'DisciplineClueTransferred',
    payload: {
      caseId: 'case-1',
      interferenceId: null,
      jurisdiction: CHANGCHUN,
      trigger: 'shielding',
      responsibleManager: MANAGER,
      others: [{ ...OTHER, person: null }],
      facts: '压案不查',
      serious: false,
      dutyCrimeSuspected: false,
      interview: null,
      from: FROM,
      to: INSPECTION,
      ...over,
    },
  }) as const;
const received = { type: 'DisciplineClueReceived', payload: { receiptNo: null } } as const;
const accepted = { type: 'DisciplineClueAccepted', payload: { docNo: '受1号' } } as const;
const returned = { type: 'DisciplineClueReturned', payload: { reason: '不属管辖' } } as const;
const recommended = {
  type: 'SanctionRecommended',
  payload: { recommendation: '警告', withDepartments: ['市市场监管局'], docNo: null, recommendedOn: '2024-08-20' },
} as const;
const decided = (afterInterview = true) =>
  ({
    type: 'DisciplineOutcomeDecided',
    payload: { sanctions: [{ name: '钱五', sanction: '警告' }], decidedBy: '市纪委', docNo: null, decidedOn: '2024-08-25', afterInterview },
  }) as const;
const reported = (addressee: 'provincialDepartment' | 'municipalPartyCommittee' | 'municipalGovernment') =>
  ({ type: 'DisciplineOutcomeReported', payload: { addressee, docNo: null, reportedOn: '2024-08-26' } }) as const;
const ALL = [
  reported('provincialDepartment'),
  reported('municipalPartyCommittee'),
  reported('municipalGovernment'),
  { type: 'DisciplineReportingCompleted', payload: {} },
] as const;
const interviewed = transferred({ trigger: 'interview', interview: HELD });

const input = {
  caseId: 'case-1',
  jurisdiction: CHANGCHUN,
  trigger: 'shielding',
  responsibleManager: MANAGER,
  others: [OTHER],
  facts: '压案不查',
  to: INSPECTION,
};
const HERE = { kind: 'discipline', in: CHANGCHUN } as const;
const GANSU = { kind: 'discipline', in: LANZHOU } as const;
const inGansu = (over: Partial<Transferred> = {}) => ({ ...transferred({ jurisdiction: LANZHOU, serious: true, ...over }), at: IN_2018 });

byRule('R-159', {
  fires: [
    [
      'the clue names the manager directly responsible and the others',
      () => given().when('transferDisciplineClue', input, { in: CHANGCHUN }).then('DisciplineClueTransferred').thenRestsOn('R-159'),
    ],
    ['and its answer is owed', () => expect(owedUnder('R-159', HERE, transferred(), received)).toEqual(['disciplineAnswer:clue'])],
    [
      'without the manager it is no such clue',
      () =>
        given()
          .when('transferDisciplineClue', { ...input, responsibleManager: undefined }, { in: CHANGCHUN })
          .thenInvalid('responsibleManager'),
    ],
  ],
  passes: [
    [
      'once accepted or returned nothing is owed',
      () => {
        expect(owedUnder('R-159', HERE, transferred(), received, accepted)).toEqual([]);
        expect(owedUnder('R-159', HERE, transferred(), received, returned)).toEqual([]);
      },
    ],
    ['elsewhere the draft asks for nothing', () => expect(owedUnder('R-159', HERE, transferred({ jurisdiction: BEIJING }))).toEqual([])],
  ],
});

byRule('R-155', {
  fires: [
    [
      'after an interview by the province a recommendation is owed',
      () => expect(owedUnder('R-155', HERE, interviewed)).toEqual(['sanctionRecommendation:clue']),
    ],
    [
      'one that follows no interview, or is made alone, is remarked upon',
      () => {
        given(transferred(), received, accepted)
          .when('recommendSanction', { recommendation: '警告', withDepartments: ['甲'], recommendedOn: '2024-08-20' })
          .thenWarned('R-155');
        given(interviewed, received, accepted)
          .when('recommendSanction', { recommendation: '警告', withDepartments: [], recommendedOn: '2024-08-20' })
          .thenWarned('R-155');
      },
    ],
  ],
  passes: [
    [
      'made with others after an interview it stands',
      () =>
        given(interviewed, received, accepted)
          .when('recommendSanction', { recommendation: '警告', withDepartments: ['市市场监管局'], recommendedOn: '2024-08-20' })
          .thenRecorded(recommended),
    ],
    ['and is owed no longer', () => expect(owedUnder('R-155', HERE, interviewed, received, accepted, recommended)).toEqual([])],
    ['without an interview none is owed', () => expect(owedUnder('R-155', HERE, transferred())).toEqual([])],
  ],
});

byRule('R-156', {
  fires: [
    [
      'after an interview the outcome is owed to three',
      () =>
        expect(owedUnder('R-156', HERE, interviewed, received, accepted, decided())).toEqual([
          'disciplineOutcomeReport:provincialDepartment',
          'disciplineOutcomeReport:municipalPartyCommittee',
          'disciplineOutcomeReport:municipalGovernment',
        ]),
    ],
    [
      'each is told once',
      () =>
        given(interviewed, received, accepted, decided(), reported('municipalGovernment'))
          .when('reportDisciplineOutcome', { addressee: 'municipalGovernment', reportedOn: '2024-08-26' })
          .thenOutOfTurn('R-156'),
    ],
  ],
  passes: [
    [
      'told to all three nothing is owed',
      () => expect(owedUnder('R-156', HERE, interviewed, received, accepted, decided(), ...ALL)).toEqual([]),
    ],
    [
      'the last one completes it',
      () =>
        given(interviewed, received, accepted, decided(), ...ALL.slice(0, 2))
          .when('reportDisciplineOutcome', { addressee: 'municipalGovernment', reportedOn: '2024-08-26' })
          .then('DisciplineOutcomeReported', 'DisciplineReportingCompleted'),
    ],
    [
      'without an interview none is owed',
      () => expect(owedUnder('R-156', HERE, transferred(), received, accepted, decided(false))).toEqual([]),
    ],
  ],
});

byRule('R-162', {
  fires: [
    [
      'in Gansu a serious matter is owed an answer',
      () => expect(owedUnder('R-162', GANSU, inGansu())).toEqual(['disciplineAnswerSerious:clue']),
    ],
    [
      'one that is not found serious does not go to discipline inspection',
      () =>
        given()
          .when('transferDisciplineClue', { ...input, jurisdiction: LANZHOU }, { in: LANZHOU, at: IN_2018 })
          .thenRefused({ rule: 'R-162', zh: '情节严重' }),
    ],
  ],
  passes: [
    [
      'a serious one does',
      () =>
        given()
          .when('transferDisciplineClue', { ...input, jurisdiction: LANZHOU, serious: true }, { in: LANZHOU, at: IN_2018 })
          .then('DisciplineClueTransferred')
          .thenRestsOn('R-162'),
    ],
    ['after the year of the plan it asks for nothing', () => expect(owedUnder('R-162', GANSU, { ...inGansu(), at: A_DAY })).toEqual([])],
  ],
});

byRule('CJL-32', {
  fires: [
    [
      'a clue of a crime of office goes to no other body',
      () =>
        given()
          .when('transferDisciplineClue', { ...input, dutyCrimeSuspected: true, to: { ...INSPECTION, function: 'supervisionOffice' } })
          .thenRefused({ rule: 'CJL-32', zh: '检察机关' }),
    ],
  ],
  passes: [
    [
      'procuratorate and supervision organ take it',
      () =>
        (['procuratorate', 'disciplineInspection'] as const).forEach((fn) =>
          given()
            .when('transferDisciplineClue', { ...input, dutyCrimeSuspected: true, to: { ...INSPECTION, function: fn } })
            .then('DisciplineClueTransferred')
            .thenRestsOn('CJL-32'),
        ),
    ],
  ],
});

describe('the handshake with discipline inspection', () => {
  it('is received, then accepted or returned by the body it was made to', () => {
    given(transferred()).when('receiveDisciplineClue', {}, { as: 'disciplineInspection' }).thenRecorded(received);
    given(transferred()).when('receiveDisciplineClue', {}, { as: 'procuratorate' }).thenRefused({ rule: 'W-01', cites: '' });
    given(transferred()).when('acceptDisciplineClue', {}).thenOutOfTurn('W-02');
    given(transferred(), received, accepted).when('returnDisciplineClue', { reason: '反悔' }).thenOutOfTurn('W-02');
  });

  it('is not for whom the clue names', () => {
    given(transferred())
      .when('receiveDisciplineClue', {}, { by: 'boss' })
      .thenRefused({ rule: 'APL-43', code: 'UNKNOWN_ID', weighty: true });
  });
});

describe('the case that refers to a discipline clue', () => {
  const noted = (afterInterview = false) =>
    ({
      type: 'DisciplineReferralNoted',
      payload: { referralId: 'referral-1', disciplineId: 'd-1', problemIds: ['problem-1'], afterInterview },
    }) as const;
  const answered = { type: 'DisciplineReferralAnswered', payload: { referralId: 'referral-1', answer: 'accepted' } } as const;
  const here = { jurisdiction: CHANGCHUN };
  const blocked = (...history: readonly Fact[]) =>
    blockersOfProblem({ state: foldOf('case', history).state as CaseFile, jurisdiction: CHANGCHUN, occurredAt: A_DAY }, 'problem-1').map(
      ({ id }) => id,
    );
  const at = (...history: readonly Fact[]) => ({ disciplines: { 'd-1': history } });

  it('notes it without a word of its content', () => {
    given(...determinedCase({}, here))
      .when('noteDisciplineReferral', { disciplineId: 'd-1', problemIds: ['problem-1'] }, at(interviewed))
      .thenRecorded(noted(true));
    given(...determinedCase({}, here))
      .when('noteDisciplineReferral', { disciplineId: 'd-2', problemIds: ['problem-1'] }, at(interviewed))
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID', cites: '' });
  });

  it('is kept open by B-11 until the answer is on file', () => {
    expect(blocked(...determinedCase({}, here), noted())).toContain('B-11');
    expect(blocked(...determinedCase({}, here), noted(), answered)).not.toContain('B-11');
    given(...determinedCase({}, here), noted())
      .when('noteDisciplineAnswer', { referralId: 'referral-1' }, at(transferred(), received))
      .thenRefused({ rule: 'W-07', missing: ['受理或退回'], cites: '' });
    given(...determinedCase({}, here), noted())
      .when('noteDisciplineAnswer', { referralId: 'referral-1' }, at(transferred(), received, accepted))
      .thenRecorded(answered);
  });

  it('after an interview waits for the report of the outcome; the draft warns', () => {
    given(...determinedCase({}, here), noted(true))
      .when('noteDisciplineAnswer', { referralId: 'referral-1' }, at(interviewed, received, accepted, decided()))
      .thenWarned('R-156');
    given(...determinedCase({}, here), noted(true))
      .when('noteDisciplineAnswer', { referralId: 'referral-1' }, at(interviewed, received, accepted, decided(), ...ALL))
      .thenWarned();
  });

  it('can have a person recused whom the clue names', () => {
    given(...determinedCase({}, here))
      .when('barPerson', { person: 'boss', recordId: 'd-1', recordKind: 'discipline' }, at(transferred()))
      .then('PersonBarred');
  });
});
