import { z } from 'zod';
import { caseAct, foreseen, whole } from '../case/act';
import type { Objection } from '../kernel/act';
import { enumOf, id, moment, partialDate, list, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { registeredParty } from '../problem/guards/w-06-registered-party';
import { atOnceOrReason } from './guards/r-127-at-once';
import { planDrawnUp } from './guards/r-128-plan';
import { determinedProblems } from './guards/w-02-determined-problems';
import { anotherPerson } from './guards/w-03-another-person';
import { rectificationProcedure } from './machine';

const rectificationId = id('整改编号', 'id of the rectification');

const NO_ORDER: Objection = { rule: 'W-02', message: { zh: '没有处于该环节的整改', en: 'No rectification is at this step' } };

export const orderRectification = caseAct({
  name: 'orderRectification',
  title: { zh: '责令整改', en: 'Order a rectification' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems to be put right', { min: 1 }),
    partyId: id('当事人编号', 'id of the party'),
    mode: enumOf('RectificationMode', { atOnce: '立整立改', byDate: '限期整改' }, { zh: '整改方式', en: 'at once or by a date' }),
    orderNo: text('责令改正决定书文号', 'number of the order', 80).optional(),
    demand: text('整改要求', 'what has to be put right'),
    dueOn: partialDate('整改期限', 'by when'),
    reasonNotAtOnce: text('不能立整立改的理由', 'why not at once').optional(),
    plan: text('整改方案', 'the plan').optional(),
  }),
  basis: ['R-127', 'R-128', 'R-003', 'APL-28'],
  targets: (file) => whole(file.problems.some(({ status, finding }) => status === 'determined' && finding?.finding !== 'noViolation')),
  outOfTurn: {
    rule: ['R-001', 'R-002', 'W-02'],
    message: { zh: '问题经调查认定后方可责令整改', en: 'A rectification is ordered on a determined problem' },
    missing: [{ zh: '调查认定', en: 'finding of the investigation' }],
  },
  needs: ({ partyId }) => ({ parties: [partyId] }),
  guards: [knownProblems, determinedProblems, registeredParty, atOnceOrReason, planDrawnUp],
  events: ({ orderNo, reasonNotAtOnce, plan, ...input }, { state }) => [
    {
      type: 'RectificationOrdered',
      payload: {
        ...input,
        rectificationId: nextItemId('rectification', state.rectifications),
        orderNo: orderNo ?? null,
        reasonNotAtOnce: reasonNotAtOnce ?? null,
        plan: plan ?? null,
      },
    },
  ],
});

export const reportRectification = caseAct({
  name: 'reportRectification',
  title: { zh: '报告整改完成', en: 'Report a rectification done' },
  by: ['dischargingEntity', 'enforcementAgency'],
  input: z.strictObject({ rectificationId, measures: text('整改措施', 'what was done') }),
  basis: ['R-127', 'R-128'],
  target: 'rectificationId',
  targets: (file) => foreseen(file.rectifications, rectificationProcedure, 'RectificationReported'),
  outOfTurn: NO_ORDER,
  events: (input) => [{ type: 'RectificationReported', payload: input }],
});

const reinspectedAt = moment('复查时间', 'when it was inspected again');

export const confirmRectification = caseAct({
  name: 'confirmRectification',
  title: { zh: '确认整改完成', en: 'Confirm a rectification' },
  by: ['enforcementAgency'],
  input: z.strictObject({ rectificationId, reinspectedAt, result: text('复查结果', 'result') }),
  basis: ['R-129', 'W-03'],
  target: 'rectificationId',
  targets: (file) => foreseen(file.rectifications, rectificationProcedure, 'RectificationConfirmed'),
  outOfTurn: NO_ORDER,
  guards: [anotherPerson],
  events: (input) => [{ type: 'RectificationConfirmed', payload: input }],
});

export const rejectRectification = caseAct({
  name: 'rejectRectification',
  title: { zh: '整改复查不通过', en: 'Reject a rectification' },
  by: ['enforcementAgency'],
  input: z.strictObject({ rectificationId, reinspectedAt, reason: text('不通过的理由', 'why it is not done') }),
  basis: ['R-129', 'W-03'],
  target: 'rectificationId',
  targets: (file) => foreseen(file.rectifications, rectificationProcedure, 'RectificationRejected'),
  outOfTurn: NO_ORDER,
  guards: [anotherPerson],
  events: (input) => [{ type: 'RectificationRejected', payload: input }],
});

export const rectificationActs = [orderRectification, reportRectification, confirmRectification, rejectRectification] as const;
