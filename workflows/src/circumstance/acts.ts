import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { docNo, enumOf, id, list, partialDate, text } from '../kernel/input';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { CIRCUMSTANCES } from './events';

/** A fact of another body, or around the case: it moves nothing and is never lost. */
export const recordCircumstance = caseAct({
  name: 'recordCircumstance',
  title: { zh: '登记与案件有关的情况', en: 'Record a circumstance of the case' },
  by: ['enforcementAgency', 'monitoringUnit', 'authorityHead', 'legalReviewer', 'policeAuthority', 'procuratorate'],
  input: z.strictObject({
    kind: enumOf('CircumstanceKind', CIRCUMSTANCES, { zh: '类别', en: 'kind' }),
    body: text('作出的机关或者人员', 'body or person that did it', 200),
    docNo: docNo('文号', 'number of the document'),
    on: partialDate('日期（不明则不填）', 'day, empty where not known').optional(),
    detail: text('内容', 'what happened', 20_000),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about').optional(),
  }),
  basis: ['APL-47'],
  takesClosedCase: true,
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '案件尚未建立', en: 'The case has not been opened' } },
  guards: [
    {
      rule: knownProblems.rule,
      check: ({ problemIds = [] }, facts) => knownProblems.check({ problemIds }, facts),
    },
  ],
  events: ({ docNo: no, on, problemIds, ...input }) => [
    { type: 'CircumstanceRecorded', payload: { ...input, docNo: no ?? null, on: on ?? null, problemIds: problemIds ?? [] } },
  ],
});

export const circumstanceActs = [recordCircumstance] as const;
