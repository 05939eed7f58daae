import Big from 'big.js';
import { z } from 'zod';
import { dayOf, knownOr } from '../calendar';
import { caseAct, itemOf } from '../case/act';
import { isFraud } from '../disclosure/fraud';
import { docNo, enumOf, list, money, object, partialDate, text } from '../kernel/input';
import { notTimeBarred, notTimeBarredByCode } from './guards/apl-36-time-bar';
import { notRecused } from './guards/apl-43-not-recused';
import { noHeavierFine } from './guards/apl-45-no-heavier-fine';
import { legallyReviewed } from './guards/apl-58-legal-review';
import { statementHeard } from './guards/apl-62-statement-heard';
import { collectivelyDiscussed } from './guards/apl-57-collective-discussion';
import { realPayment } from './guards/apl-67-payment';
import { lawCompared } from './guards/code-1057-lighter-law';
import { notSuspended } from './guards/mep-35-not-suspended';
import { heavierPenalty } from './guards/r-119-heavier-penalty';
import { reasonsSection } from './guards/r-175-reasons-section';
import { fraudBasisNamed } from './guards/r-147-fraud-of-service';
import { fineWaits } from './guards/sct-11-fine-waits';
import { NO_PENALTY_GROUNDS, PENALTY_KINDS, PENALTY_WEIGHTS, type PenaltyEvent } from './events';
import type { Penalty } from './evolve';
import { groundOfLaw } from './ground-of-law';
import { serviceBodyOf } from './service-body';
import { atStep, penaltyId } from './step';

/** Everything that is owed of a decision, yuan: fine, confiscation and surcharge; null where a fine was never made known. */
const owed = ({ decision, surcharge }: Penalty): Big | null => {
  if (decision === null || (decision.fine === null && decision.kinds.includes('fine'))) return null;

  return new Big(decision.fine ?? 0).plus(decision.confiscated ?? 0).plus(surcharge ?? 0);
};

/** A warning, or a penalty that takes effect by itself, is executed with its service. */
const nothingToPay = (penalty: Penalty): boolean => owed(penalty)?.eq(0) === true;

export const decidePenalty = caseAct({
  name: 'decidePenalty',
  title: { zh: '作出处罚决定', en: 'Decide the penalty' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    docNo: docNo('处罚决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    fine: money('罚款金额（元），无罚款或数额未公布的不填', 'fine, yuan; empty for none or not made known').optional(),
    kinds: list(
      enumOf('PenaltyKind', PENALTY_KINDS, { zh: '处罚种类', en: 'kind of penalty' }),
      '处罚种类，缺省为罚款',
      'kinds, a fine if empty',
      {
        max: 11,
      },
    ).optional(),
    confiscated: money('没收金额（元）', 'confiscated, yuan').optional(),
    weight: object(
      'PenaltyWeightInput',
      {
        mark: enumOf('PenaltyWeight', PENALTY_WEIGHTS, { zh: '裁量', en: 'weight' }),
        circumstances: text('裁量情节', 'circumstances'),
      },
      { zh: '裁量及情节', en: 'weight with its circumstances' },
    ).optional(),
    lighterLaw: enumOf(
      'LighterLaw',
      { former: '行为时的法律', code: '生态环境法典' },
      { zh: '较轻的法律', en: 'which law is lighter' },
    ).optional(),
    facts: text('违法事实', 'facts', 20_000),
    legalBasis: text('处罚依据', 'legal basis'),
    reasons: text('说理部分', 'reasons section', 20_000).optional(),
    collectiveDiscussion: text('集体讨论记录', 'record of the collective discussion').optional(),
  }),
  basis: ['APL-57', 'APL-58', 'R-006', 'R-147', 'R-175'],
  ...atStep('PenaltyDecided'),
  guards: [
    notRecused,
    ...fineWaits,
    notSuspended,
    statementHeard,
    noHeavierFine,
    legallyReviewed,
    collectivelyDiscussed,
    lawCompared,
    notTimeBarred,
    notTimeBarredByCode,
    reasonsSection,
    heavierPenalty,
    fraudBasisNamed,
  ],
  events: ({ docNo: no, reasons, collectiveDiscussion, fine, kinds, confiscated, weight, lighterLaw, ...input }, { state, occurredAt }) => {
    const penalty = itemOf(state.penalties, input.penaltyId);
    const { violatedOn, problemIds } = penalty;
    const fraud = state.problems.some((problem) => problemIds.includes(problem.id) && isFraud(problem));

    return [
      {
        type: 'PenaltyDecided',
        payload: {
          ...input,
          docNo: no ?? null,
          fine: fine ?? null,
          reasons: reasons ?? null,
          collectiveDiscussion: collectiveDiscussion ?? null,
          kinds: kinds ?? ['fine'],
          confiscated: confiscated ?? null,
          weight: weight ?? null,
          groundOfLaw:
            violatedOn === null
              ? null
              : groundOfLaw({ violatedOn, decidedOn: knownOr(input.decidedOn, dayOf(occurredAt)), lighter: lighterLaw }),
          ...serviceBodyOf(penalty, state),
          ...(fraud ? { fraud: true as const } : {}),
        },
      },
    ];
  },
});

export const decideNoPenalty = caseAct({
  name: 'decideNoPenalty',
  title: { zh: '作出不予处罚决定', en: 'Decide not to penalise' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    docNo: docNo('不予处罚决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    ground: enumOf('NoPenaltyGround', NO_PENALTY_GROUNDS, { zh: '不予处罚的情形', en: 'ground' }).optional(),
    reasons: text('不予处罚的理由', 'reasons'),
  }),
  basis: ['APL-57'],
  ...atStep('NoPenaltyDecided'),
  guards: [notRecused],
  events: ({ docNo: no, ground, ...input }) => [
    { type: 'NoPenaltyDecided', payload: { ...input, docNo: no ?? null, ground: ground ?? 'other' } },
  ],
});

export const servePenalty = caseAct({
  name: 'servePenalty',
  title: { zh: '送达处罚决定书', en: 'Serve the penalty decision' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    servedOn: partialDate('送达日期', 'day of service'),
    method: text('送达方式', 'way of service', 100),
  }),
  basis: ['APL-61'],
  ...atStep('PenaltyServed'),
  guards: [notRecused],
  events: (input, { state }): readonly PenaltyEvent[] => [
    { type: 'PenaltyServed', payload: input },
    ...(nothingToPay(itemOf(state.penalties, input.penaltyId))
      ? [{ type: 'PenaltyExecuted' as const, payload: { penaltyId: input.penaltyId, total: '0.00' } }]
      : []),
  ],
});

export const recordPayment = caseAct({
  name: 'recordPayment',
  title: { zh: '登记罚款缴纳', en: 'Record a payment of the fine' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    amount: money('缴款金额（元）', 'amount paid, yuan'),
    paidOn: partialDate('缴款日期', 'day of payment'),
    voucherNo: docNo('缴款凭证号', 'number of the voucher'),
  }),
  basis: ['APL-67'],
  ...atStep('PenaltyPaid'),
  guards: [notRecused, realPayment],
  events: ({ voucherNo, ...input }, { state }): readonly PenaltyEvent[] => {
    const penalty = itemOf(state.penalties, input.penaltyId);
    const total = new Big(penalty.paid).plus(input.amount);
    const due = owed(penalty);
    const settled = due !== null && total.gte(due);

    return [
      { type: 'PenaltyPaid', payload: { ...input, voucherNo: voucherNo ?? null } },
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
  guards: [notRecused],
  events: (input) => [{ type: 'PenaltyCaseWithdrawn', payload: input }],
});

export const penaltyDecisionActs = [decidePenalty, decideNoPenalty, servePenalty, recordPayment, withdrawPenaltyCase] as const;
