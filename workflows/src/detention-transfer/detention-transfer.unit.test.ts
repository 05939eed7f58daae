import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import {
  determinedCase,
  legalReviewCompleted,
  noticeServed,
  paper,
  penaltyDecided,
  penaltyOpened,
  statementWaived,
} from '../testing/facts';
import { given, JINING, type Fact } from '../testing/given';

const penalised: readonly Fact[] = [
  ...determinedCase({ tampering: true, violationClass: 'dataFraud' }),
  penaltyOpened(),
  noticeServed(),
  statementWaived,
  legalReviewCompleted,
  penaltyDecided(),
];
const one = { detentionId: 'detention-1' };
const proposal = {
  problemIds: ['problem-1'],
  penaltyId: 'penalty-1',
  ground: 'tampering',
  persons: [{ name: '孙四', role: 'manager' }],
} as const;
const proposed: Fact = { type: 'DetentionTransferProposed', payload: { ...one, ...proposal } };
const approved: Fact = { type: 'DetentionTransferApproved', payload: { ...one, approvedOn: '2024-09-13' } };
const papers = {
  materialsList: paper('清单'),
  transferLetter: paper('移送书'),
  investigationReport: paper('调查报告'),
  evidence: paper('证据'),
  articlesList: paper('物品'),
  penaltyDecision: paper('决定书'),
};
const sending = { ...one, policeOrganisation: '济宁市公安局', policeJurisdiction: JINING, sentOn: '2024-09-18', papers };
const sent: Fact = { type: 'DetentionTransferSent', payload: { ...sending, letterNo: null, papers: { ...papers, others: [] } } };
const received: Fact = { type: 'DetentionTransferReceived', payload: { ...one, receiptNo: null, on: '2024-09-19' } };

describe('a transfer for detention', () => {
  it('goes from the proposal to the decision of the police', () => {
    given(...penalised)
      .when('proposeDetentionTransfer', proposal)
      .thenRecorded(proposed);
    given(...penalised, proposed, approved)
      .when('sendDetentionTransfer', sending)
      .thenRecorded(sent)
      .thenRestsOn('DET-11', 'DET-12');
    given(...penalised, proposed, approved, sent, received)
      .when('decideDetention', { ...one, decidedOn: '2024-09-20', persons: 1, days: 7 })
      .thenRecorded({ type: 'DetentionDecided', payload: { ...one, docNo: null, decidedOn: '2024-09-20', persons: 1, days: 7 } });
    given(...penalised, proposed)
      .when('sendDetentionTransfer', sending)
      .thenOutOfTurn('DET-10');
  });

  it('becomes a criminal case where the police find a crime', () => {
    given(...penalised, proposed, approved, sent, received)
      .when('turnDetentionCriminal', { ...one, on: '2024-09-25', detail: '涉嫌污染环境罪' })
      .then('DetentionBecameCriminal');
  });

  it('is answered by the police it was sent to and by nobody else', () => {
    given(...penalised, proposed, approved, sent)
      .when('receiveDetentionTransfer', { ...one, on: '2024-09-19' }, { of: '370900' })
      .thenRefused({ rule: 'DET-12', code: 'OUT_OF_JURISDICTION', zh: '济宁市公安局', weighty: true });
  });
});

byRule('DET-02', {
  fires: [
    [
      'a suspected crime takes the other way',
      () =>
        given(...determinedCase({ finding: 'suspectedCrime' }))
          .when('proposeDetentionTransfer', proposal)
          .thenOutOfTurn('DET-02'),
    ],
    [
      'the penalty comes first',
      () =>
        given(...penalised.slice(0, -1))
          .when('proposeDetentionTransfer', proposal)
          .thenRefused({ rule: 'DET-02', missing: ['penalty-1 的处罚决定'] }),
    ],
  ],
  passes: [
    [
      'after the penalty it is proposed',
      () =>
        given(...penalised)
          .when('proposeDetentionTransfer', proposal)
          .then('DetentionTransferProposed')
          .thenRestsOn('DET-02'),
    ],
  ],
});

byRule('DET-11', {
  fires: [
    [
      'each missing paper is named',
      () =>
        given(...penalised, proposed, approved)
          .when('sendDetentionTransfer', { ...sending, papers: { transferLetter: paper('移送书') } })
          .thenRefused({
            rule: 'DET-11',
            missing: ['移送材料清单', '案件调查报告', '证据材料', '涉案物品清单', '行政处罚决定书等处理决定'],
          }),
    ],
  ],
  passes: [
    [
      'complete it goes',
      () =>
        given(...penalised, proposed, approved)
          .when('sendDetentionTransfer', sending)
          .then('DetentionTransferSent'),
    ],
  ],
});

byRule('DET-12', {
  fires: [
    [
      'three working days over the Mid-Autumn holiday',
      () => expect(dutiesAfter([...penalised, proposed, approved])).toMatchObject({ detentionSending: { due: { due: '2024-09-19' } } }),
    ],
  ],
  passes: [
    [
      'sent, the duty is done',
      () => expect(dutiesAfter([...penalised, proposed, approved, sent])).toMatchObject({ detentionSending: { status: 'discharged' } }),
    ],
  ],
});

byRule('DET-15', {
  fires: [
    [
      'the police answer within five working days',
      () =>
        expect(dutiesAfter([...penalised, proposed, approved, sent, received])).toMatchObject({
          detentionAnswer: { owedBy: 'policeAuthority', due: { due: '2024-09-26' } },
        }),
    ],
    [
      'no result keeps the problem on the ledger',
      () =>
        given(...penalised, proposed, approved, sent, received)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '已办' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' }),
    ],
  ],
  passes: [
    [
      'returned with written reasons the sender closes',
      () =>
        expect(
          dutiesAfter([
            ...penalised,
            proposed,
            approved,
            sent,
            received,
            { type: 'DetentionNotMet', payload: { ...one, reasons: '情节轻微', on: '2024-09-24' } },
          ]),
        ).toMatchObject({
          detentionAnswer: { status: 'discharged' },
        }),
    ],
  ],
});

byRule('DET-09', {
  fires: [
    [
      'each person is named with the responsibility',
      () =>
        given(...penalised)
          .when('proposeDetentionTransfer', proposal)
          .thenRecorded(proposed)
          .thenRestsOn('DET-09'),
    ],
    [
      'without a person there is no transfer',
      () =>
        given(...penalised)
          .when('proposeDetentionTransfer', { ...proposal, persons: [] })
          .thenInvalid('persons'),
    ],
  ],
  passes: [
    [
      'before the measure took effect it is no basis',
      () =>
        given(...penalised)
          .when('proposeDetentionTransfer', proposal, { at: '2014-12-31T09:00:00+08:00' })
          .thenDoesNotRestOn('DET-09'),
    ],
  ],
});

byRule('DET-10', {
  fires: [
    [
      'nothing is sent before the head has approved it',
      () =>
        given(...penalised, proposed)
          .when('sendDetentionTransfer', sending)
          .thenOutOfTurn('DET-10'),
    ],
    [
      'nor after the head has refused',
      () =>
        given(...penalised, proposed, { type: 'DetentionTransferRefused', payload: { ...one, reasons: '证据不足' } })
          .when('sendDetentionTransfer', sending)
          .thenOutOfTurn('DET-10'),
    ],
  ],
  passes: [
    [
      'approved it goes',
      () => {
        given(...penalised, proposed)
          .when('approveDetentionTransfer', { ...one, approvedOn: '2024-09-13' })
          .thenRecorded(approved)
          .thenRestsOn('DET-10');
        given(...penalised, proposed, approved)
          .when('sendDetentionTransfer', sending)
          .then('DetentionTransferSent');
      },
    ],
  ],
});

const asked: Fact = { type: 'DetentionSupplementRequested', payload: { ...one, demanded: '询问笔录', on: '2024-09-20' } };

byRule('DET-13', {
  fires: [
    [
      'a supplement that the police ask for is owed, and their own time stands still',
      () =>
        expect(dutiesAfter([...penalised, proposed, approved, sent, received, asked])).toMatchObject({
          detentionSupplement: { rule: 'DET-13', owedBy: 'enforcementAgency', status: 'open' },
          detentionAnswer: { status: 'suspended' },
        }),
    ],
    [
      'asked for after three working days it is pointed out',
      () =>
        given(...penalised, proposed, approved, sent, received)
          .when('requestDetentionSupplement', { ...one, demanded: '询问笔录', on: '2024-09-25' })
          .then('DetentionSupplementRequested')
          .thenWarned('DET-13'),
    ],
  ],
  passes: [
    [
      'within them nothing is said',
      () =>
        given(...penalised, proposed, approved, sent, received)
          .when('requestDetentionSupplement', { ...one, demanded: '询问笔录', on: '2024-09-24' })
          .thenWarned(),
    ],
    [
      'supplied, it is done and the time runs on',
      () =>
        expect(
          dutiesAfter([
            ...penalised,
            proposed,
            approved,
            sent,
            received,
            asked,
            { type: 'DetentionSupplementSupplied', payload: { ...one, supplied: '笔录一份' } },
          ]),
        ).toMatchObject({ detentionSupplement: { status: 'discharged' }, detentionAnswer: { status: 'open' } }),
    ],
  ],
});

const detained = { ...one, decidedOn: '2024-09-20', persons: 1, days: 7 };

byRule('DET-14', {
  fires: [
    [
      'the police tell their decision to the sender',
      () =>
        given(...penalised, proposed, approved, sent, received)
          .when('decideDetention', detained)
          .then('DetentionDecided')
          .thenRestsOn('DET-14'),
    ],
  ],
  passes: [
    [
      'only of what they have received',
      () =>
        given(...penalised, proposed, approved, sent)
          .when('decideDetention', detained)
          .thenOutOfTurn('DET-10'),
    ],
  ],
});
