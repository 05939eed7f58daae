import Big from 'big.js';
import { z } from 'zod';
import { caseAct, itemOf, stepsOf, whole } from '../case/act';
import { docNo, enumOf, flag, id, money, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { explained } from './count';
import { REINSPECTION_RESULTS, type DailyPenaltyEvent } from './events';
import { fined, newCycleNewPenalty, noOpenOrder, sameParty } from './guards/cdp-05-fined-and-ordered';
import { orderInTime } from './guards/cdp-08-order-in-time';
import { afterTheOrder, withinThirtyDays } from './guards/cdp-10-reinspection';
import { maliciousWhereCited, type CitesMalice } from '../penalty/guards/r-130-malicious';
import { lawfulSum } from './guards/cdp-19-sum';
import { dailyPenaltyProcedure } from './machine';

const dailyPenaltyId = id('按日连续处罚编号', 'id of the daily penalty');

const atStep = stepsOf({
  target: 'dailyPenaltyId' as const,
  items: (file) => file.dailyPenalties,
  procedure: dailyPenaltyProcedure,
  none: { rule: ['CDP-07', 'W-02'], message: { zh: '没有处于该环节的按日连续处罚', en: 'No daily penalty is at this step' } },
});

export const serveStopOrder = caseAct({
  name: 'serveStopOrder',
  title: { zh: '送达责令改正违法行为决定书（按日连续处罚）', en: 'Serve the order to stop, with the warning of the daily penalty' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId: id('原处罚案编号', 'id of the original penalty'),
    partyId: id('当事人编号', 'id of the party'),
    docNo: docNo('决定书文号', 'number of the order'),
    servedOn: partialDate('送达日期', 'day of service'),
    monitoringReportOn: partialDate(
      '监测报告日期（现场可认定的不填）',
      'day of the monitoring report, empty where evident on the spot',
    ).optional(),
  }),
  basis: ['CDP-05', 'CDP-07', 'CDP-08', 'CDP-09', 'CODE-1060', 'R-051', 'R-130', 'APL-28'],
  targets: (file) => whole(file.penalties.some((penalty) => penalty.decision !== null)),
  outOfTurn: {
    rule: ['CDP-05', 'CODE-1060', 'W-02'],
    message: { zh: '受到罚款处罚后方可进入按日连续处罚程序', en: 'The daily penalty follows the decision of a fine' },
    missing: [{ zh: '罚款决定', en: 'decision of a fine' }],
  },
  guards: [...fined, sameParty, noOpenOrder, newCycleNewPenalty, orderInTime],
  events: ({ docNo: no, monitoringReportOn, ...input }, { state }) => {
    const before = state.dailyPenalties.filter((each) => each.penaltyId === input.penaltyId && each.status !== 'revoked').at(-1);

    return [
      {
        type: 'StopOrderServed',
        payload: {
          ...input,
          dailyPenaltyId: nextItemId('dailyPenalty', state.dailyPenalties),
          problemIds: itemOf(state.penalties, input.penaltyId).problemIds,
          docNo: no ?? null,
          monitoringReportOn: monitoringReportOn ?? null,
          after: before?.id ?? null,
        },
      },
    ];
  },
});

export const recordReinspection = caseAct({
  name: 'recordReinspection',
  title: { zh: '记录复查', en: 'Record the re-inspection' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    dailyPenaltyId,
    inspectedOn: partialDate('复查日期', 'day of the re-inspection'),
    unannounced: flag('是否未事先通知', 'was it unannounced'),
    result: enumOf('ReinspectionResult', REINSPECTION_RESULTS, { zh: '复查结果', en: 'what it found' }),
    facts: text('复查情况', 'what was found', 20_000),
  }),
  basis: ['CDP-10', 'CDP-12', 'CDP-13', 'CODE-1060'],
  ...atStep('ReinspectionRecorded'),
  guards: [afterTheOrder, withinThirtyDays],
  events: ({ result, unannounced, ...input }): readonly DailyPenaltyEvent[] =>
    result === 'corrected'
      ? [{ type: 'DailyCycleEnded', payload: input }]
      : [{ type: 'ReinspectionRecorded', payload: { ...input, unannounced, result } }],
});

export const serveDailyPenaltyNotice = caseAct({
  name: 'serveDailyPenaltyNotice',
  title: { zh: '送达按日连续处罚事先告知书', en: 'Serve the notice of the daily penalty' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    dailyPenaltyId,
    docNo: docNo('告知书文号', 'number of the notice'),
    servedOn: partialDate('送达日期', 'day of service'),
  }),
  basis: ['APL-44', 'APL-63'],
  ...atStep('DailyPenaltyNoticeServed'),
  events: ({ docNo: no, ...input }) => [{ type: 'DailyPenaltyNoticeServed', payload: { ...input, docNo: no ?? null } }],
});

export const decideDailyPenalty = caseAct({
  name: 'decideDailyPenalty',
  title: { zh: '作出按日连续处罚决定', en: 'Decide the daily penalty' },
  by: ['authorityHead'],
  input: z.strictObject({
    dailyPenaltyId,
    docNo: docNo('决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    days: z.int().min(1).max(3660).meta({ zh: '计罚日数', en: 'days counted', scalar: 'Int' }),
    amount: money('罚款总额（元）', 'sum, yuan'),
    citesMalice: flag('是否以恶意违法为由', 'does it rest on malice (R-130)').optional(),
    reasons: text('说理部分', 'reasons section', 20_000).optional(),
  }),
  basis: ['CDP-17', 'CDP-19', 'CODE-1060', 'R-051', 'R-130', 'APL-57'],
  ...atStep('DailyPenaltyDecided'),
  guards: [
    ...lawfulSum,
    maliciousWhereCited<CitesMalice & { readonly dailyPenaltyId: string }>(
      ({ dailyPenaltyId: item }, file) => itemOf(file.dailyPenalties, item).problemIds,
    ),
  ],
  events: ({ docNo: no, reasons, citesMalice: _cited, ...input }, { state }) => {
    const { orderServedOn, reinspectedOn, penaltyId } = itemOf(state.dailyPenalties, input.dailyPenaltyId);
    const dailyAmount = itemOf(state.penalties, penaltyId).decision?.fine ?? '0';
    const explanation = explained(orderServedOn, reinspectedOn ?? orderServedOn, { days: input.days, dailyAmount });

    return [{ type: 'DailyPenaltyDecided', payload: { ...input, dailyAmount, explanation, docNo: no ?? null, reasons: reasons ?? null } }];
  },
});

export const serveDailyPenalty = caseAct({
  name: 'serveDailyPenalty',
  title: { zh: '送达按日连续处罚决定书', en: 'Serve the decision of the daily penalty' },
  by: ['enforcementAgency'],
  input: z.strictObject({ dailyPenaltyId, servedOn: partialDate('送达日期', 'day of service') }),
  basis: ['APL-61'],
  ...atStep('DailyPenaltyServed'),
  events: (input) => [{ type: 'DailyPenaltyServed', payload: input }],
});

export const recordDailyPenaltyPayment = caseAct({
  name: 'recordDailyPenaltyPayment',
  title: { zh: '登记按日连续处罚罚款缴纳', en: 'Record a payment of the daily penalty' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    dailyPenaltyId,
    amount: money('缴款金额（元）', 'amount paid, yuan'),
    paidOn: partialDate('缴款日期', 'day of payment'),
  }),
  basis: ['APL-67'],
  ...atStep('DailyPenaltyPaid'),
  events: (input, { state }): readonly DailyPenaltyEvent[] => {
    const { paid, amount } = itemOf(state.dailyPenalties, input.dailyPenaltyId);
    const total = new Big(paid).plus(input.amount);

    return [
      { type: 'DailyPenaltyPaid', payload: input },
      ...(amount !== null && total.gte(amount)
        ? [{ type: 'DailyPenaltyExecuted' as const, payload: { dailyPenaltyId: input.dailyPenaltyId, total: total.toFixed(2) } }]
        : []),
    ];
  },
});

export const revokeDailyPenalty = caseAct({
  name: 'revokeDailyPenalty',
  title: { zh: '撤销按日连续处罚', en: 'Revoke the daily penalty' },
  by: ['authorityHead'],
  input: z.strictObject({ dailyPenaltyId, reason: text('撤销理由', 'why it is revoked') }),
  basis: ['APL-48'],
  ...atStep('DailyPenaltyRevoked'),
  events: (input) => [{ type: 'DailyPenaltyRevoked', payload: input }],
});

export const dailyPenaltyActs = [
  serveStopOrder,
  recordReinspection,
  serveDailyPenaltyNotice,
  decideDailyPenalty,
  serveDailyPenalty,
  recordDailyPenaltyPayment,
  revokeDailyPenalty,
] as const;
