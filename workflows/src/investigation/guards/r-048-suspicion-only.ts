import type { CaseFacts } from '../../case/act';
import type { Problem } from '../../problem/evolve';
import type { FindingInput } from '../finding';
import { eachFinding, isViolationFinding } from './each-finding';

const cameFromAnAlarm = (problem: Problem | undefined): boolean =>
  problem !== undefined && (problem.source === 'automaticData' || problem.suspicionIds.length > 0);

const standsOnMore = ({ elements = [] }: FindingInput, { state }: CaseFacts): boolean => {
  if (elements.length > 0) return elements.every(({ evidence }) => evidence.some((pointer) => pointer.kind !== 'suspicion'));

  return state.investigation.inspections.length > 0 || state.investigation.reports.length > 0;
};

/** A daily mean above the limit or an anomaly is a suspicion: what is found on it needs more than the alarm. */
export const suspicionOnly = eachFinding({
  rule: 'R-048',
  weighty: true,
  message: {
    zh: '日均值超标、数据异常仅为初步涉嫌，不得仅凭报警认定违法',
    en: 'A daily mean above the limit or an anomaly is a suspicion only; no violation is found on an alarm alone',
  },
  lacks: (finding, facts, problem) =>
    isViolationFinding(finding) && cameFromAnAlarm(problem) && !standsOnMore(finding, facts)
      ? [{ zh: '报警以外的证据（现场检查记录、监测报告等）', en: 'evidence beside the alarm: inspection record, monitoring report' }]
      : [],
});
