import type { RuleEntry, RuleKind } from '../rule';

const article = (no: number, kind: RuleKind, summary: string): RuleEntry => ({
  id: `CDP-${String(no).padStart(2, '0')}`,
  kind,
  jurisdictions: ['000000'],
  citation: `CDP 第${no}条`,
  clause: null,
  summary,
});

/** 环境保护主管部门实施按日连续处罚办法 (order 28 of 2014) and the article of the code that carries its content on. */
export const dailyPenalty: readonly RuleEntry[] = [
  article(5, 'guard', 'The fine runs per day where a discharger that was fined and ordered to correct refuses to correct.'),
  article(7, 'guard', 'The decision of the daily penalty comes after the original penalty decision.'),
  {
    ...article(8, 'deadline', 'The order to stop is made on the spot, or served within three working days of the monitoring report.'),
    mode: 'warn',
  },
  article(9, 'record', 'The order to stop names the violation, the demand and the daily penalty that follows a refusal.'),
  article(10, 'deadline', 'The authority inspects again, unannounced, within thirty days of the service of the order.'),
  article(12, 'classification', 'Still discharging, or obstructing the re-inspection, is a refusal to correct.'),
  article(13, 'classification', 'Corrected, stopped or closed is no refusal, and the fine does not run.'),
  article(
    17,
    'guard',
    'Counted from the day after service of the order up to the day on which the re-inspection finds it; further ones add up.',
  ),
  article(18, 'guard', 'After a correction a later violation begins a new cycle with a new penalty decision.'),
  article(19, 'guard', 'The sum is the original fine for each day counted.'),
  {
    id: 'CODE-1060',
    kind: 'guard',
    jurisdictions: ['000000'],
    citation: 'CODE 第1060条',
    clause: null,
    summary: 'The authority inspects again; a discharger that goes on, refuses or obstructs may be fined per day at the original amount.',
  },
];
