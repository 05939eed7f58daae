import { z } from 'zod';
import { date, enumOf, id, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { supervisionAct } from './act';
import { knownFinding } from './guards/w-05-known-finding';

/** 督促申请或重新申请排污许可证: tracked until the application is in. */
export const demandPermitApplication = supervisionAct({
  name: 'demandPermitApplication',
  title: { zh: '督促申请排污许可证', en: 'Demand a permit application' },
  by: ['permitDepartment'],
  input: z.strictObject({
    findingId: id('所依据的发现编号', 'finding that it rests on').optional(),
    need: enumOf('PermitDemandKind', { apply: '申请', reapply: '重新申请' }, { zh: '督促事项', en: 'what is demanded' }),
    ground: text('依据的检查或核查结果', 'inspection or verification that it rests on', 1000),
    dueOn: date('期限', 'due on').optional(),
  }),
  basis: ['R-012'],
  guards: [knownFinding],
  events: ({ findingId, dueOn, ...input }, { supervision }) => [
    {
      type: 'PermitApplicationDemanded',
      payload: {
        demandId: nextItemId('demand', supervision.demands),
        findingId: findingId ?? null,
        ...input,
        dueOn: dueOn ?? null,
      },
    },
  ],
});

export const recordPermitApplication = supervisionAct({
  name: 'recordPermitApplication',
  title: { zh: '登记收到许可申请', en: 'Record that the application is in' },
  by: ['permitDepartment'],
  input: z.strictObject({
    demandId: id('督促编号', 'id of the demand'),
    applicationNo: text('申请编号', 'number of the application', 80),
    receivedOn: date('收到日', 'received on'),
  }),
  basis: ['R-012'],
  target: 'demandId',
  targets: ({ supervision }) => supervision.demands.filter((demand) => demand.applicationNo === null).map((demand) => demand.id),
  outOfTurn: { rule: ['R-012', 'W-02'], message: { zh: '没有待答复的督促', en: 'No such demand waits for an application' } },
  events: (input) => [{ type: 'PermitApplicationReceived', payload: input }],
});

export const permitDemandActs = [demandPermitApplication, recordPermitApplication] as const;
