import { caseAct } from '../case/act';
import { enumOf, text } from '../kernel/input';
import { FILING_PERIODS } from './events';
import { graveWithApproval } from './guards/cjl-09-grave-with-approval';
import { atStep, byThePolice, oneTransfer } from './step';

const PERIODS = Object.fromEntries(Object.entries(FILING_PERIODS).map(([period, { zh }]) => [period, zh])) as Readonly<
  Record<keyof typeof FILING_PERIODS, string>
>;

/** The police take seven days for a clue that needs verification, thirty for a grave and complex matter (衔接办法 art. 9). */
export const extendFilingPeriod = caseAct({
  name: 'extendFilingPeriod',
  title: { zh: '延长立案审查期限', en: 'Take longer for the decision on filing' },
  ...byThePolice,
  input: oneTransfer.extend({
    period: enumOf('FilingPeriod', PERIODS, { zh: '立案审查期限', en: 'period' }),
    approvedBy: text('批准的公安机关负责人', 'head of the police who approved', 60).optional(),
    reason: text('理由', 'reason'),
  }),
  basis: ['CJL-09'],
  ...atStep('FilingPeriodExtended'),
  guards: [...byThePolice.guards, graveWithApproval],
  events: ({ approvedBy, ...input }) => [{ type: 'FilingPeriodExtended', payload: { ...input, approvedBy: approvedBy ?? null } }],
});

export const filingPeriodActs = [extendFilingPeriod] as const;
