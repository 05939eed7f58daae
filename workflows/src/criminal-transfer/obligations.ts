import { cjl } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const transferObligations: readonly ObligationRule[] = [
  {
    id: 'transferDecision',
    rule: 'CJL-05',
    duty: { zh: '三日内作出批准或不批准移送的决定', en: 'approve or refuse the transfer within three days' },
    opens: { CriminalTransferProposed: field('transferId') },
    owedBy: owed('authorityHead'),
    limit: () => cjl.days(3),
    discharges: { CriminalTransferApproved: field('transferId'), CriminalTransferRefused: field('transferId') },
  },
  {
    id: 'transferSending',
    rule: 'CJL-06',
    duty: { zh: '批准后二十四小时内向公安机关移送', en: 'send within 24 hours of the approval' },
    opens: { CriminalTransferApproved: field('transferId') },
    owedBy: owed('enforcementAgency'),
    limit: () => cjl.hours(24),
    discharges: { CaseTransferredToPolice: field('transferId') },
  },
  {
    id: 'transferCopy',
    rule: 'CJL-06',
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
    rule: 'CJL-09',
    duty: { zh: '三日内决定是否立案并在作出决定后三日内书面通知', en: 'decide on filing in three days and notify in three more' },
    opens: { TransferAcceptedByPolice: field('transferId') },
    owedBy: owed('policeAuthority'),
    limit: () => cjl.days(6),
    discharges: { CaseFilingNotified: field('transferId'), FilingDeclinedNotified: field('transferId') },
  },
];
