import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { caseProcedure } from '../case/machine';
import { text } from '../kernel/input';
import { blockersOfCase } from './blockers';

/** 结案: no blocker of rules.md 3.6 is left. */
export const closeCase = caseAct({
  name: 'closeCase',
  title: { zh: '结案（问题全部销号）', en: 'Close the case' },
  by: ['enforcementAgency'],
  input: z.strictObject({ summary: text('结案摘要', 'summary') }),
  basis: ['R-004', 'R-129'],
  targets: (file) => whole(caseProcedure.next(file.status, 'CaseClosed') !== undefined),
  outOfTurn: { rule: 'W-04', message: { zh: '案件已销号', en: 'The case is closed already' } },
  events: (input, facts) => {
    const blockers = blockersOfCase(facts);
    if (blockers.length === 0) return [{ type: 'CaseClosed', payload: input }];

    return {
      rule: ['R-004', 'W-07'],
      code: 'CLOSE_OUT_BLOCKED',
      weighty: true,
      message: { zh: `存在${blockers.length}项销号障碍，不得结案`, en: `${blockers.length} blocker(s) stand against the close-out` },
      missing: blockers.map((blocker) => blocker.missing),
    };
  },
});

/** A closed case is taken up again as a lawful act of its own. */
export const reopenCase = caseAct({
  name: 'reopenCase',
  title: { zh: '重启案件', en: 'Reopen the case' },
  by: ['authorityHead'],
  input: z.strictObject({ reason: text('重启理由', 'why it is reopened') }),
  basis: ['W-04'],
  takesClosedCase: true,
  targets: (file) => whole(caseProcedure.next(file.status, 'CaseReopened') !== undefined),
  outOfTurn: { rule: 'W-04', message: { zh: '案件未销号，无须重启', en: 'The case is not closed' } },
  events: (input, { state }) => [{ type: 'CaseReopened', payload: { ...input, problemIds: state.problems.map(({ id }) => id) } }],
});

export const closeOutActs = [closeCase, reopenCase] as const;
