import Big from 'big.js';
import { z } from 'zod';
import { caseAct, itemOf } from '../case/act';
import { date, money, text } from '../kernel/input';
import { noHeavierFine } from './guards/apl-45-no-heavier-fine';
import { realPayment } from './guards/apl-67-payment';
import { reasonsSection } from './guards/r-175-reasons-section';
import { fineWaits } from './guards/sct-11-fine-waits';
import type { PenaltyEvent } from './events';
import { atStep, penaltyId } from './step';

export const decidePenalty = caseAct({
  name: 'decidePenalty',
  title: { zh: '作出处罚决定', en: 'Decide the penalty' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    docNo: text('处罚决定书文号', 'number of the decision', 80),
    decidedOn: date('决定日期', 'day of the decision'),
    fine: money('罚款金额（元）', 'fine, yuan'),
    facts: text('违法事实', 'facts', 20_000),
    legalBasis: text('处罚依据', 'legal basis'),
    reasons: text('说理部分', 'reasons section', 20_000).optional(),
    collectiveDiscussion: text('集体讨论记录', 'record of the collective discussion').optional(),
  }),
  basis: ['APL-57', 'APL-58', 'R-006', 'R-175'],
  ...atStep('PenaltyDecided'),
  guards: [...fineWaits, noHeavierFine, reasonsSection],
  events: ({ reasons, collectiveDiscussion, ...input }) => [
    {
      type: 'PenaltyDecided',
      payload: { ...input, reasons: reasons ?? null, collectiveDiscussion: collectiveDiscussion ?? null },
    },
  ],
});

export const decideNoPenalty = caseAct({
  name: 'decideNoPenalty',
  title: { zh: '作出不予处罚决定', en: 'Decide not to penalise' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    docNo: text('不予处罚决定书文号', 'number of the decision', 80),
    decidedOn: date('决定日期', 'day of the decision'),
    reasons: text('不予处罚的理由', 'reasons'),
  }),
  basis: ['APL-57'],
  ...atStep('NoPenaltyDecided'),
  events: (input) => [{ type: 'NoPenaltyDecided', payload: input }],
});

export const servePenalty = caseAct({
  name: 'servePenalty',
  title: { zh: '送达处罚决定书', en: 'Serve the penalty decision' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    servedOn: date('送达日期', 'day of service'),
    method: text('送达方式', 'way of service', 100),
  }),
  basis: ['APL-61'],
  ...atStep('PenaltyServed'),
  events: (input) => [{ type: 'PenaltyServed', payload: input }],
});

export const recordPayment = caseAct({
  name: 'recordPayment',
  title: { zh: '登记罚款缴纳', en: 'Record a payment of the fine' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    amount: money('缴款金额（元）', 'amount paid, yuan'),
    paidOn: date('缴款日期', 'day of payment'),
    voucherNo: text('缴款凭证号', 'number of the voucher', 80),
  }),
  basis: ['APL-67'],
  ...atStep('PenaltyPaid'),
  guards: [realPayment],
  events: (input, { state }): readonly PenaltyEvent[] => {
    const { paid, decision } = itemOf(state.penalties, input.penaltyId);
    const total = new Big(paid).plus(input.amount);
    const settled = decision !== null && total.gte(decision.fine);

    return [
      { type: 'PenaltyPaid', payload: input },
      ...(settled ? [{ type: 'PenaltyExecuted' as const, payload: { penaltyId: input.penaltyId, total: total.toFixed(2) } }] : []),
    ];
  },
});

export const withdrawPenaltyCase = caseAct({
  name: 'withdrawPenaltyCase',
  title: { zh: '撤销立案', en: 'Withdraw a penalty case' },
  by: ['enforcementAgency'],
  input: z.strictObject({ penaltyId, reason: text('撤销理由', 'why it is withdrawn') }),
  basis: ['MEP-20'],
  ...atStep('PenaltyCaseWithdrawn'),
  events: (input) => [{ type: 'PenaltyCaseWithdrawn', payload: input }],
});

export const penaltyDecisionActs = [decidePenalty, decideNoPenalty, servePenalty, recordPayment, withdrawPenaltyCase] as const;
