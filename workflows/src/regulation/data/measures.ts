import type { RuleEntry, RuleKind } from '../rule';

const article = (text: 'EPL' | 'RPS', no: number, kind: RuleKind, summary: string): RuleEntry => ({
  id: `${text}-${String(no).padStart(2, '0')}`,
  kind,
  jurisdictions: ['000000'],
  citation: `${text} 第${no}条`,
  clause: null,
  summary,
});

/** Measures beside the fine: order 30 of 2014 on restriction and suspension, and the article of the law behind it. */
export const measures: readonly RuleEntry[] = [
  article('EPL', 60, 'guard', 'Above the limits: restriction or suspension; serious: closure with the approval of the government.'),
  article('RPS', 5, 'classification', 'Production is restricted where a standard or the daily total is exceeded.'),
  article(
    'RPS',
    6,
    'classification',
    'Production is suspended for evasion, heavy metals, the yearly total, a limit still exceeded under restriction.',
  ),
  article('RPS', 10, 'guard', 'The head approves; a grave matter is discussed collectively; a notice tells the party its rights.'),
  article('RPS', 14, 'deadline', 'The decision is served within seven working days.'),
  article('RPS', 15, 'deadline', 'A restriction lasts three months and once three more; a suspension until it is lifted.'),
  article('RPS', 16, 'deadline', 'The plan is filed and made public within fifteen working days.'),
  article('RPS', 17, 'deadline', 'The completion is filed within fifteen working days; the measure is lifted on the day of filing.'),
  article('RPS', 18, 'record', 'The measure ends by itself where the unit is dissolved, bankrupt or ordered closed.'),
  article('RPS', 20, 'deadline', 'The authority checks within thirty days of the lifting.'),
];
