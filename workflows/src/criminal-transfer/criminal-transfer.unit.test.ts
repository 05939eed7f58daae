import { CHANGCHUN, given, JINING } from '../testing/given';
import {
  determinedCase,
  filingDeclined,
  filingNotified,
  investigatedCase,
  LI,
  paper,
  problemFound,
  transferAccepted,
  transferApproved,
  transferCopied,
  transferProposed,
  transferReceived,
  transferSent,
} from '../testing/facts';

const crime = determinedCase({ finding: 'suspectedCrime' });
const proposed = [...crime, transferProposed()] as const;
const approved = [...proposed, transferApproved] as const;
const sent = [...approved, transferSent] as const;
const received = [...sent, transferReceived] as const;
const accepted = [...received, transferAccepted] as const;
const one = { transferId: 'transfer-1' };

describe('proposing a criminal transfer', () => {
  const { transferId: _id, ...proposal } = transferProposed().payload;

  it('rests on the finding of a suspected crime', () => {
    given(...crime)
      .when('proposeCriminalTransfer', proposal)
      .thenRecorded(transferProposed())
      .thenRestsOn('CJL-05', 'SCT-03', 'SCT-05');
  });

  it('waits for that finding', () => {
    given(...investigatedCase())
      .when('proposeCriminalTransfer', proposal)
      .thenRefused({ rule: 'SCT-03', code: 'WRONG_STAGE', missing: ['涉嫌犯罪认定'] });
    given(...investigatedCase({ jurisdiction: CHANGCHUN }))
      .when('proposeCriminalTransfer', proposal)
      .thenOutOfTurn('R-001');
  });

  it('takes along no problem without the finding, and none of another case', () => {
    given(...crime, problemFound({ problemId: 'problem-2' }))
      .when('proposeCriminalTransfer', { ...proposal, problemIds: ['problem-1', 'problem-2'] })
      .thenRefused({ rule: 'SCT-03', zh: '不得移送', missing: ['problem-2 的涉嫌犯罪认定'] });
    given(...crime)
      .when('proposeCriminalTransfer', { ...proposal, problemIds: ['problem-9'] })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
  });

  it('sends a problem to the police once, even while another one waits', () => {
    const two = [
      ...investigatedCase(),
      problemFound({ problemId: 'problem-2' }),
      {
        type: 'InvestigationReported',
        payload: {
          reportNo: '1',
          findings: ['problem-1', 'problem-2'].map((problemId) => ({
            problemId,
            finding: 'suspectedCrime' as const,
            violationClass: 'dataFraud' as const,
            tampering: false,
            malicious: false,
            reasons: '查实',
          })),
        },
      },
    ] as const;
    given(...two, transferProposed())
      .when('proposeCriminalTransfer', proposal)
      .thenRefused({ rule: 'W-02', zh: 'transfer-1' });
    given(...two, transferProposed())
      .when('proposeCriminalTransfer', { ...proposal, problemIds: ['problem-2'] })
      .then('CriminalTransferProposed');
    given(...proposed)
      .when('proposeCriminalTransfer', proposal)
      .thenOutOfTurn('SCT-03');
  });

  it('is proposed anew after the head refused', () => {
    given(...proposed, { type: 'CriminalTransferRefused', payload: { ...one, reasons: '证据不足' } })
      .when('proposeCriminalTransfer', proposal)
      .thenRecorded(transferProposed({ transferId: 'transfer-2' }));
  });

  it('is reported by two different officers', () => {
    given(...crime)
      .when('proposeCriminalTransfer', { ...proposal, proposers: [LI, LI] })
      .thenRefused({ rule: 'SCT-05', zh: '两名以上', missing: ['第二名执法人员'], cites: '第5条' });
    given(...crime)
      .when('proposeCriminalTransfer', { ...proposal, proposers: [LI] }, { at: '2020-08-06T09:00:00+08:00' })
      .then('CriminalTransferProposed');
  });

  it('is warned about in Changchun when no responsible person is named', () => {
    const nameless = { ...proposal, responsiblePersons: [] };
    given(...determinedCase({ finding: 'suspectedCrime' }, { jurisdiction: CHANGCHUN }))
      .when('proposeCriminalTransfer', nameless)
      .then('CriminalTransferProposed')
      .thenWarned('R-134');
    given(...crime)
      .when('proposeCriminalTransfer', nameless)
      .thenWarned();
  });
});

describe('the head', () => {
  it('approves or refuses what was proposed, once', () => {
    given(...proposed)
      .when('approveCriminalTransfer', one)
      .thenRecorded(transferApproved)
      .thenRestsOn('CJL-05');
    given(...proposed)
      .when('refuseCriminalTransfer', { ...one, reasons: '证据不足' })
      .then('CriminalTransferRefused');
    given(...approved)
      .when('refuseCriminalTransfer', { ...one, reasons: '反悔' })
      .thenOutOfTurn('CJL-05');
    given(...crime)
      .when('approveCriminalTransfer', one)
      .thenOutOfTurn('CJL-05');
  });
});

describe('sending the case to the police', () => {
  const { partyNames: _names, suspectedCrime: _crime, problemIds: _problems, papers, ...letter } = transferSent.payload;

  it('goes with the four papers, party names and the suspected crime', () => {
    given(...approved)
      .when('sendCriminalTransfer', { ...letter, papers })
      .thenRecorded(transferSent)
      .thenRestsOn('CJL-06', 'SCT-06');
  });

  it('waits for the approval', () => {
    given(...proposed)
      .when('sendCriminalTransfer', { ...letter, papers })
      .thenOutOfTurn('CJL-05');
  });

  it('is refused with each paper that lacks', () => {
    given(...approved)
      .when('sendCriminalTransfer', { ...letter, papers: { criminalTransferLetter: paper('移送书.pdf') } })
      .thenRefused({ rule: 'CJL-06', zh: '材料不全', missing: ['调查报告', '现场勘查笔录', '涉案物品清单'] });
  });

  it('is warned about by the draft of Changchun and refused by the national text', () => {
    const there = approved.map((fact) => (fact.type === 'ProblemFound' ? problemFound({ jurisdiction: CHANGCHUN }) : fact));
    given(...there)
      .when('sendCriminalTransfer', { ...letter, papers: {} })
      .thenRefused({ rule: 'CJL-06' });
    given(...there)
      .when('sendCriminalTransfer', { ...letter, papers })
      .thenWarned()
      .thenRestsOn('R-140', 'CJL-06');
  });

  it('records nothing half: a paper with a forged digest is no paper', () => {
    given(...approved)
      .when('sendCriminalTransfer', { ...letter, papers: { ...papers, investigationReport: { ...paper('x'), digest: 'sha256:xyz' } } })
      .thenInvalid('papers.investigationReport.digest');
  });
});

describe('the police', () => {
  const receipt = { ...one, receiptNo: '济公收1号' };

  it('sign, accept and notify in that order', () => {
    given(...sent)
      .when('signTransferReceipt', receipt)
      .thenRecorded(transferReceived)
      .thenRestsOn('CJL-07');
    given(...received)
      .when('acceptTransfer', one)
      .thenRecorded(transferAccepted);
    given(...accepted)
      .when('notifyFiling', filingNotified.payload)
      .thenRecorded(filingNotified);
    given(...accepted)
      .when('declineFiling', filingDeclined.payload)
      .thenRecorded(filingDeclined);
    given(...sent)
      .when('acceptTransfer', one)
      .thenOutOfTurn('CJL-05');
    given(...received)
      .when('notifyFiling', filingNotified.payload)
      .thenOutOfTurn('CJL-05');
  });

  it.each([
    ['signTransferReceipt', sent, receipt, 'TransferReceiptSigned'],
    ['requestSupplement', received, { ...one, demanded: '检测报告' }, 'SupplementRequested'],
    ['acceptTransfer', received, one, 'TransferAcceptedByPolice'],
    ['notifyFiling', accepted, filingNotified.payload, 'CaseFilingNotified'],
    ['declineFiling', accepted, filingDeclined.payload, 'FilingDeclinedNotified'],
  ] as const)('%s only where the letter was addressed to them', (act, history, input, type) => {
    given(...history)
      .when(act, input, { of: '370100' })
      .thenRefused({ rule: 'CJL-07', code: 'OUT_OF_JURISDICTION', zh: '济宁市公安局', weighty: true });
    given(...history)
      .when(act, input, { of: JINING })
      .then(type);
  });

  it('ask for a supplement and get it', () => {
    const asked = { type: 'SupplementRequested', payload: { ...one, demanded: '检测报告' } } as const;
    given(...received)
      .when('requestSupplement', asked.payload)
      .thenRecorded(asked);
    given(...received, asked)
      .when('acceptTransfer', one)
      .thenOutOfTurn('CJL-05');
    given(...received, asked)
      .when('supplySupplement', { ...one, supplied: '检测报告一份' })
      .then('SupplementSupplied');
  });
});

describe('the copy to the procuratorate', () => {
  it.each([
    ['sent', sent],
    ['received', received],
    ['accepted', accepted],
    ['filed', [...accepted, filingNotified]],
    ['declined', [...accepted, filingDeclined]],
  ] as const)('can still go out when the transfer is %s', (_status, history) => {
    given(...history)
      .when('copyToProcuratorate', transferCopied.payload)
      .thenRecorded(transferCopied);
  });

  it('does not go out before the letter itself', () => {
    given(...approved)
      .when('copyToProcuratorate', transferCopied.payload)
      .thenOutOfTurn('CJL-05');
  });
});
