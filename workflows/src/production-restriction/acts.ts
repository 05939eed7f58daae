import { z } from 'zod';
import { caseAct, itemOf, stepsOf, whole } from '../case/act';
import { date, docNo, enumOf, flag, id, list, moment, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { maliciousWhereCited, type CitesMalice } from '../penalty/guards/r-130-malicious';
import { violationFound } from '../penalty/guards/apl-54-violation-found';
import { RESTRICTION_END, RESTRICTION_KINDS } from './events';
import { groundOfKind } from './guards/rps-05-ground-of-kind';
import { endsByItself } from './guards/rps-18-ends-by-itself';
import { threeMonths, threeMonthsMore } from './guards/rps-15-duration';
import { productionRestrictionProcedure } from './machine';

const restrictionId = id('限产停产编号', 'id of the restriction or suspension');

const atStep = stepsOf({
  target: 'restrictionId' as const,
  items: (file) => file.restrictions,
  procedure: productionRestrictionProcedure,
  none: { rule: 'W-02', message: { zh: '没有处于该环节的限制生产或者停产整治', en: 'No restriction or suspension is at this step' } },
});

export const serveRestrictionNotice = caseAct({
  name: 'serveRestrictionNotice',
  title: { zh: '送达限制生产、停产整治事先告知书', en: 'Serve the notice of a restriction or suspension' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    kind: enumOf('RestrictionKind', RESTRICTION_KINDS, { zh: '措施', en: 'measure' }),
    partyId: id('当事人编号', 'id of the party'),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    ground: text('适用情形', 'ground'),
    servedOn: partialDate('送达日期', 'day of service'),
  }),
  basis: ['RPS-10', 'R-130', 'EPL-60'],
  targets: (file) => whole(file.problems.some((problem) => problem.status === 'determined')),
  outOfTurn: { rule: 'W-02', message: { zh: '问题经调查认定后方可限产停产', en: 'A measure follows a determined problem' } },
  guards: [knownProblems, violationFound, ...groundOfKind],
  events: (input, { state }) => [
    { type: 'RestrictionNoticeServed', payload: { ...input, restrictionId: nextItemId('restriction', state.restrictions) } },
  ],
});

export const decideRestriction = caseAct({
  name: 'decideRestriction',
  title: { zh: '决定限制生产、停产整治', en: 'Decide on a restriction or suspension' },
  by: ['authorityHead'],
  input: z.strictObject({
    restrictionId,
    docNo: docNo('决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    until: partialDate('限制生产截止日期（停产整治不填）', 'last day of a restriction').optional(),
    citesMalice: flag('是否以恶意违法为由', 'does it rest on malice (R-130)'),
    collectiveDiscussion: text('集体讨论记录', 'record of the collective discussion').optional(),
  }),
  basis: ['RPS-10', 'RPS-15', 'R-130', 'EPL-60'],
  ...atStep('RestrictionDecided'),
  guards: [
    maliciousWhereCited<CitesMalice & { readonly restrictionId: string }>(
      ({ restrictionId: id }, file) => itemOf(file.restrictions, id).problemIds,
    ),
    threeMonths,
  ],
  events: ({ docNo: no, until, collectiveDiscussion, ...input }) => [
    {
      type: 'RestrictionDecided',
      payload: { ...input, docNo: no ?? null, until: until ?? null, collectiveDiscussion: collectiveDiscussion ?? null },
    },
  ],
});

export const serveRestriction = caseAct({
  name: 'serveRestriction',
  title: { zh: '送达限制生产、停产整治决定书', en: 'Serve the restriction or suspension' },
  by: ['enforcementAgency'],
  input: z.strictObject({ restrictionId, servedOn: partialDate('送达日期', 'day of service') }),
  basis: ['RPS-14'],
  ...atStep('RestrictionServed'),
  events: (input) => [{ type: 'RestrictionServed', payload: input }],
});

export const extendRestriction = caseAct({
  name: 'extendRestriction',
  title: { zh: '延长限制生产期限', en: 'Extend a restriction' },
  by: ['authorityHead'],
  input: z.strictObject({ restrictionId, until: date('延至日期', 'until which day'), reason: text('理由', 'reason') }),
  basis: ['RPS-15'],
  ...atStep('RestrictionExtended'),
  guards: [threeMonthsMore],
  events: (input) => [{ type: 'RestrictionExtended', payload: input }],
});

export const fileRestrictionPlan = caseAct({
  name: 'fileRestrictionPlan',
  title: { zh: '整改方案备案并公开', en: 'File and publish the plan' },
  by: ['dischargingEntity', 'enforcementAgency'],
  input: z.strictObject({
    restrictionId,
    filedOn: partialDate('备案日期', 'day of filing'),
    publishedAt: moment('公开时间', 'when it was published'),
  }),
  basis: ['RPS-16'],
  ...atStep('RectificationPlanFiled'),
  events: (input) => [{ type: 'RectificationPlanFiled', payload: input }],
});

export const liftRestriction = caseAct({
  name: 'liftRestriction',
  title: { zh: '解除限制生产、停产整治', en: 'Lift a restriction or suspension' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    restrictionId,
    on: partialDate('解除日期（备案之日）', 'day of lifting, that of the filing'),
    how: enumOf('RestrictionEnd', RESTRICTION_END, { zh: '解除情形', en: 'why it ends' }),
    evidence: text('监测报告及用电、用水、产量对比', 'monitoring report, comparison of power, water and output'),
  }),
  basis: ['RPS-17'],
  ...atStep('RestrictionLifted'),
  guards: [endsByItself],
  events: (input) => [{ type: 'RestrictionLifted', payload: input }],
});

export const checkAfterRestriction = caseAct({
  name: 'checkAfterRestriction',
  title: { zh: '解除后核查', en: 'Check after the lifting' },
  by: ['enforcementAgency'],
  input: z.strictObject({ restrictionId, on: partialDate('核查日期', 'day of the check'), result: text('核查结果', 'result') }),
  basis: ['RPS-20'],
  ...atStep('AfterCheckRecorded'),
  events: (input) => [{ type: 'AfterCheckRecorded', payload: input }],
});

export const productionRestrictionActs = [
  serveRestrictionNotice,
  decideRestriction,
  serveRestriction,
  extendRestriction,
  fileRestrictionPlan,
  liftRestriction,
  checkAfterRestriction,
] as const;
