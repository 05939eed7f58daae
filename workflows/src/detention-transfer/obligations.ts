import { detention } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

const item = field('detentionId');

export const detentionTransferObligations: readonly ObligationRule[] = [
  {
    id: 'detentionSending',
    rule: 'DET-12',
    duty: { zh: '三个工作日内向公安机关移送', en: 'send the case to the police within three working days' },
    opens: { DetentionTransferApproved: item },
    discharges: { DetentionTransferSent: item },
    owedBy: owed('enforcementAgency'),
    limit: () => detention(3),
    from: field('approvedOn'),
  },
  {
    id: 'detentionReceipt',
    rule: 'DET-12',
    duty: { zh: '签收移送的行政拘留案件', en: 'sign the receipt' },
    opens: { DetentionTransferSent: item },
    discharges: { DetentionTransferReceived: item },
    owedBy: owed('policeAuthority'),
    limit: () => null,
  },
  {
    id: 'detentionAnswer',
    rule: 'DET-15',
    duty: {
      zh: '五个工作日内书面说明不予拘留的理由或者作出决定',
      en: 'decide, or return the case with written reasons, within five working days',
    },
    opens: { DetentionTransferReceived: item },
    discharges: { DetentionDecided: item, DetentionNotMet: item, DetentionBecameCriminal: item },
    suspends: { DetentionSupplementRequested: item },
    resumes: { DetentionSupplementSupplied: item },
    owedBy: owed('policeAuthority'),
    limit: () => detention(5),
    from: field('on'),
  },
  {
    id: 'detentionSupplement',
    rule: 'DET-13',
    duty: { zh: '补充案件材料', en: 'supply the supplement' },
    opens: { DetentionSupplementRequested: item },
    discharges: { DetentionSupplementSupplied: item },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
];
