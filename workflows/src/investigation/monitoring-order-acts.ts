import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { enumOf, id, list, namedPerson, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { investigationProcedure } from './machine';
import { orderedByTheProvince } from './guards/r-073-ordered-by-the-province';
import { MONITORING_TASK_KINDS } from './monitoring-events';

/** Enforcement monitoring by the authority's own unit: task order, need, named staff. */
export const orderMonitoring = caseAct({
  name: 'orderMonitoring',
  title: { zh: '下达执法监测任务', en: 'Order enforcement monitoring' },
  by: ['enforcementAgency', 'monitoringUnit', 'authorityHead'],
  input: z.strictObject({
    kind: enumOf('MonitoringTaskKind', MONITORING_TASK_KINDS, { zh: '任务类别', en: 'kind of task' }),
    taskOrderNo: text('任务书文号', 'number of the task order', 80),
    unit: text('承担任务的监测机构', 'monitoring unit', 200),
    entityId: id('被监测单位编号', 'id of the entity to be monitored'),
    outletId: id('排放口编号', 'id of the outlet').optional(),
    need: text('执法需求', 'enforcement need that it serves', 1000),
    staff: list(namedPerson, '监测人员', 'staff', { min: 1, max: 20 }),
  }),
  basis: ['R-069', 'R-070', 'R-073'],
  targets: (file) => whole(investigationProcedure.next(file.investigation.status, 'EnforcementMonitoringOrdered') !== undefined),
  outOfTurn: {
    rule: ['R-001', 'R-002', 'W-02'],
    message: { zh: '调查尚未立项或已经终结', en: 'No investigation is running' },
    missing: [{ zh: '正在进行的调查', en: 'a running investigation' }],
  },
  needs: ({ entityId }) => ({ parties: [entityId] }),
  guards: [
    {
      rule: 'W-06',
      check: ({ entityId }, { registers }) =>
        registers.party(entityId).status === 'registered'
          ? undefined
          : { code: 'UNKNOWN_ID', message: { zh: `未登记的当事人：${entityId}`, en: `No such party: ${entityId}` } },
    },
    orderedByTheProvince,
  ],
  events: ({ outletId, ...input }, { state }) => [
    {
      type: 'EnforcementMonitoringOrdered',
      payload: { taskId: nextItemId('task', state.investigation.tasks), ...input, outletId: outletId ?? null },
    },
  ],
});

export const monitoringOrderActs = [orderMonitoring] as const;
