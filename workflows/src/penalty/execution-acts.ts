import { z } from 'zod';
import { caseAct, itemOf } from '../case/act';
import { date, enumOf, list, money, object, partialDate, text } from '../kernel/input';
import { remedySpans } from '../remedy/evolve';
import { COURT_ENFORCEMENT_OUTCOMES, type PenaltyEvent } from './events';
import { afterTheRemedies } from './guards/acl-53-after-the-remedies';
import { remindedFirst } from './guards/acl-54-reminded-first';
import { notRecused } from './guards/apl-43-not-recused';
import { surchargeDue } from './guards/apl-72-surcharge-due';
import { atStep, penaltyId } from './step';
import { lastDayOfPayment, surchargeOf } from './surcharge';

export const deferPayment = caseAct({
  name: 'deferPayment',
  title: { zh: '批准延期或者分期缴纳罚款', en: 'Approve a deferral or instalments' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    until: date('延至日期', 'until which day'),
    instalments: list(
      object(
        'InstalmentInput',
        { dueOn: date('缴纳日期', 'due on'), amount: money('金额（元）', 'amount, yuan') },
        { zh: '分期', en: 'instalment' },
      ),
      '分期安排',
      'instalments',
    ).optional(),
    reason: text('理由', 'reason'),
  }),
  basis: ['APL-66'],
  ...atStep('PenaltyPaymentDeferred'),
  guards: [notRecused],
  events: ({ instalments, ...input }) => [{ type: 'PenaltyPaymentDeferred', payload: { ...input, instalments: instalments ?? [] } }],
});

export const assessSurcharge = caseAct({
  name: 'assessSurcharge',
  title: { zh: '加处罚款', en: 'Assess the surcharge' },
  by: ['enforcementAgency'],
  input: z.strictObject({ penaltyId, until: date('计至日期', 'counted until') }),
  basis: ['APL-72', 'APL-73'],
  ...atStep('SurchargeAssessed'),
  guards: [notRecused, surchargeDue],
  events: ({ penaltyId: penalty, until }, { state }) => {
    const item = itemOf(state.penalties, penalty);
    const dueOn = lastDayOfPayment(item) ?? until;
    const excluded = remedySpans(state.remedies, penalty, until);
    const surcharge = surchargeOf({ fine: item.decision?.fine ?? '0', paid: item.paid, dueOn, until, excluded });

    return [{ type: 'SurchargeAssessed', payload: { penaltyId: penalty, ...surcharge } }];
  },
});

export const servePaymentReminder = caseAct({
  name: 'servePaymentReminder',
  title: { zh: '送达催告书', en: 'Serve the reminder' },
  by: ['enforcementAgency'],
  input: z.strictObject({ penaltyId, servedOn: partialDate('送达日期', 'day of service') }),
  basis: ['ACL-54'],
  ...atStep('PaymentReminderServed'),
  guards: [notRecused],
  events: (input) => [{ type: 'PaymentReminderServed', payload: input }],
});

export const applyCourtEnforcement = caseAct({
  name: 'applyCourtEnforcement',
  title: { zh: '申请人民法院强制执行', en: 'Apply to the court for enforcement' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    court: text('人民法院', 'court', 120),
    appliedOn: partialDate('申请日期', 'day of the application'),
    lateReason: text('逾期申请的正当理由', 'good reason, where it is asked late').optional(),
  }),
  basis: ['ACL-53', 'ACL-54', 'APL-72'],
  ...atStep('CourtEnforcementApplied'),
  guards: [notRecused, afterTheRemedies, remindedFirst],
  events: ({ lateReason, ...input }) => [
    { type: 'CourtEnforcementApplied', payload: { ...input, ...(lateReason === undefined ? {} : { lateReason }) } },
  ],
});

export const recordCourtEnforcement = caseAct({
  name: 'recordCourtEnforcement',
  title: { zh: '登记强制执行结果', en: 'Record what became of the enforcement' },
  by: ['enforcementAgency', 'court'],
  input: z.strictObject({
    penaltyId,
    outcome: enumOf('CourtEnforcementOutcome', COURT_ENFORCEMENT_OUTCOMES, { zh: '结果', en: 'outcome' }),
    amount: money('执行到位金额（元）', 'amount enforced, yuan'),
    on: partialDate('日期', 'day'),
  }),
  basis: ['ACL-53'],
  ...atStep('CourtEnforcementEnded'),
  guards: [notRecused],
  events: (input): readonly PenaltyEvent[] => [
    { type: 'CourtEnforcementEnded', payload: input },
    ...(input.outcome === 'executed'
      ? [{ type: 'PenaltyExecuted' as const, payload: { penaltyId: input.penaltyId, total: input.amount } }]
      : []),
  ],
});

export const penaltyExecutionActs = [
  deferPayment,
  assessSurcharge,
  servePaymentReminder,
  applyCourtEnforcement,
  recordCourtEnforcement,
] as const;
