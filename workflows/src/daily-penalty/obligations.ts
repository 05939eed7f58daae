import { apl, orders2014 } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const dailyPenaltyObligations: readonly ObligationRule[] = [
  {
    id: 'dailyReinspection',
    rule: 'CDP-10',
    duty: { zh: '送达责令改正决定书后三十日内暗查复查', en: 'inspect again, unannounced, within thirty days of the order' },
    opens: { StopOrderServed: field('dailyPenaltyId') },
    discharges: { ReinspectionRecorded: field('dailyPenaltyId'), DailyCycleEnded: field('dailyPenaltyId') },
    owedBy: owed('enforcementAgency'),
    limit: () => orders2014.days(30),
    from: field('servedOn'),
  },
  {
    id: 'dailyPenaltyService',
    rule: 'APL-61',
    duty: { zh: '七个工作日内送达按日连续处罚决定书', en: 'serve the daily penalty within seven working days' },
    opens: { DailyPenaltyDecided: field('dailyPenaltyId') },
    discharges: { DailyPenaltyServed: field('dailyPenaltyId'), DailyPenaltyRevoked: field('dailyPenaltyId') },
    owedBy: owed('enforcementAgency'),
    limit: () => apl(7),
    from: field('decidedOn'),
  },
  {
    id: 'dailyPenaltyPayment',
    rule: 'APL-67',
    duty: { zh: '收到决定书之日起十五日内缴纳按日连续处罚罚款', en: 'pay the daily penalty within fifteen days of service' },
    opens: { DailyPenaltyServed: field('dailyPenaltyId') },
    discharges: { DailyPenaltyExecuted: field('dailyPenaltyId'), DailyPenaltyRevoked: field('dailyPenaltyId') },
    owedBy: owed('dischargingEntity'),
    limit: () => apl(15),
    from: field('servedOn'),
  },
];
