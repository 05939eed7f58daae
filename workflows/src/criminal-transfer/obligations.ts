import { cjl } from '../calendar';
import type { RecordedEvent } from '../kernel/event';
import { field, fields, owed, type ItemsOf, type ObligationRule } from '../obligation/rule';
import { FILING_PERIODS, type FilingPeriod } from './events';

interface Reported {
  readonly findings?: readonly { readonly finding: string; readonly problemId: string }[];
}

const suspectedCrimes: ItemsOf = (payload) =>
  ((payload as Reported).findings ?? []).flatMap(({ finding, problemId }) => (finding === 'suspectedCrime' ? [problemId] : []));

/** Days for the decision and three more for the written notice (衔接办法 art. 9). */
const noticeWithin = (period: FilingPeriod) => cjl.days(FILING_PERIODS[period].days + 3);

const periodOf = (event: RecordedEvent): FilingPeriod => (event.payload as { readonly period: FilingPeriod }).period;

export const transferObligations: readonly ObligationRule[] = [
  {
    id: 'criminalTransfer',
    rule: 'R-141',
    orRules: ['SCT-03', 'SCTB-03'],
    duty: { zh: '涉嫌犯罪的及时向公安机关移送', en: 'transfer what is suspected to be a crime in time' },
    opens: { InvestigationReported: suspectedCrimes },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { CaseTransferredToPolice: fields('problemIds'), ProblemStruckOff: field('problemId') },
  },
  {
    id: 'transferDecision',
    rule: 'CJL-05',
    orRules: ['SCTB-05'],
    duty: { zh: '三日内作出批准或不批准移送的决定', en: 'approve or refuse the transfer within three days' },
    opens: { CriminalTransferProposed: field('transferId') },
    owedBy: owed('authorityHead'),
    limit: () => cjl.days(3),
    discharges: { CriminalTransferApproved: field('transferId'), CriminalTransferRefused: field('transferId') },
  },
  {
    id: 'transferSending',
    rule: 'CJL-06',
    orRules: ['SCTB-05'],
    duty: { zh: '批准后二十四小时内向公安机关移送', en: 'send within 24 hours of the approval' },
    opens: { CriminalTransferApproved: field('transferId') },
    owedBy: owed('enforcementAgency'),
    limit: () => cjl.hours(24),
    discharges: { CaseTransferredToPolice: field('transferId') },
  },
  {
    id: 'transferCopy',
    rule: 'R-142',
    orRules: ['CJL-06'],
    duty: { zh: '移送书抄送同级检察机关', en: 'copy the letter to the procuratorate' },
    opens: { CaseTransferredToPolice: field('transferId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { TransferCopiedToProcuratorate: field('transferId') },
  },
  {
    id: 'transferReceipt',
    rule: 'CJL-07',
    duty: { zh: '签收移送材料', en: 'sign the receipt' },
    opens: { CaseTransferredToPolice: field('transferId') },
    owedBy: owed('policeAuthority'),
    limit: () => null,
    discharges: { TransferReceiptSigned: field('transferId') },
  },
  {
    id: 'transferAcceptance',
    rule: 'R-143',
    orRules: ['CJL-08'],
    duty: { zh: '二十四小时内受理或者书面要求补充材料', en: 'accept, or ask for a supplement in writing, within 24 hours' },
    opens: {
      CaseTransferredToPolice: field('transferId'),
      TransferReceiptSigned: field('transferId'),
      SupplementSupplied: field('transferId'),
    },
    owedBy: owed('policeAuthority'),
    // The hours run from the receipt; until then the transfer is listed as not accepted.
    limit: ({ type }) => (type === 'CaseTransferredToPolice' ? null : cjl.hours(24)),
    discharges: {
      TransferAcceptedByPolice: field('transferId'),
      SupplementRequested: field('transferId'),
      TransferPassedOn: field('transferId'),
      NotPoliceMatterReturned: field('transferId'),
    },
  },
  {
    id: 'transferSupplement',
    rule: 'CJL-08',
    duty: { zh: '三日内补充材料', en: 'supply the supplement within three days' },
    opens: { SupplementRequested: field('transferId') },
    owedBy: owed('enforcementAgency'),
    limit: () => cjl.days(3),
    discharges: { SupplementSupplied: field('transferId') },
  },
  {
    id: 'filingNotice',
    rule: 'R-144',
    orRules: ['CJL-09'],
    duty: { zh: '三日内决定是否立案并在作出决定后三日内书面通知', en: 'decide on filing in three days and notify in three more' },
    opens: { TransferAcceptedByPolice: field('transferId') },
    owedBy: owed('policeAuthority'),
    limit: () => noticeWithin('plain'),
    extends: { FilingPeriodExtended: field('transferId') },
    extension: (event) => noticeWithin(periodOf(event)),
    extensionReplaces: true,
    discharges: {
      CaseFilingNotified: field('transferId'),
      FilingDeclinedNotified: field('transferId'),
      TransferPassedOn: field('transferId'),
      NotPoliceMatterReturned: field('transferId'),
      FilingSupervisionProposed: field('transferId'),
    },
  },
  {
    id: 'filingReconsideration',
    rule: 'CJL-11',
    orRules: ['SCTB-09'],
    duty: { zh: '三个工作日内作出复议决定', en: 'decide on the reconsideration within three working days' },
    opens: { FilingReconsiderationApplied: field('transferId') },
    discharges: { FilingRefusalUpheld: field('transferId'), CaseFilingNotified: field('transferId') },
    owedBy: owed('policeAuthority'),
    limit: () => cjl.workingDays(3),
    from: field('appliedOn'),
  },
  {
    id: 'filingSupervision',
    rule: 'CJL-15',
    duty: { zh: '对立案监督建议作出处理', en: 'act on the proposal of filing supervision' },
    opens: { FilingSupervisionProposed: field('transferId') },
    discharges: { FilingRefusalFoundLawful: field('transferId'), CaseFilingNotified: field('transferId') },
    owedBy: owed('procuratorate'),
    limit: () => null,
  },
  {
    id: 'itemsHandOver',
    rule: 'CJL-10',
    orRules: ['SCTB-12'],
    duty: { zh: '收到立案通知书后三日内移交涉案物品', en: 'hand the items over within three days of the filing notice' },
    opens: { CaseFilingNotified: field('transferId') },
    discharges: { ItemsHandedToPolice: field('transferId') },
    owedBy: owed('enforcementAgency'),
    limit: () => cjl.days(3),
  },
  {
    id: 'supplementaryInvestigation',
    rule: 'CJL-19',
    duty: { zh: '一个月内补充侦查完毕', en: 'finish the supplementary investigation within a month' },
    opens: { SupplementaryInvestigationOrdered: field('transferId') },
    discharges: { SentForProsecution: field('transferId'), PoliceCaseWithdrawn: field('transferId') },
    owedBy: owed('policeAuthority'),
    limit: () => cjl.months(1),
    from: field('on'),
  },
];
