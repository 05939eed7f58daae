import { apl, civil, mep, onTheDay } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const penaltyObligations: readonly ObligationRule[] = [
  {
    id: 'penaltyDecision',
    rule: 'APL-60',
    duty: { zh: '立案之日起九十日内作出处罚决定', en: 'decide within 90 days of filing' },
    opens: { PenaltyCaseOpened: field('penaltyId') },
    owedBy: owed('authorityHead'),
    limit: () => apl(90),
    from: field('filedOn'),
    discharges: {
      PenaltyDecided: field('penaltyId'),
      NoPenaltyDecided: field('penaltyId'),
      PenaltyCaseWithdrawn: field('penaltyId'),
      PenaltyCaseTerminated: field('penaltyId'),
    },
    suspends: {
      PenaltyClockSuspended: field('penaltyId'),
      PenaltyInvestigationSuspended: field('penaltyId'),
      HearingRequested: field('penaltyId'),
    },
    resumes: {
      PenaltyClockResumed: field('penaltyId'),
      PenaltyInvestigationResumed: field('penaltyId'),
      HearingHeld: field('penaltyId'),
      HearingForfeited: field('penaltyId'),
    },
    extends: { PenaltyTimeExtended: field('penaltyId') },
    extension: (event) => mep((event.payload as { readonly days: number }).days),
  },
  {
    id: 'penaltyService',
    rule: 'APL-61',
    duty: { zh: '七个工作日内送达处罚决定书', en: 'serve the decision within seven working days' },
    opens: { PenaltyDecided: field('penaltyId') },
    owedBy: owed('enforcementAgency'),
    limit: () => apl(7),
    from: field('decidedOn'),
    discharges: { PenaltyServed: field('penaltyId') },
  },
  {
    id: 'penaltyDisclosure',
    rule: 'APL-48',
    duty: { zh: '公开处罚决定', en: 'publish the decision' },
    opens: { PenaltyDecided: field('penaltyId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { DisclosurePublished: field('penaltyId') },
  },
  {
    id: 'penaltyPayment',
    rule: 'APL-67',
    duty: { zh: '收到决定书之日起十五日内缴纳罚款', en: 'pay the fine within fifteen days of service' },
    // An approved deferral puts its own last day in the place of the fifteen (处罚法 art. 66).
    opens: { PenaltyServed: field('penaltyId'), PenaltyPaymentDeferred: field('penaltyId') },
    owedBy: owed('dischargingEntity'),
    limit: ({ type }) => (type === 'PenaltyPaymentDeferred' ? onTheDay : apl(15)),
    from: (payload) => field('until')(payload) ?? field('servedOn')(payload),
    discharges: { PenaltyExecuted: field('penaltyId'), PenaltyRevoked: field('penaltyId') },
  },
  {
    id: 'courtApplication',
    rule: 'ACL-53',
    duty: {
      zh: '法定救济期限届满之日起三个月内申请法院强制执行',
      en: 'apply to the court within three months of the end of the remedy period',
    },
    opens: { PenaltyServed: field('penaltyId'), PenaltyPaymentDeferred: field('penaltyId') },
    discharges: { PenaltyExecuted: field('penaltyId'), CourtEnforcementApplied: field('penaltyId'), PenaltyRevoked: field('penaltyId') },
    owedBy: owed('enforcementAgency'),
    // Six months for a suit (行诉法 art. 46), then three more; after a deferral three from its end (处罚法 art. 72).
    limit: ({ type }) => civil.months(type === 'PenaltyPaymentDeferred' ? 3 : 9),
    from: (payload) => field('until')(payload) ?? field('servedOn')(payload),
  },
];
