import type { CaseGuard } from '../../case/act';
import { levelOf } from '../../kernel/jurisdiction';
import type { MonitoringTaskKind } from '../monitoring-events';

/** Special enforcement monitoring is a task type of the province. */
export const orderedByTheProvince: CaseGuard<{ readonly kind: MonitoringTaskKind }> = {
  rule: 'R-073',
  check: ({ kind }, { actor }) =>
    kind !== 'provincialSpecial' || levelOf(actor.jurisdiction) === 'province'
      ? undefined
      : {
          weighty: true,
          message: { zh: '专项执法监测由省级生态环境部门组织', en: 'Special enforcement monitoring is ordered by the province' },
        },
};
