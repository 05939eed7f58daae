import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import type { CaseFile } from '../case/state';
import { date, enumOf, id, list, text } from '../kernel/input';
import { knownProblems } from './guards/w-05-known-problems';

const problemIds = list(id('问题编号', 'problem id'), '所涉问题', 'problems that it is about', { min: 1 });

const onOpenProblems = {
  targets: (file: CaseFile) => whole(file.problems.some((problem) => problem.status !== 'struckOff')),
  outOfTurn: { rule: 'W-02', message: { zh: '没有尚未销号的问题', en: 'No problem of the case is open' } },
} as const;

/** What the monitoring or the permit side found, told to those who act on it. */
export const forwardFinding = caseAct({
  name: 'forwardFinding',
  title: { zh: '反馈发现的情况', en: 'Tell another department what was found' },
  by: ['monitoringUnit', 'permitDepartment'],
  input: z.strictObject({
    problemIds,
    to: enumOf(
      'ForwardReceiver',
      { permitDepartment: '排污许可审批部门', enforcementAgency: '环境执法机构', monitoringUnit: '监测机构' },
      { zh: '反馈对象', en: 'who is told' },
    ),
    content: text('反馈内容', 'what they are told'),
  }),
  basis: ['R-011', 'R-066', 'R-199'],
  ...onOpenProblems,
  guards: [knownProblems],
  events: (input) => [{ type: 'FindingForwarded', payload: input }],
});

/** 督促整改: between the finding and the close-out of a permit-enforcement case. */
export const urgeRectification = caseAct({
  name: 'urgeRectification',
  title: { zh: '督促整改', en: 'Urge the rectification' },
  by: ['enforcementAgency', 'permitDepartment'],
  input: z.strictObject({ problemIds, content: text('督促内容', 'what is urged'), urgedOn: date('督促日期', 'urged on') }),
  basis: ['R-003'],
  ...onOpenProblems,
  guards: [knownProblems],
  events: (input) => [{ type: 'RectificationUrged', payload: input }],
});

export const problemCourseActs = [forwardFinding, urgeRectification] as const;
