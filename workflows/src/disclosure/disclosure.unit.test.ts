import { CHANGCHUN, given, LANZHOU } from '../testing/given';
import {
  determinedCase,
  investigatedCase,
  legalReviewCompleted,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  problemFound,
  published,
  statementWaived,
} from '../testing/facts';

const { disclosureId: _id, penaltyId: _none, url: _url, ...text } = published().payload;
const reviewed = [...determinedCase(), penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted] as const;
const decided = [...reviewed, penaltyDecided()] as const;

describe('publishing', () => {
  it('tells the result of a determined problem', () => {
    given(...determinedCase())
      .when('publishDisclosure', text)
      .thenRecorded(published())
      .thenRestsOn('R-002', 'W-02');
  });

  it.each([
    ['370800', 'R-002'],
    ['220100', 'R-001'],
    ['620100', 'W-02'],
  ])('in %s comes after the finding, under %s', (jurisdiction, rule) => {
    given(...investigatedCase({ jurisdiction }))
      .when('publishDisclosure', text)
      .thenRefused({ rule, code: 'WRONG_STAGE', missing: ['调查认定'] });
    given(...determinedCase({}, { jurisdiction }), problemFound({ problemId: 'problem-2', jurisdiction }))
      .when('publishDisclosure', { ...text, problemIds: ['problem-1', 'problem-2'] })
      .thenRefused({ rule, zh: '不得公开', missing: ['problem-2 的调查认定'] });
  });

  it('tells of a penalty once it is decided', () => {
    const penalty = { ...text, subject: 'penalty', penaltyId: 'penalty-1' };
    given(...reviewed)
      .when('publishDisclosure', penalty)
      .thenRefused({ rule: 'R-002', zh: '处罚决定作出后', missing: ['处罚决定'] });
    given(...decided)
      .when('publishDisclosure', { ...penalty, penaltyId: 'penalty-2' })
      .thenRefused({ rule: 'R-002' });
    given(...decided)
      .when('publishDisclosure', penalty)
      .then('DisclosurePublished');
  });

  it('names known problems and a real address', () => {
    given(...determinedCase())
      .when('publishDisclosure', { ...text, problemIds: ['problem-9'] })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
    given(...determinedCase())
      .when('publishDisclosure', { ...text, url: 'not an address' })
      .thenInvalid('url');
  });
});

describe('withdrawing a publication', () => {
  const withdrawal = { disclosureId: 'disclosure-1', reason: '决定被撤销' };

  it('leaves the publication on file and is done once', () => {
    const withdrawn = { type: 'DisclosureWithdrawn', payload: withdrawal } as const;
    given(...determinedCase(), published())
      .when('withdrawDisclosure', withdrawal)
      .thenRecorded(withdrawn);
    given(...determinedCase(), published(), withdrawn)
      .when('withdrawDisclosure', withdrawal)
      .thenOutOfTurn('W-02');
    given(...determinedCase())
      .when('withdrawDisclosure', withdrawal)
      .thenOutOfTurn('W-02');
  });
});

describe('telling the superior', () => {
  const report = { problemId: 'problem-1', superior: '省生态环境厅', reportNo: '报1号' };
  const reported = { type: 'FraudReportedToSuperior', payload: report } as const;

  it('is for verified tampering, once per problem', () => {
    given(...determinedCase({ tampering: true }, { jurisdiction: CHANGCHUN }))
      .when('reportToSuperior', report)
      .thenRecorded(reported)
      .thenRestsOn('R-138');
    given(...determinedCase({ tampering: true }, { jurisdiction: CHANGCHUN }), reported)
      .when('reportToSuperior', report)
      .thenOutOfTurn('R-138');
    given(...determinedCase())
      .when('reportToSuperior', report)
      .thenOutOfTurn('W-02');
  });
});

describe('the credit platforms', () => {
  const push = { penaltyId: 'penalty-1', platforms: ['信用中国'], reference: 'X-1' };

  it('are told of a decided penalty, once', () => {
    const pushed = { type: 'CreditInformationPushed', payload: push } as const;
    given(...decided)
      .when('pushCreditInformation', push)
      .thenRecorded(pushed);
    given(...decided, pushed)
      .when('pushCreditInformation', push)
      .thenOutOfTurn('W-02');
    given(...reviewed)
      .when('pushCreditInformation', push)
      .thenOutOfTurn('W-02');
    given(...decided)
      .when('pushCreditInformation', { ...push, platforms: [] })
      .thenInvalid('platforms');
  });
});

describe('the reporter', () => {
  const answer = { problemId: 'problem-1', content: '已查处' };

  it('is answered once where an answer is awaited', () => {
    const answered = { type: 'ReporterAnswered', payload: answer } as const;
    given(problemFound({ reporterAwaitsAnswer: true }))
      .when('answerReporter', answer)
      .thenRecorded(answered)
      .thenRestsOn('R-177');
    given(problemFound({ reporterAwaitsAnswer: true }), answered)
      .when('answerReporter', answer)
      .thenOutOfTurn('R-177');
    given(problemFound()).when('answerReporter', answer).thenOutOfTurn('R-177');
    given(problemFound({ jurisdiction: LANZHOU }))
      .when('answerReporter', answer)
      .thenOutOfTurn('W-02');
  });
});
