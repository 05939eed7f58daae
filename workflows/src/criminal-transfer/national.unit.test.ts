import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import {
  determinedCase,
  filingDeclined,
  filingNotified,
  investigatedCase,
  LI,
  problemFound,
  transferAccepted,
  transferApproved,
  transferProposed,
  transferReceived,
  transferSent,
} from '../testing/facts';
import { given, type Fact } from '../testing/given';

const BEFORE_CJL = { at: '2017-01-24T09:00:00+08:00' };
const BEFORE_SCT = { at: '2020-08-06T09:00:00+08:00' };

const one = { transferId: 'transfer-1' };
const { transferId: _id, ...proposal } = transferProposed().payload;
const { partyNames: _names, suspectedCrime: _crime, problemIds: _problems, ...letter } = transferSent.payload;

const crime: readonly Fact[] = determinedCase({ finding: 'suspectedCrime' });
const proposed: readonly Fact[] = [...crime, transferProposed()];
const approved: readonly Fact[] = [...proposed, transferApproved];
const sent: readonly Fact[] = [...approved, transferSent];
const received: readonly Fact[] = [...sent, transferReceived];
const accepted: readonly Fact[] = [...received, transferAccepted];
const declined: readonly Fact[] = [...accepted, filingDeclined];
const filed: readonly Fact[] = [...accepted, filingNotified];

const supplementAsked: Fact = { type: 'SupplementRequested', payload: { ...one, demanded: '检测报告' } };
const supplementSupplied: Fact = { type: 'SupplementSupplied', payload: { ...one, supplied: '检测报告一份' } };
const reconsidered: Fact = { type: 'FilingReconsiderationApplied', payload: { ...one, appliedOn: '2024-09-04', grounds: '证据充分' } };
const refusalUpheld: Fact = {
  type: 'FilingRefusalUpheld',
  payload: { ...one, noticeNo: null, decidedOn: '2024-09-09', reasons: '维持' },
};
const supervised: Fact = {
  type: 'FilingSupervisionProposed',
  payload: { ...one, docNo: null, procuratorate: '济宁市人民检察院', proposedOn: '2024-09-10', ground: 'refused' },
};
const handedOver: Fact = { type: 'ItemsHandedToPolice', payload: { ...one, list: '工控机一台', handedOn: '2024-09-04' } };
const prosecution: Fact = { type: 'SentForProsecution', payload: { ...one, procuratorate: '济宁市人民检察院', on: '2024-10-10' } };

/** The same facts, a day before another text was in force. */
const on = (at: string, facts: readonly Fact[]): readonly Fact[] => facts.map((fact) => ({ ...fact, at: `${at}T09:00:00+08:00` }));

byRule('SCT-03', {
  fires: [
    [
      'nothing is transferred without the finding of a suspected crime',
      () =>
        given(...investigatedCase())
          .when('proposeCriminalTransfer', proposal)
          .thenRefused({ rule: 'SCT-03', code: 'WRONG_STAGE', missing: ['涉嫌犯罪认定'] }),
    ],
    [
      'and with it the transfer is owed',
      () => expect(dutiesAfter(crime)['criminalTransfer']).toMatchObject({ rule: 'SCT-03', status: 'open' }),
    ],
  ],
  passes: [
    [
      'found, it is proposed',
      () =>
        given(...crime)
          .when('proposeCriminalTransfer', proposal)
          .thenRecorded(transferProposed())
          .thenRestsOn('SCT-03'),
    ],
    ['sent, nothing is owed', () => expect(dutiesAfter(sent)['criminalTransfer']).toMatchObject({ status: 'discharged' })],
  ],
});

byRule('SCTB-03', {
  fires: [
    [
      'as the regulation stood before 2020 the same is owed',
      () => expect(dutiesAfter(on('2019-05-06', crime))['criminalTransfer']).toMatchObject({ rule: 'SCTB-03', status: 'open' }),
    ],
  ],
  passes: [
    [
      'a violation that is no crime owes none',
      () => expect(dutiesAfter(on('2019-05-06', determinedCase()))['criminalTransfer']).toBeUndefined(),
    ],
  ],
});

byRule('SCT-05', {
  fires: [
    [
      'the team has at least two members',
      () =>
        given(...crime)
          .when('proposeCriminalTransfer', { ...proposal, proposers: [LI] })
          .thenRefused({ rule: 'SCT-05', missing: ['第二名执法人员'] }),
    ],
  ],
  passes: [
    [
      'two will do',
      () =>
        given(...crime)
          .when('proposeCriminalTransfer', proposal)
          .then('CriminalTransferProposed')
          .thenRestsOn('SCT-05'),
    ],
    [
      'it is the revised regulation that says so',
      () =>
        given(...crime)
          .when('proposeCriminalTransfer', { ...proposal, proposers: [LI] }, BEFORE_SCT)
          .then('CriminalTransferProposed'),
    ],
  ],
});

byRule('SCTB-05', {
  fires: [
    [
      'before the measure of 2017 the head decides within three days of the report',
      () =>
        expect(dutiesAfter(on('2016-05-04', proposed))['transferDecision']).toMatchObject({ rule: 'SCTB-05', due: { due: '2016-05-09' } }),
    ],
    [
      'and the papers go within 24 hours',
      () => expect(dutiesAfter(on('2016-05-04', approved))['transferSending']).toMatchObject({ rule: 'SCTB-05', status: 'open' }),
    ],
  ],
  passes: [['afterwards the measure speaks', () => expect(dutiesAfter(proposed)['transferDecision']).toMatchObject({ rule: 'CJL-05' })]],
});

byRule('CJL-05', {
  fires: [
    [
      'the head decides within three days of the written report',
      () =>
        expect(dutiesAfter(proposed)['transferDecision']).toMatchObject({
          rule: 'CJL-05',
          owedBy: 'authorityHead',
          status: 'open',
          due: { due: '2024-09-02' },
        }),
    ],
    [
      'and without the approval nothing goes to the police',
      () =>
        given(...proposed)
          .when('sendCriminalTransfer', letter)
          .thenOutOfTurn('CJL-05'),
    ],
  ],
  passes: [
    [
      'approved or refused, the duty is done',
      () => {
        expect(dutiesAfter(approved)['transferDecision']).toMatchObject({ status: 'discharged' });
        expect(
          dutiesAfter([...proposed, { type: 'CriminalTransferRefused', payload: { ...one, reasons: '证据不足' } }])['transferDecision'],
        ).toMatchObject({ status: 'discharged' });
      },
    ],
  ],
});

byRule('SCT-06', {
  fires: [
    [
      'the transfer rests on it with its papers',
      () =>
        given(...approved)
          .when('sendCriminalTransfer', letter)
          .thenRecorded(transferSent)
          .thenRestsOn('SCT-06'),
    ],
  ],
  passes: [
    [
      'before the revision of 2020 it does not',
      () =>
        given(...approved)
          .when('sendCriminalTransfer', letter, BEFORE_SCT)
          .thenDoesNotRestOn('SCT-06'),
    ],
  ],
});

byRule('CJL-07', {
  fires: [
    [
      'the police to whom it was sent sign the receipt, no others',
      () =>
        given(...sent)
          .when('signTransferReceipt', { ...one, receiptNo: '济公收1号' }, { of: '370100' })
          .thenRefused({ rule: 'CJL-07', code: 'OUT_OF_JURISDICTION', weighty: true }),
    ],
    [
      'and owe it from the transfer on',
      () => expect(dutiesAfter(sent)['transferReceipt']).toMatchObject({ rule: 'CJL-07', owedBy: 'policeAuthority', status: 'open' }),
    ],
  ],
  passes: [
    [
      'signed, the duty is done',
      () => {
        given(...sent)
          .when('signTransferReceipt', { ...one, receiptNo: '济公收1号' })
          .thenRecorded(transferReceived)
          .thenRestsOn('CJL-07');
        expect(dutiesAfter(received)['transferReceipt']).toMatchObject({ status: 'discharged' });
      },
    ],
  ],
});

byRule('CJL-08', {
  fires: [
    [
      'the police accept, or ask for a supplement, within 24 hours of the receipt',
      () =>
        expect(dutiesAfter(received)['transferAcceptance']).toMatchObject({
          rule: 'CJL-08',
          status: 'open',
          due: { dueAt: '2024-08-31T09:00:00+08:00' },
        }),
    ],
    [
      'and the supplement is owed within three days',
      () =>
        expect(dutiesAfter([...received, supplementAsked])['transferSupplement']).toMatchObject({
          owedBy: 'enforcementAgency',
          status: 'open',
          due: { due: '2024-09-02' },
        }),
    ],
  ],
  passes: [
    [
      'supplied, the police have 24 hours anew',
      () =>
        expect(dutiesAfter([...received, supplementAsked, supplementSupplied])).toMatchObject({
          transferSupplement: { status: 'discharged' },
          transferAcceptance: { status: 'open' },
        }),
    ],
  ],
});

byRule('CJL-10', {
  fires: [
    [
      'the items are handed over within three days of the filing notice',
      () =>
        expect(dutiesAfter(filed)['itemsHandOver']).toMatchObject({
          rule: 'CJL-10',
          owedBy: 'enforcementAgency',
          status: 'open',
          due: { due: '2024-09-02' },
        }),
    ],
  ],
  passes: [
    [
      'handed over, the duty is done',
      () => {
        given(...filed)
          .when('handItemsToPolice', handedOver.payload)
          .thenRecorded(handedOver)
          .thenRestsOn('CJL-10');
        expect(dutiesAfter([...filed, handedOver])['itemsHandOver']).toMatchObject({ status: 'discharged' });
      },
    ],
    ['nothing is owed where the filing was declined', () => expect(dutiesAfter(declined)['itemsHandOver']).toBeUndefined()],
  ],
});

byRule('SCT-12', {
  fires: [
    [
      'the hand-over rests on it',
      () =>
        given(...filed)
          .when('handItemsToPolice', handedOver.payload)
          .thenRestsOn('SCT-12'),
    ],
  ],
  passes: [
    [
      'before the revision of 2020 it does not',
      () =>
        given(...filed)
          .when('handItemsToPolice', handedOver.payload, BEFORE_SCT)
          .thenDoesNotRestOn('SCT-12'),
    ],
  ],
});

byRule('SCTB-12', {
  fires: [
    [
      'before the measure of 2017 the items go by this article',
      () => expect(dutiesAfter(on('2016-05-04', filed))['itemsHandOver']).toMatchObject({ rule: 'SCTB-12', status: 'open' }),
    ],
  ],
  passes: [['afterwards the measure speaks', () => expect(dutiesAfter(filed)['itemsHandOver']).toMatchObject({ rule: 'CJL-10' })]],
});

byRule('CJL-11', {
  fires: [
    [
      'a reconsideration is not applied for after three working days of the notice',
      () =>
        given(...declined)
          .when('applyFilingReconsideration', { ...one, appliedOn: '2024-09-06', grounds: '证据充分' })
          .thenRefused({ rule: 'CJL-11', zh: '2024-09-05' }),
    ],
    [
      'and is decided within three',
      () =>
        expect(dutiesAfter([...declined, reconsidered])['filingReconsideration']).toMatchObject({
          rule: 'CJL-11',
          owedBy: 'policeAuthority',
          due: { due: '2024-09-09' },
        }),
    ],
  ],
  passes: [
    [
      'in time it is',
      () =>
        given(...declined)
          .when('applyFilingReconsideration', reconsidered.payload)
          .thenRecorded(reconsidered)
          .thenRestsOn('CJL-11'),
    ],
    [
      'decided, nothing is owed',
      () =>
        expect(dutiesAfter([...declined, reconsidered, refusalUpheld])['filingReconsideration']).toMatchObject({ status: 'discharged' }),
    ],
  ],
});

byRule('SCT-09', {
  fires: [
    [
      'the application and its decision rest on it',
      () => {
        given(...declined)
          .when('applyFilingReconsideration', reconsidered.payload)
          .thenRestsOn('SCT-09');
        given(...declined, reconsidered)
          .when('upholdFilingRefusal', { ...one, decidedOn: '2024-09-09', reasons: '维持' })
          .thenRestsOn('SCT-09');
      },
    ],
  ],
  passes: [
    [
      'before the revision of 2020 they do not',
      () =>
        given(...declined)
          .when('applyFilingReconsideration', reconsidered.payload, BEFORE_SCT)
          .thenDoesNotRestOn('SCT-09'),
    ],
  ],
});

byRule('SCTB-09', {
  fires: [
    [
      'before the measure of 2017 the decision is owed by this article',
      () =>
        expect(dutiesAfter(on('2016-05-04', [...declined, reconsidered]))['filingReconsideration']).toMatchObject({
          rule: 'SCTB-09',
          status: 'open',
        }),
    ],
  ],
  passes: [
    [
      'afterwards the measure speaks',
      () => expect(dutiesAfter([...declined, reconsidered])['filingReconsideration']).toMatchObject({ rule: 'CJL-11' }),
    ],
  ],
});

const propose = { ...one, procuratorate: '济宁市人民检察院', proposedOn: '2024-09-10', ground: 'refused' };

byRule('CJL-12', {
  fires: [
    [
      'supervision is proposed on the ground that the file shows, no other',
      () =>
        given(...declined)
          .when('proposeFilingSupervision', { ...propose, ground: 'silent' })
          .thenRefused({ rule: 'CJL-12', zh: '现状不符' }),
    ],
  ],
  passes: [
    [
      'a refusal is one',
      () =>
        given(...declined)
          .when('proposeFilingSupervision', propose)
          .thenRecorded(supervised)
          .thenRestsOn('CJL-12'),
    ],
    [
      'an upheld one too',
      () =>
        given(...declined, reconsidered, refusalUpheld)
          .when('proposeFilingSupervision', { ...propose, ground: 'upheld' })
          .then('FilingSupervisionProposed'),
    ],
    [
      'and silence of the police',
      () =>
        given(...accepted)
          .when('proposeFilingSupervision', { ...propose, ground: 'silent' })
          .then('FilingSupervisionProposed'),
    ],
  ],
});

byRule('CJL-13', {
  fires: [
    [
      'the proposal to the procuratorate rests on it',
      () =>
        given(...declined)
          .when('proposeFilingSupervision', propose)
          .thenRestsOn('CJL-13'),
    ],
  ],
  passes: [
    [
      'before the measure it does not',
      () =>
        given(...declined)
          .when('proposeFilingSupervision', propose, BEFORE_CJL)
          .thenDoesNotRestOn('CJL-13'),
    ],
  ],
});

byRule('CJL-15', {
  fires: [
    [
      'the procuratorate owes its answer to the proposal',
      () =>
        expect(dutiesAfter([...declined, supervised])['filingSupervision']).toMatchObject({
          rule: 'CJL-15',
          owedBy: 'procuratorate',
          status: 'open',
        }),
    ],
  ],
  passes: [
    [
      'the refusal found lawful, nothing is owed',
      () => {
        given(...declined, supervised)
          .when('findFilingRefusalLawful', { ...one, opinion: '不立案理由成立', on: '2024-09-20' })
          .then('FilingRefusalFoundLawful')
          .thenRestsOn('CJL-15');
        expect(
          dutiesAfter([
            ...declined,
            supervised,
            { type: 'FilingRefusalFoundLawful', payload: { ...one, opinion: '成立', on: '2024-09-20' } },
          ])['filingSupervision'],
        ).toMatchObject({ status: 'discharged' });
      },
    ],
  ],
});

byRule('CJL-17', {
  fires: [
    [
      'a police case that is withdrawn gives the matter back',
      () =>
        given(...filed)
          .when('withdrawPoliceCase', { ...one, reasons: '不构成犯罪，应予行政处罚', on: '2024-10-08' })
          .then('PoliceCaseWithdrawn')
          .thenRestsOn('CJL-17'),
    ],
  ],
  passes: [
    [
      'before the measure it does not rest on it',
      () =>
        given(...filed)
          .when('withdrawPoliceCase', { ...one, reasons: '不构成犯罪', on: '2024-10-08' }, BEFORE_CJL)
          .thenDoesNotRestOn('CJL-17'),
    ],
  ],
});

byRule('CJL-18', {
  fires: [
    [
      'the procuratorate tells of a non-prosecution, with its proposal of a penalty',
      () => {
        const { events } = given(...filed, prosecution)
          .when('notifyNonProsecution', { ...one, on: '2024-11-12', penaltyProposed: true })
          .thenRestsOn('CJL-18');

        expect(events).toMatchObject([{ type: 'NonProsecutionNotified', payload: { penaltyProposed: true } }]);
      },
    ],
  ],
  passes: [
    [
      'only of a case that was sent to it',
      () =>
        given(...filed)
          .when('notifyNonProsecution', { ...one, on: '2024-11-12', penaltyProposed: true })
          .thenOutOfTurn('CJL-05'),
    ],
  ],
});

const orderedBack: Fact = {
  type: 'SupplementaryInvestigationOrdered',
  payload: { ...one, on: '2024-10-31', detail: '补充鉴定' },
};

byRule('CJL-19', {
  fires: [
    [
      'a supplementary investigation ends within a month',
      () =>
        expect(dutiesAfter([...filed, prosecution, orderedBack])['supplementaryInvestigation']).toMatchObject({
          rule: 'CJL-19',
          owedBy: 'policeAuthority',
          due: { due: '2024-12-02' },
        }),
    ],
  ],
  passes: [
    [
      'sent for prosecution again, the duty is done',
      () =>
        expect(dutiesAfter([...filed, prosecution, orderedBack, prosecution])['supplementaryInvestigation']).toMatchObject({
          status: 'discharged',
        }),
    ],
  ],
});

byRule('CJL-34', {
  fires: [
    [
      'police, procuratorate and court enter their own acts for the others to see',
      () => {
        given(...filed)
          .when('recordCoerciveMeasure', { ...one, measure: 'criminalDetention', persons: 2, on: '2024-09-05' })
          .then('CoerciveMeasureRecorded')
          .thenRestsOn('CJL-34');
        given(...filed)
          .when('sendForProsecution', prosecution.payload)
          .thenRecorded(prosecution)
          .thenRestsOn('CJL-34');
        given(...filed, prosecution)
          .when('fileProsecution', { ...one, court: '任城区人民法院', on: '2024-11-12' })
          .then('ProsecutionFiled')
          .thenRestsOn('CJL-34');
      },
    ],
  ],
  passes: [
    [
      'before the measure they do not rest on it',
      () =>
        given(...filed)
          .when('sendForProsecution', prosecution.payload, BEFORE_CJL)
          .thenDoesNotRestOn('CJL-34'),
    ],
  ],
});

const demand = {
  kind: 'transferOrdered',
  against: '济宁市生态环境局',
  problemIds: ['problem-1'],
  demand: '依法移送',
  openedOn: '2024-09-02',
};
const ordered: Fact = {
  type: 'OversightOpened',
  payload: {
    oversightId: 'oversight-1',
    kind: 'transferOrdered',
    by: '济宁市人民检察院',
    against: '济宁市生态环境局',
    problemIds: ['problem-1'],
    docNo: null,
    demand: '依法移送',
    openedOn: '2024-09-02',
    answerBy: null,
  },
};

byRule('CJL-14', {
  fires: [
    [
      'on the opinion of the procuratorate the transfer is owed within three days',
      () => {
        given(...crime)
          .when('openOversight', demand, { as: 'procuratorate' })
          .then('OversightOpened')
          .thenRestsOn('CJL-14');
        expect(dutiesAfter([...crime, ordered])['orderedTransfer']).toMatchObject({
          rule: 'CJL-14',
          owedBy: 'enforcementAgency',
          status: 'open',
          due: { due: '2024-09-05' },
        });
      },
    ],
  ],
  passes: [
    [
      'sent to the police, the duty is done',
      () =>
        expect(dutiesAfter([...crime, ordered, transferProposed(), transferApproved, transferSent])['orderedTransfer']).toMatchObject({
          status: 'discharged',
        }),
    ],
    [
      'another oversight orders no transfer',
      () =>
        expect(
          dutiesAfter([problemFound(), { type: 'OversightOpened', payload: { ...ordered.payload, kind: 'supervisedHandling' } }])[
            'orderedTransfer'
          ],
        ).toBeUndefined(),
    ],
  ],
});
