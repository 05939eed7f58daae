import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import { determinedCase, ENFORCEMENT, feedbackGiven } from '../testing/facts';
import { given, JINING, type Fact } from '../testing/given';

const MARKET = { organisation: '济宁市市场监督管理局', function: 'marketRegulator', jurisdiction: JINING } as const;
const one = { outsideId: 'outside-1' };
const letter = {
  problemIds: ['problem-1'],
  to: MARKET,
  matter: '检验检测机构弄虚作假',
  legalBasis: '《检验检测机构监督管理办法》第十四条',
  materials: ['调查报告'],
  fraud: true,
  verified: true,
  sentOn: '2024-09-02',
};
const sent: Fact = { type: 'OutsideTransferSent', payload: { ...one, ...letter, from: ENFORCEMENT, letterNo: null } };
const received: Fact = { type: 'OutsideTransferReceived', payload: { ...one, on: '2024-09-03' } };
const accepted: Fact = { type: 'OutsideTransferAccepted', payload: { ...one, on: '2024-09-04' } };
const answer = { ...one, on: '2024-10-10', outcome: '已责令改正并处罚款' };
const answered: Fact = { type: 'OutsideTransferAnswered', payload: { ...answer, docNo: null } };
const nothingElse = [...determinedCase({ finding: 'otherCompetence', violationClass: null }), feedbackGiven];

describe('a transfer to another department', () => {
  it('is a handshake with an answer', () => {
    given(...nothingElse)
      .when('sendOutsideTransfer', letter)
      .then('OutsideTransferSent')
      .thenRestsOn('R-055', 'MEP-17');
    given(...nothingElse, sent)
      .when('receiveOutsideTransfer', received.payload)
      .thenRecorded(received);
    given(...nothingElse, sent, received)
      .when('acceptOutsideTransfer', accepted.payload)
      .thenRecorded(accepted);
    given(...nothingElse, sent, received, accepted)
      .when('answerOutsideTransfer', answer)
      .thenRecorded(answered);
    given(...nothingElse, sent)
      .when('answerOutsideTransfer', answer)
      .thenOutOfTurn('R-005');
  });

  it('shows on both sides what is still owed', () => {
    expect(dutiesAfter([...nothingElse, sent])).toMatchObject({ outsideReceipt: { status: 'open', owedBy: 'marketRegulator' } });
    expect(dutiesAfter([...nothingElse, sent, received])).toMatchObject({
      outsideReceipt: { status: 'discharged' },
      outsideDecision: { status: 'open' },
    });
    expect(dutiesAfter([...nothingElse, sent, received, accepted, answered])).toMatchObject({ outsideAnswer: { status: 'discharged' } });
  });
});

byRule('W-01', {
  fires: [
    [
      'nobody answers for the department it was sent to',
      () =>
        given(...nothingElse, sent)
          .when('receiveOutsideTransfer', received.payload, { as: 'permitDepartment' })
          .thenRefused({ rule: 'W-01', code: 'NOT_COMPETENT', weighty: true, zh: '市场监督管理局' }),
    ],
  ],
  passes: [
    [
      'the department does',
      () =>
        given(...nothingElse, sent)
          .when('receiveOutsideTransfer', received.payload, { as: 'marketRegulator' })
          .then('OutsideTransferReceived'),
    ],
  ],
});

byRule('MEP-17', {
  fires: [
    [
      'what another authority has to judge is transferred before it is struck off',
      () =>
        given(...nothingElse)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '移送' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' }),
    ],
    [
      'and stays on the ledger until the answer is there',
      () =>
        given(...nothingElse, sent, received, accepted)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '移送' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' }),
    ],
  ],
  passes: [
    [
      'answered it may be struck off',
      () =>
        given(...nothingElse, sent, received, accepted, answered)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '移送' })
          .then('ProblemStruckOff'),
    ],
  ],
});

byRule('CODE-1083', {
  fires: [
    [
      'under the code a clue outside the remit goes to the department that has it',
      () =>
        given(...nothingElse)
          .when('sendOutsideTransfer', { ...letter, sentOn: '2026-09-10' }, { at: '2026-09-10T09:00:00+08:00' })
          .then('OutsideTransferSent')
          .thenRestsOn('CODE-1083'),
    ],
  ],
  passes: [
    [
      'before the code it rests on others',
      () =>
        given(...nothingElse)
          .when('sendOutsideTransfer', letter)
          .thenDoesNotRestOn('CODE-1083'),
    ],
  ],
});
