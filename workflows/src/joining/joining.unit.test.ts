import { byRule } from '../testing/by-rule';
import {
  acceptedCase,
  caseClosed,
  clueAccepted,
  clueReceived,
  clueTransferred,
  determinedCase,
  ENFORCEMENT,
  feedbackGiven,
  partyRegistered,
  penaltyOpened,
  PLANT,
  problemFound,
  problemStruckOff,
} from '../testing/facts';
import { actNamed, foldOf, given } from '../testing/given';

const adopted = problemFound({ problemId: 'problem-2', adoptedFrom: { caseId: 'case-a', problemId: 'problem-1' } });
const goesOn = [
  problemFound(),
  { type: 'CaseAdopted', payload: { fromCaseId: 'case-a', problems: [{ was: 'problem-1', is: 'problem-2' }], reason: '同一企业' } },
  adopted,
] as const;
const merged = { type: 'CaseMerged', payload: { into: 'case-b', reason: '同一企业', problemIds: ['problem-1'] } } as const;
const merge = { into: 'case-b', reason: '同一企业' };
const a = { subject: 'case-a', cases: { 'case-b': goesOn } } as const;
const b = { subject: 'case-b', cases: { 'case-a': [problemFound()] } } as const;

describe('merging two cases', () => {
  it('begins on the one that goes on: it takes up each open problem under a number of its own', () => {
    given(problemFound()).when('adoptCase', { fromCaseId: 'case-a', reason: '同一企业' }, b).thenRecorded(goesOn[1], adopted);
    given(problemFound()).when('adoptCase', { fromCaseId: 'case-b', reason: '自身' }, b).thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
    given(...goesOn)
      .when('adoptCase', { fromCaseId: 'case-a', reason: '再次' }, b)
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
  });

  it('ends the other one, whose number then says where to act', () => {
    given(problemFound()).when('mergeCase', merge, a).thenRecorded(merged);
    given(problemFound(), merged)
      .when(
        'addProblem',
        { title: '新问题', source: 'publicReport', partyId: 'plant', facts: '异味', foundAt: '2024-08-01' },
        { parties: { plant: PLANT } },
      )
      .thenOutOfTurn('W-41', 'case-b');
    given(problemFound(), merged).when('reopenCase', { reason: '重启' }).thenOutOfTurn('W-41', 'case-b');
  });

  it('takes a clue straight into a case that runs already', () => {
    given(problemFound(), clueTransferred(), clueReceived)
      .when('acceptClue', { clueId: 'clue-1', intoCaseId: 'case-b' }, a)
      .then('ClueAccepted', 'FeedbackGiven', 'CaseMerged');
    given(problemFound(), clueTransferred(), clueReceived)
      .when('acceptClue', { clueId: 'clue-1', intoCaseId: 'case-b' }, { ...a, cases: { 'case-b': [problemFound()] } })
      .thenRefused({ rule: 'W-43', missing: ['case-b承接problem-1'] });
    expect(foldOf('case', [problemFound(), clueTransferred(), clueReceived, clueAccepted, feedbackGiven, merged]).state).toMatchObject({
      status: 'merged',
      links: { mergedInto: 'case-b' },
    });
  });
});

byRule('W-43', {
  fires: [
    [
      'no problem is lost on the way',
      () => {
        given(problemFound(), problemFound({ problemId: 'problem-3' }))
          .when('mergeCase', merge, a)
          .thenRefused({ rule: 'W-43', missing: ['case-b承接problem-3'] });
      },
    ],
    [
      'and no proceeding',
      () => {
        given(...determinedCase(), penaltyOpened())
          .when('mergeCase', merge, a)
          .thenRefused({ rule: 'W-43', weighty: true });
      },
    ],
    [
      'nor is a sender left without an answer',
      () => {
        given(...acceptedCase())
          .when('mergeCase', merge, a)
          .thenRefused({ rule: 'R-005', missing: ['就clue-1向监测机构反馈'] });
      },
    ],
  ],
  passes: [
    [
      'a struck-off problem stays where it was',
      () => {
        given(
          problemFound(),
          ...determinedCase({ finding: 'noViolation' }, { problemId: 'problem-1' }).slice(1),
          feedbackGiven,
          problemStruckOff,
        )
          .when('mergeCase', merge, { ...a, cases: { 'case-b': [problemFound()] } })
          .then('CaseMerged');
      },
    ],
  ],
});

const report = {
  title: '运维单位协助造假',
  source: 'jointOperation',
  partyId: 'om',
  facts: '修改参数',
  foundAt: '2024-08-30T09:00:00+08:00',
  openedFrom: { caseId: 'case-a', problemId: 'problem-1' },
};
const parties = { om: [partyRegistered({ name: '某某运维', kind: 'omProvider' })], plant: PLANT };
const split = problemFound({ partyId: 'om', partyName: '某某运维', openedFrom: { caseId: 'case-a', problemId: 'problem-1' } });

describe('a case that comes out of another one', () => {
  it('names the finding that gave rise to it, against somebody else', () => {
    const outcome = given()
      .when('reportProblem', report, { parties, cases: { 'case-a': determinedCase() } })
      .then('ProblemFound');
    expect(outcome.events[0]?.payload).toMatchObject({ openedFrom: report.openedFrom, partyId: 'om' });
    given()
      .when('reportProblem', report, { parties, cases: { 'case-a': acceptedCase() } })
      .thenRefused({ rule: 'W-05', missing: ['problem-1 的调查认定'] });
    given()
      .when('reportProblem', { ...report, partyId: 'plant' }, { parties, cases: { 'case-a': determinedCase() } })
      .thenRefused({ rule: 'W-05', zh: '同一当事人' });
    given().when('reportProblem', report, { parties }).thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
    given()
      .when(
        'reportProblem',
        { ...report, openedFrom: { caseId: 'case-a', problemId: 'problem-9' } },
        { parties, cases: { 'case-a': determinedCase() } },
      )
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
  });

  it('is linked from there as well, and only where it says so itself', () => {
    given(...determinedCase())
      .when('linkOpenedCase', { caseId: 'case-c', problemId: 'problem-1' }, { subject: 'case-a', cases: { 'case-c': [split] } })
      .thenRecorded({
        type: 'FurtherCaseOpened',
        payload: { caseId: 'case-c', problemId: 'problem-1', partyId: 'om', partyName: '某某运维' },
      });
    given(...determinedCase())
      .when('linkOpenedCase', { caseId: 'case-c', problemId: 'problem-1' }, { subject: 'case-a', cases: { 'case-c': [problemFound()] } })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
  });
});

const JINAN = { ...ENFORCEMENT, organisation: '济南市生态环境局', jurisdiction: '370100' } as const;
const acceptedThere = [
  problemFound(),
  clueTransferred({ competence: true, to: JINAN }),
  clueReceived,
  clueAccepted,
  feedbackGiven,
] as const;
const handedOver = {
  type: 'CaseHandedOver',
  payload: { clueId: 'clue-1', to: JINAN, reason: '排放口在济南', problemIds: ['problem-1'] },
} as const;

byRule('W-42', {
  fires: [
    [
      'on a transferred case nothing moves, and it says who has it',
      () => {
        given(...acceptedThere, handedOver)
          .when('openInvestigation', { investigators: [{ person: 'li', name: '李一' }] })
          .thenOutOfTurn('W-42', '济南市生态环境局');
        given(...acceptedThere)
          .when('takeBackCase', { reason: '指定管辖' })
          .thenOutOfTurn('W-42', '未移送');
      },
    ],
  ],
  passes: [
    [
      'it leaves once the competent authority has accepted every problem',
      () => {
        given(...acceptedThere)
          .when('handOverCase', { clueId: 'clue-1', reason: '排放口在济南' })
          .thenRecorded(handedOver)
          .thenRestsOn('MEP-16');
        given(...acceptedThere, problemFound({ problemId: 'problem-2' }))
          .when('handOverCase', { clueId: 'clue-1', reason: '排放口在济南' })
          .thenRefused({ rule: 'MEP-16', missing: ['problem-2随案移送并受理'] });
        given(...acceptedCase())
          .when('handOverCase', { clueId: 'clue-1', reason: '排放口在济南' })
          .thenOutOfTurn('MEP-16');
      },
    ],
    [
      'and is taken back where the superior says so',
      () => {
        given(...acceptedThere, handedOver)
          .when('takeBackCase', { reason: '指定管辖', docNo: '鲁环函1号' })
          .then('CaseTakenBack');
        expect(
          foldOf('case', [...acceptedThere, handedOver, { type: 'CaseTakenBack', payload: { reason: '指定管辖', docNo: null } }]).state,
        ).toMatchObject({ status: 'open', links: { handedOverTo: null } });
      },
    ],
    [
      'the receiver opens its own case from it',
      () => {
        given()
          .when('reportProblem', { ...report, partyId: 'plant' }, { parties, cases: { 'case-a': acceptedThere }, in: '370100' })
          .then('ProblemFound');
      },
    ],
  ],
});

byRule('W-41', {
  fires: [
    [
      'every act on a merged case is refused, with the case that goes on',
      () => {
        given(problemFound(), merged).when('closeCase', { summary: '结案' }).thenOutOfTurn('W-41', 'case-b');
        given(problemFound(), merged).when('mergeCase', merge, a).thenOutOfTurn('W-41', 'case-b');
      },
    ],
  ],
  passes: [
    [
      'the other case is open to all of them',
      () => {
        expect(actNamed('strikeOffProblem').act.outOfTurn(foldOf('case', goesOn).state).rule).not.toBe('W-41');
      },
    ],
  ],
});

byRule('W-04', {
  fires: [
    [
      'on a closed case nothing moves but its reopening',
      () => {
        given(...determinedCase(), caseClosed)
          .when('transferClue', { problemIds: ['problem-1'], to: ENFORCEMENT, materials: ['报告'], fraud: false, verified: false })
          .thenOutOfTurn('W-04', '重启');
        given(...determinedCase(), caseClosed)
          .when('mergeCase', merge, a)
          .thenOutOfTurn('W-04');
      },
    ],
  ],
  passes: [
    [
      'which is open',
      () => {
        given(...determinedCase({ finding: 'noViolation' }), problemStruckOff, caseClosed)
          .when('reopenCase', { reason: '新证据' })
          .then('CaseReopened');
      },
    ],
  ],
});
