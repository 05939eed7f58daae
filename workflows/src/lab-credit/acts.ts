import { z } from 'zod';
import { caseAct, itemOf } from '../case/act';
import { WHOLE } from '../kernel/act';
import { date, docNo, id, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import type { PenaltyStatus } from '../penalty/machine';
import { penalisedForFraud } from './guards/r-126-penalised-here';

const PENALISED: readonly PenaltyStatus[] = ['decided', 'served', 'executed'];

export const evaluateLabCredit = caseAct({
  name: 'evaluateLabCredit',
  title: { zh: '对受处罚的监测机构进行信用评价', en: 'Evaluate the credit of a penalised lab' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({
    penaltyId: id('处罚编号', 'id of the penalty'),
    measure: text('评价办法', 'measure it is made under', 200),
    grade: text('评价结果', 'grade', 100),
    evaluatedOn: date('评价日期', 'day'),
  }),
  basis: ['R-126'],
  target: 'penaltyId',
  targets: ({ penalties, labCredit }) =>
    penalties
      .filter(({ id: penalty, status }) => PENALISED.includes(status) && !labCredit.evaluations.some((each) => each.penaltyId === penalty))
      .map((each) => each.id),
  outOfTurn: {
    rule: ['R-126', 'W-02'],
    message: {
      zh: '没有本部门已作出而尚未评价的处罚；其他部门处罚的，只作通报',
      en: 'No penalty of this department awaits evaluation; on one of another department a notice is recorded instead',
    },
  },
  needs: ({ penaltyId }, file) => ({ parties: file.penalties.filter((each) => each.id === penaltyId).map((each) => each.partyId) }),
  guards: [penalisedForFraud],
  events: (input, { state, actor }) => {
    const { partyId, partyName } = itemOf(state.penalties, input.penaltyId);
    const evaluationId = nextItemId('evaluation', state.labCredit.evaluations);

    return [{ type: 'LabCreditEvaluated', payload: { ...input, evaluationId, partyId, partyName, evaluatedBy: actor.organisation } }];
  },
});

export const noticeLabPenalty = caseAct({
  name: 'noticeLabPenalty',
  title: { zh: '登记其他部门处罚监测机构的通报', en: 'Record the notice of a penalty by another department' },
  by: ['enforcementAgency', 'authorityHead', 'marketRegulator'],
  input: z.strictObject({
    partyId: id('监测机构编号', 'id of the lab'),
    penalisedBy: text('处罚机关', 'who made the penalty', 200),
    docNo: docNo('处罚决定文号', 'number of the decision'),
    noticedOn: date('通报日期', 'day'),
    content: text('通报内容', 'content'),
  }),
  basis: ['R-126', 'R-116'],
  targets: () => WHOLE,
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能登记', en: 'It cannot be recorded now' } },
  events: ({ docNo: no, ...input }, { state }) => [
    { type: 'LabPenaltyNoticed', payload: { ...input, noticeId: `notice-${state.labCredit.notices + 1}`, docNo: no ?? null } },
  ],
});

export const labCreditActs = [evaluateLabCredit, noticeLabPenalty] as const;
