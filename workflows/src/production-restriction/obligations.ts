import { orders2014 } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

const item = field('restrictionId');

export const productionRestrictionObligations: readonly ObligationRule[] = [
  {
    id: 'restrictionService',
    rule: 'RPS-14',
    duty: { zh: '七个工作日内送达限制生产、停产整治决定书', en: 'serve the decision within seven working days' },
    opens: { RestrictionDecided: item },
    discharges: { RestrictionServed: item, RestrictionLifted: item },
    owedBy: owed('enforcementAgency'),
    limit: () => orders2014.workingDays(7),
    from: field('decidedOn'),
  },
  {
    id: 'restrictionPlan',
    rule: 'RPS-16',
    duty: { zh: '十五个工作日内将整改方案备案并公开', en: 'file and publish the plan within fifteen working days' },
    opens: { RestrictionServed: item },
    discharges: { RectificationPlanFiled: item, RestrictionLifted: item },
    owedBy: owed('dischargingEntity'),
    limit: () => orders2014.workingDays(15),
    from: field('servedOn'),
  },
  {
    id: 'restrictionAfterCheck',
    rule: 'RPS-20',
    duty: { zh: '解除之日起三十日内核查', en: 'check within thirty days of the lifting' },
    opens: { RestrictionLifted: item },
    discharges: { AfterCheckRecorded: item },
    owedBy: owed('enforcementAgency'),
    limit: () => orders2014.days(30),
    from: field('on'),
  },
];
