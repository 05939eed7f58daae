import { A_DAY, CHANGCHUN, given } from '../testing/given';
import {
  caseClosed,
  determinedCase,
  finding,
  investigationReported,
  PLANT,
  problemFound,
  problemStruckOff,
  published,
  suspicionRaised,
  investigatedCase,
  penaltyDecided,
  penaltyOpened,
  noticeServed,
  legalReviewCompleted,
  clueTransferred,
  clueReceived,
  clueAccepted,
  investigationOpened,
} from '../testing/facts';

const report = {
  title: '废水超标',
  source: 'enforcementMonitoring',
  partyId: 'plant',
  facts: '总排口化学需氧量超标',
  foundAt: '2024-08-01T09:00:00+08:00',
};
const registers = { parties: { plant: PLANT } };

describe('reporting a problem', () => {
  it('opens the case with the name that the register gives the party', () => {
    given().when('reportProblem', report, registers).thenRecorded(problemFound()).thenRestsOn('R-002', 'W-06');
  });

  it('rests in Jilin on the order of Jilin and not on that of Jining', () => {
    given()
      .when('reportProblem', report, { ...registers, in: CHANGCHUN })
      .thenRestsOn('R-001')
      .thenDoesNotRestOn('R-002');
  });

  it('is refused for a party that stands in no register', () => {
    given().when('reportProblem', report).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: '未登记的当事人：plant', missing: [] });
  });

  it('is refused for an outlet that the party does not have', () => {
    given()
      .when('reportProblem', { ...report, outletId: 'plant.9' }, registers)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'plant.9' });
  });

  it('is out of turn on a case that exists', () => {
    given(problemFound()).when('reportProblem', report, registers).thenOutOfTurn('W-02', '已存在');
  });

  it('takes no day that does not exist and no text of ten megabytes', () => {
    given()
      .when('reportProblem', { ...report, foundAt: '2024-02-30T09:00:00+08:00' })
      .thenInvalid('foundAt');
    given()
      .when('reportProblem', { ...report, facts: 'x'.repeat(10_000_000) })
      .thenInvalid('facts');
    given()
      .when('reportProblem', { ...report, facts: ' ' })
      .thenInvalid('facts');
    given()
      .when('reportProblem', { ...report, hurry: true })
      .thenInvalid('');
  });
});

describe('a problem from automatic data in Changchun, where only a draft asks for a recorded suspicion', () => {
  const automatic = { ...report, source: 'automaticData', outletId: 'plant.1' };

  it('is warned about and stands when it cites no suspicion', () => {
    given()
      .when('reportProblem', automatic, { ...registers, in: CHANGCHUN })
      .then('ProblemFound')
      .thenWarned('R-064');
  });

  it('is warned about when the suspicion cited is not on record at that outlet', () => {
    given()
      .when(
        'reportProblem',
        { ...automatic, suspicionIds: ['plant.1-s2'] },
        { ...registers, in: CHANGCHUN, outlets: { 'plant.1': [suspicionRaised] } },
      )
      .thenWarned('R-064');
  });

  it('rests on the recorded suspicion where there is one', () => {
    given()
      .when(
        'reportProblem',
        { ...automatic, suspicionIds: ['plant.1-s1'] },
        { ...registers, in: CHANGCHUN, outlets: { 'plant.1': [suspicionRaised] } },
      )
      .thenWarned()
      .thenRestsOn('R-064');
  });

  it('is neither warned about nor resting on the draft in Jining, nor before the draft can have applied', () => {
    given().when('reportProblem', automatic, registers).thenWarned().thenDoesNotRestOn('R-064');
    given()
      .when('reportProblem', automatic, { ...registers, in: CHANGCHUN, at: '2017-09-20T09:00:00+08:00' })
      .thenWarned();
  });
});

describe('adding a problem', () => {
  it('numbers it within the case', () => {
    given(problemFound())
      .when('addProblem', report, registers)
      .thenRecorded(problemFound({ problemId: 'problem-2' }));
  });

  it('is refused before a case is there and on a closed one', () => {
    given().when('addProblem', report, registers).thenOutOfTurn('W-02', '尚未建立');
    given(...determinedCase({ finding: 'noViolation' }), problemStruckOff, caseClosed)
      .when('addProblem', report, registers)
      .thenOutOfTurn('W-04', '重启');
  });
});

describe('striking a problem off', () => {
  const strike = { problemId: 'problem-1', result: '查无违法' };

  it('takes a problem without a violation off the ledger once its feedback is given', () => {
    given(problemFound(), ...determinedCase({ finding: 'noViolation' }).slice(1), {
      type: 'FeedbackGiven',
      payload: { clueId: 'clue-1', to: 'monitoringUnit', content: '查无违法' },
    })
      .when('strikeOffProblem', strike)
      .thenRecorded({ type: 'ProblemStruckOff', payload: strike })
      .thenRestsOn('R-004');
  });

  it('is out of turn before the investigation determined it, and for a problem of another case', () => {
    given(...investigatedCase())
      .when('strikeOffProblem', strike)
      .thenOutOfTurn('R-002', '调查认定');
    given(...determinedCase())
      .when('strikeOffProblem', { ...strike, problemId: 'problem-7' })
      .thenOutOfTurn('R-002');
  });

  it('names each thing still owed, and goes on record as an attempt', () => {
    given(...determinedCase())
      .when('strikeOffProblem', strike)
      .thenRefused({
        rule: 'R-004',
        code: 'CLOSE_OUT_BLOCKED',
        weighty: true,
        missing: [
          'B-3 problem-1：认定违法但未作出处罚或其他有理由的处理',
          'B-5 problem-1：处理结果未公开',
          'B-10 problem-1：未向线索移交单位反馈',
        ],
      });
  });

  it('judges each problem on its own', () => {
    given(
      problemFound(),
      problemFound({ problemId: 'problem-2' }),
      clueTransferred({ problemIds: ['problem-2'] }),
      clueReceived,
      clueAccepted,
      investigationOpened,
      investigationReported(finding({ finding: 'noViolation' }), finding({ problemId: 'problem-2' })),
    )
      .when('strikeOffProblem', strike)
      .then('ProblemStruckOff');
  });

  it('is done after penalty, disclosure and feedback', () => {
    given(...determinedCase(), penaltyOpened(), noticeServed(), legalReviewCompleted, penaltyDecided(), published(), {
      type: 'FeedbackGiven',
      payload: { clueId: 'clue-1', to: 'monitoringUnit', content: '已处罚' },
    })
      .when('strikeOffProblem', strike, { at: A_DAY })
      .then('ProblemStruckOff');
  });
});
