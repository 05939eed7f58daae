import { onTheDay } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const publicationObligations: readonly ObligationRule[] = [
  {
    id: 'quarterlyDisclosure',
    rule: 'R-168',
    duty: { zh: '公开上一季度现场同步监测与执法的问题和处理结果', en: 'publish problems and results of the quarter before' },
    opens: { QuarterlyDisclosureDue: field('quarter') },
    discharges: { QuarterlyDisclosurePublished: field('quarter') },
    owedBy: owed('enforcementAgency'),
    limit: () => onTheDay,
    from: field('dueOn'),
  },
];
