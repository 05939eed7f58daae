import { byRule } from '../testing/by-rule';
import { BEIJING, CHANGCHUN, given, type Fact } from '../testing/given';
import {
  caseClosed,
  clueAccepted,
  clueReceived,
  clueTransferred,
  determinedCase,
  feedbackGiven,
  filingDeclined,
  filingNotified,
  finding,
  investigatedCase,
  investigationOpened,
  investigationReported,
  legalReviewCompleted,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  problemFound,
  problemStruckOff,
  published,
  rectificationConfirmed,
  rectificationOrdered,
  rectificationReported,
  statementWaived,
  transferAccepted,
  transferApproved,
  transferCopied,
  transferProposed,
  transferReceived,
  transferSent,
} from '../testing/facts';

const close = { summary: '结案' };
const strike = { problemId: 'problem-1', result: '已处理' };
const penalised = [penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted, penaltyDecided()] as const;
const atPolice = [transferProposed(), transferApproved, transferSent, transferReceived, transferAccepted] as const;

/** What still blocks, by the ids of the blockers. */
const blocked = (...history: readonly Fact[]): readonly string[] => {
  const { verdict } = given(...history).when('strikeOffProblem', strike);
  if (verdict.kind === 'accepted') return [];
  expect(verdict).toMatchObject({ kind: 'refusal', code: 'CLOSE_OUT_BLOCKED', weighty: true });

  return verdict.kind === 'refusal' ? verdict.missing.map((each) => each.zh.split(' ')[0] ?? '') : [];
};

describe('what keeps a problem on the ledger', () => {
  it('B-2: a general problem without a confirmed rectification', () => {
    const general = [...determinedCase({ finding: 'generalProblem' }), feedbackGiven] as const;
    expect(blocked(...general)).toEqual(['B-2']);
    expect(blocked(...general, rectificationOrdered())).toEqual(['B-2']);
    expect(blocked(...general, rectificationOrdered(), rectificationReported())).toEqual(['B-2']);
    expect(blocked(...general, rectificationOrdered(), rectificationReported(), rectificationConfirmed)).toEqual([]);
  });

  it('B-2: a rectification under way, whatever the finding', () => {
    expect(blocked(...determinedCase(), feedbackGiven, ...penalised, published(), rectificationOrdered())).toEqual(['B-2']);
  });

  it('B-3 and B-5: a violation that nobody decided on and nobody heard of', () => {
    const violation = [...determinedCase(), feedbackGiven] as const;
    expect(blocked(...violation)).toEqual(['B-3', 'B-5']);
    expect(blocked(...violation, penaltyOpened())).toEqual(['B-3', 'B-5']);
    expect(blocked(...violation, ...penalised)).toEqual(['B-5']);
    expect(blocked(...violation, ...penalised, published())).toEqual([]);
  });

  it('B-5: a publication that was withdrawn is none', () => {
    const withdrawn = { type: 'DisclosureWithdrawn', payload: { disclosureId: 'disclosure-1', reason: '有误' } } as const;
    expect(blocked(...determinedCase(), feedbackGiven, ...penalised, published(), withdrawn)).toEqual(['B-5']);
  });

  it('B-7: a suspected crime without the copy, or without the written notice of the police', () => {
    const crime = [...determinedCase({ finding: 'suspectedCrime' }), feedbackGiven, published()] as const;
    expect(blocked(...crime)).toEqual(['B-3', 'B-7']);
    expect(blocked(...crime, ...atPolice, transferCopied)).toEqual(['B-7']);
    expect(blocked(...crime, ...atPolice, filingNotified)).toEqual(['B-7']);
    expect(blocked(...crime, ...atPolice, filingNotified, transferCopied)).toEqual([]);
  });

  it('B-8: a filing that the police declined and nobody took further', () => {
    const declined = [
      ...determinedCase({ finding: 'suspectedCrime' }),
      feedbackGiven,
      published(),
      ...atPolice,
      transferCopied,
      filingDeclined,
    ] as const;
    expect(blocked(...declined)).toEqual(['B-8']);
    expect(blocked(...declined, ...penalised)).toEqual([]);
  });

  it('B-9 and B-13: tampering untold to the superior and to the credit platforms is remarked upon where the draft of Changchun applies', () => {
    const fraud = (jurisdiction: string) =>
      [...determinedCase({ tampering: true }, { jurisdiction }), feedbackGiven, ...penalised, published()] as const;
    const reported = { type: 'FraudReportedToSuperior', payload: { problemId: 'problem-1', superior: '省厅', reportNo: '1' } } as const;
    const pushed = {
      type: 'CreditInformationPushed',
      payload: { penaltyId: 'penalty-1', platforms: ['信用中国'], reference: '1' },
    } as const;
    const strikeOff = (...history: readonly Fact[]) =>
      given(...history).when('strikeOffProblem', { problemId: 'problem-1', result: '已办' });
    strikeOff(...fraud(CHANGCHUN)).thenWarned('R-139', 'R-138', 'R-165');
    strikeOff(...fraud(CHANGCHUN), reported, pushed).thenWarned('R-139');
    strikeOff(...fraud(BEIJING)).thenWarned();
  });

  it('B-10: an accepted clue whose sender was told nothing', () => {
    const nothing = determinedCase({ finding: 'noViolation' });
    expect(blocked(...nothing)).toEqual(['B-10']);
    expect(blocked(...nothing, { type: 'FeedbackGiven', payload: { clueId: 'clue-1', to: 'permitDepartment', content: '另告' } })).toEqual([
      'B-10',
    ]);
    expect(blocked(...nothing, feedbackGiven)).toEqual([]);
  });

  it('B-12: a reporter who waits, where a text gives an answer to reporters', () => {
    const asked = (jurisdiction: string) =>
      [...determinedCase({ finding: 'noViolation' }, { jurisdiction, reporterAwaitsAnswer: true }), feedbackGiven] as const;
    expect(blocked(...asked('370800'))).toEqual(['B-12']);
    expect(blocked(...asked('370800'), { type: 'ReporterAnswered', payload: { problemId: 'problem-1', content: '已查' } })).toEqual([]);
    expect(blocked(...asked(BEIJING))).toEqual([]);
  });
});

describe('closing a case', () => {
  it('is done when every problem is struck off', () => {
    given(...determinedCase({ finding: 'noViolation' }), feedbackGiven, problemStruckOff)
      .when('closeCase', close)
      .thenRecorded(caseClosed)
      .thenRestsOn('R-004');
  });

  it('is refused with each open problem and what is owed on it, under the rule of the place', () => {
    given(problemFound(), problemFound({ problemId: 'problem-2', reporterAwaitsAnswer: true }))
      .when('closeCase', close)
      .thenRefused({
        rule: 'R-004',
        code: 'CLOSE_OUT_BLOCKED',
        zh: '3项',
        missing: ['B-1 problem-1：问题尚未销号', 'B-1 problem-2：问题尚未销号', 'B-12 problem-2：未答复举报人'],
        weighty: true,
      });
    given(problemFound({ jurisdiction: BEIJING }))
      .when('closeCase', close)
      .thenRefused({ rule: 'W-07', code: 'CLOSE_OUT_BLOCKED' });
  });

  it('is refused while one of two problems is open', () => {
    given(
      problemFound(),
      problemFound({ problemId: 'problem-2' }),
      clueTransferred(),
      clueReceived,
      clueAccepted,
      investigationOpened,
      investigationReported(finding({ finding: 'noViolation' }), finding({ problemId: 'problem-2', finding: 'noViolation' })),
      feedbackGiven,
      problemStruckOff,
    )
      .when('closeCase', close)
      .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED', missing: ['B-1 problem-2：问题尚未销号'] });
  });

  it('is done once', () => {
    given(...determinedCase({ finding: 'noViolation' }), feedbackGiven, problemStruckOff, caseClosed)
      .when('closeCase', close)
      .thenOutOfTurn('W-04', '已销号');
    given().when('closeCase', close).thenOutOfTurn('W-02', '尚未建立');
  });
});

describe('a closed case', () => {
  const closed = [...determinedCase({ finding: 'noViolation' }), feedbackGiven, problemStruckOff, caseClosed] as const;
  const reopened = { type: 'CaseReopened', payload: { reason: '新证据', problemIds: ['problem-1'] } } as const;

  it('takes nothing but its reopening', () => {
    given(...closed)
      .when('receiveClue', { clueId: 'clue-1' })
      .thenOutOfTurn('W-04', '重启');
    given(...closed)
      .when('resumeInvestigation', { reason: '新证据' })
      .thenOutOfTurn('W-04');
    given(...closed)
      .when('answerReporter', { problemId: 'problem-1', content: '已查' })
      .thenOutOfTurn('W-04');
    given(...closed)
      .when('reopenCase', { reason: '新证据' })
      .thenRecorded(reopened);
    given(...investigatedCase())
      .when('reopenCase', { reason: '新证据' })
      .thenOutOfTurn('W-04', '未销号');
  });

  it('has its problems on the ledger again once it is reopened', () => {
    given(...closed, reopened)
      .when('closeCase', close)
      .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED', missing: ['B-1 problem-1：问题尚未销号'] });
    given(...closed, reopened)
      .when('strikeOffProblem', strike)
      .then('ProblemStruckOff');
    given(...closed, reopened)
      .when('resumeInvestigation', { reason: '新证据' })
      .then('InvestigationResumed');
  });
});

byRule('W-07', {
  fires: [
    [
      'a problem is not struck off while something is owed on it, and each thing is named',
      () =>
        given(...determinedCase({}, { jurisdiction: BEIJING }))
          .when('strikeOffProblem', { problemId: 'problem-1', result: '已办' })
          .thenRefused({ rule: 'W-07', code: 'CLOSE_OUT_BLOCKED', weighty: true }),
    ],
  ],
  passes: [
    [
      'what was found no violation, and answered for, may be',
      () =>
        given(...determinedCase({ finding: 'noViolation', violationClass: null }, { jurisdiction: BEIJING }), feedbackGiven, published())
          .when('strikeOffProblem', { problemId: 'problem-1', result: '未发现违法' })
          .then('ProblemStruckOff'),
    ],
  ],
});
