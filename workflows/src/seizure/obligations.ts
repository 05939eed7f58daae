import { onTheDay, orders2014 } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

const item = field('seizureId');

export const seizureObligations: readonly ObligationRule[] = [
  {
    id: 'seizureApproval',
    rule: 'SDM-13',
    duty: { zh: '二十四小时内补办批准手续', en: 'have the seizure approved within 24 hours' },
    opens: { SeizureDecided: (payload) => (payload['urgent'] === true ? item(payload) : null) },
    discharges: { SeizureApproved: item, SeizureLifted: item },
    owedBy: owed('authorityHead'),
    limit: () => orders2014.hours(24),
  },
  {
    id: 'seizureEnd',
    rule: 'SDM-20',
    duty: { zh: '期限届满前解除或者延长', en: 'lift or extend it before its last day is over' },
    opens: { SeizureDecided: item, SeizureExtended: item },
    discharges: { SeizureLifted: item, SeizedItemsHandedOver: item },
    owedBy: owed('enforcementAgency'),
    limit: () => onTheDay,
    from: field('until'),
  },
  {
    id: 'seizureLiftAnswer',
    rule: 'SDM-19',
    duty: { zh: '五个工作日内核查并决定是否解除', en: 'check the application and decide within five working days' },
    opens: { SeizureLiftApplied: item },
    discharges: { SeizureLifted: item, SeizureLiftRefused: item },
    owedBy: owed('enforcementAgency'),
    limit: () => orders2014.workingDays(5),
    from: field('appliedOn'),
  },
  {
    id: 'sealRemoval',
    rule: 'SDM-21',
    duty: { zh: '三个工作日内送达解除决定并启封', en: 'serve the lifting and remove the seals within three working days' },
    opens: { SeizureLifted: item },
    discharges: { SealRemoved: item },
    owedBy: owed('enforcementAgency'),
    limit: () => orders2014.workingDays(3),
    from: field('on'),
  },
];
