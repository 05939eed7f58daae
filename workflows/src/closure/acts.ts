import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { docNo, id, list, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { violationFound } from '../penalty/guards/apl-54-violation-found';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { closureProcedure } from './machine';

const closureId = id('停业关闭编号', 'id of the closure');

const atStep = stepsOf({
  target: 'closureId' as const,
  items: (file) => file.closures,
  procedure: closureProcedure,
  none: {
    rule: ['R-131', 'EPL-60', 'CODE-1102', 'CODE-1108', 'W-02'],
    message: { zh: '须先报经有批准权的人民政府批准', en: "The approval of the people's government with the power comes first" },
    missing: [{ zh: '人民政府书面批准', en: 'written approval of the government' }],
    weighty: true,
  },
});

export const applyClosure = caseAct({
  name: 'applyClosure',
  title: { zh: '报请政府批准停业、关闭', en: 'Apply to the government for a closure' },
  by: ['authorityHead'],
  input: z.strictObject({
    partyId: id('当事人编号', 'id of the party'),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    seriousness: text('情节严重的理由', 'why the case is serious'),
    government: text('有批准权的人民政府', 'government with the power of approval', 200),
    appliedOn: partialDate('报请日期', 'day of the application'),
  }),
  basis: ['R-131', 'EPL-60', 'CODE-1102', 'CODE-1108'],
  targets: (file) => whole(file.problems.some((problem) => problem.status === 'determined')),
  outOfTurn: { rule: 'W-02', message: { zh: '问题经调查认定后方可报请关闭', en: 'A closure follows a determined problem' } },
  guards: [knownProblems, violationFound],
  events: (input, { state }) => [{ type: 'ClosureApplied', payload: { ...input, closureId: nextItemId('closure', state.closures) } }],
});

export const approveClosure = caseAct({
  name: 'approveClosure',
  title: { zh: '政府批准停业、关闭', en: 'Approve a closure' },
  by: ['localPartyGovernment'],
  input: z.strictObject({
    closureId,
    docNo: docNo('批准文号', 'number of the approval'),
    approvedOn: partialDate('批准日期', 'day of approval'),
  }),
  basis: ['R-131', 'EPL-60', 'CODE-1102', 'CODE-1108'],
  ...atStep('ClosureApproved'),
  events: ({ docNo: no, ...input }) => [{ type: 'ClosureApproved', payload: { ...input, docNo: no ?? null } }],
});

export const refuseClosure = caseAct({
  name: 'refuseClosure',
  title: { zh: '政府不批准停业、关闭', en: 'Refuse a closure' },
  by: ['localPartyGovernment'],
  input: z.strictObject({ closureId, on: partialDate('日期', 'day'), reasons: text('理由', 'reasons') }),
  basis: ['R-131'],
  ...atStep('ClosureNotApproved'),
  events: (input) => [{ type: 'ClosureNotApproved', payload: input }],
});

export const orderClosure = caseAct({
  name: 'orderClosure',
  title: { zh: '责令停业、关闭', en: 'Order a closure' },
  by: ['authorityHead', 'localPartyGovernment'],
  input: z.strictObject({
    closureId,
    docNo: docNo('决定书文号', 'number of the order'),
    orderedOn: partialDate('决定日期', 'day of the order'),
  }),
  basis: ['R-131', 'EPL-60', 'CODE-1102', 'CODE-1108'],
  ...atStep('ClosureOrdered'),
  events: ({ docNo: no, ...input }) => [{ type: 'ClosureOrdered', payload: { ...input, docNo: no ?? null } }],
});

export const recordClosure = caseAct({
  name: 'recordClosure',
  title: { zh: '登记已停业、关闭', en: 'Record that the closure was carried out' },
  by: ['enforcementAgency'],
  input: z.strictObject({ closureId, on: partialDate('日期', 'day'), evidence: text('现场核实情况', 'what was found on site') }),
  basis: ['R-131'],
  ...atStep('ClosureCarriedOut'),
  events: (input) => [{ type: 'ClosureCarriedOut', payload: input }],
});

export const revokeClosure = caseAct({
  name: 'revokeClosure',
  title: { zh: '撤销停业、关闭决定', en: 'Revoke a closure' },
  by: ['authorityHead', 'localPartyGovernment'],
  input: z.strictObject({ closureId, on: partialDate('日期', 'day'), reasons: text('理由', 'reasons') }),
  basis: ['APL-48'],
  ...atStep('ClosureRevoked'),
  events: (input) => [{ type: 'ClosureRevoked', payload: input }],
});

export const closureActs = [applyClosure, approveClosure, refuseClosure, orderClosure, recordClosure, revokeClosure] as const;
