import { onTheDay } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const rectificationObligations: readonly ObligationRule[] = [
  {
    id: 'rectification',
    rule: 'R-128',
    orRules: ['APL-28'],
    duty: { zh: '按期完成整改', en: 'put right by the date' },
    opens: { RectificationOrdered: field('rectificationId') },
    owedBy: owed('dischargingEntity'),
    limit: () => onTheDay,
    from: field('dueOn'),
    discharges: { RectificationReported: field('rectificationId'), RectificationRevoked: field('rectificationId') },
    reopens: { RectificationRejected: field('rectificationId') },
  },
  {
    id: 'rectificationCheck',
    rule: 'R-129',
    orRules: ['W-03'],
    duty: { zh: '复查整改情况', en: 'inspect the rectification again' },
    opens: { RectificationReported: field('rectificationId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { RectificationConfirmed: field('rectificationId'), RectificationRejected: field('rectificationId') },
  },
];
