import { apl, civil, dayOf, formerMeasure, onTheDay } from '../calendar';
import type { RecordedEvent } from '../kernel/event';
import { field, owed, type ObligationRule, type Payload } from '../obligation/rule';

/** First day of 生态环境行政处罚办法 (2023); before, the measure of 2010 gave three months. */
const MEASURE_OF_2023 = '2023-07-01';

const filedBefore = (event: RecordedEvent): boolean =>
  (field('filedOn')(event.payload as Payload) ?? dayOf(event.occurredAt)) < MEASURE_OF_2023;

const ended = {
  PenaltyExecuted: field('penaltyId'),
  PenaltyRevoked: field('penaltyId'),
} as const;

export const penaltyObligations: readonly ObligationRule[] = [
  {
    id: 'penaltyDecision',
    rule: 'APL-60',
    duty: { zh: '立案之日起九十日内作出处罚决定', en: 'decide within 90 days of filing' },
    opens: { PenaltyCaseOpened: field('penaltyId') },
    owedBy: owed('authorityHead'),
    limit: (event) => (filedBefore(event) ? formerMeasure.months(3) : apl(90)),
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
    suspensions: {
      PenaltyClockSuspended: { rule: 'CJL-16', until: ['PenaltyClockResumed'] },
      PenaltyInvestigationSuspended: { rule: 'MEP-35', until: ['PenaltyInvestigationResumed'] },
      HearingRequested: { rule: 'MEP-57', until: ['HearingHeld', 'HearingForfeited'] },
    },
    dayField: { HearingRequested: 'requestedOn', HearingHeld: 'heldOn' },
    extends: { PenaltyTimeExtended: field('penaltyId') },
    // The number that is added is one of natural days, whatever it is.
    extension: (event) => ({ ...apl(30), count: (event.payload as { readonly days: number }).days }),
  },
  {
    id: 'penaltyService',
    rule: 'APL-61',
    duty: { zh: '七个工作日内送达处罚决定书', en: 'serve the decision within seven working days' },
    opens: { PenaltyDecided: field('penaltyId') },
    owedBy: owed('enforcementAgency'),
    limit: () => apl(7),
    from: field('decidedOn'),
    discharges: { PenaltyServed: field('penaltyId'), PenaltyRevoked: field('penaltyId') },
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
    discharges: ended,
  },
  {
    id: 'courtApplication',
    rule: 'ACL-53',
    duty: {
      zh: '法定救济期限届满之日起三个月内申请法院强制执行',
      en: 'apply to the court within three months of the end of the remedy period',
    },
    opens: { PenaltyServed: field('penaltyId'), PenaltyPaymentDeferred: field('penaltyId') },
    discharges: { ...ended, CourtEnforcementApplied: field('penaltyId') },
    owedBy: owed('enforcementAgency'),
    // Six months for a suit (行诉法 art. 46), then three more; after a deferral three from its end (处罚法 art. 72).
    limit: ({ type }) => civil.months(type === 'PenaltyPaymentDeferred' ? 3 : 9),
    from: (payload) => field('until')(payload) ?? field('servedOn')(payload),
  },
];
