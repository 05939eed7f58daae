import type { RuleEntry, RuleKind } from '../rule';

const article = (id: string, place: string, kind: RuleKind, summary: string): RuleEntry => ({
  id,
  kind,
  jurisdictions: ['000000'],
  citation: `${id.slice(0, id.indexOf('-'))} ${place}`,
  clause: null,
  summary,
});

const warning = (entry: RuleEntry): RuleEntry => ({ ...entry, mode: 'warn' });

/** National law on monitoring data, its falsification, and those who answer for it. */
export const monitoringFraud: readonly RuleEntry[] = [
  warning(article('FRD-04', '第四至六条', 'classification', 'Fourteen ways of tampering, eight of forging, five of instructing.')),
  warning(article('MON-25', '第25条', 'classification', 'Six forms of falsification of monitoring data, false tagging among them.')),
  article('MON-26', '第26条', 'record', 'Raw records are kept at least five years.'),
  warning(article('MON-33', '第33条', 'record', 'Contracts, data and records of a service body can be traced.')),
  article('MON-45', '第45条', 'guard', 'Falsification bars the persons from the work: five years, serious ten, for a crime for life.'),
  article(
    'CODE-78',
    '第78条',
    'accountability',
    'The unit that monitors and its head answer for truth, accuracy and completeness of the data.',
  ),
  article(
    'CODE-1067',
    '第1067条',
    'accountability',
    'Technical service bodies answerable for pollution bear joint liability with the others.',
  ),
  article(
    'CODE-1073',
    '第1073条',
    'guard',
    'Ecological damage: consultation first; failing that, suit; failing that, the procuratorate may sue.',
  ),
  article('MEP-30', '第30条', 'guard', 'Tagged automatic data can be evidence; on-site monitoring prevails over differing automatic data.'),
  article(
    'JIA-01',
    '第一条第七项',
    'guard',
    'A key unit, since 2026-03-30 one under key permit management, that falsifies automatic data and discharges: crime to be considered.',
  ),
];
