import type { CaseGuard } from '../../case/act';
import type { ReportFile } from '../../public-report/evolve';
import type { Registers } from '../../kernel/registers';

interface Input {
  readonly reportId: string;
}

const fileOf = (registers: Registers, reportId: string): ReportFile | undefined => {
  const report = registers.report(reportId);

  return report.status === 'none' ? undefined : report;
};

/** A case takes up reports that were accepted and are not yet closed. */
export const reportAccepted: CaseGuard<Input> = {
  rule: 'W-05',
  check: ({ reportId }, { state, registers }) => {
    const status = fileOf(registers, reportId)?.status;
    if ((status === 'accepted' || status === 'handling') && !state.conduct.reports.some((each) => each.id === reportId)) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: '该举报未受理或已并入本案', en: 'The report was not accepted, or is in this case already' },
    };
  },
};

/** handled and, where there is an address for it, answered. */
export const reportSettled: CaseGuard<Input> = {
  rule: 'R-177',
  check: ({ reportId }, { registers }) => {
    const report = fileOf(registers, reportId);
    if (report?.result != null && (report.answeredAt !== null || !report.answerable)) return undefined;

    return {
      message: { zh: '举报尚未办结并答复举报人', en: 'The report is not yet handled and answered' },
      missing: [{ zh: '办理结果和答复', en: 'result and answer' }],
    };
  },
};

/** acceptance, handling and reward are one chain. */
export const rewardDecided: CaseGuard<Input> = {
  rule: 'R-179',
  check: ({ reportId }, { registers }) => {
    const report = fileOf(registers, reportId);
    if (report === undefined || !report.rewardClaimed || report.reward !== null) return undefined;

    return {
      message: { zh: '该举报可获奖励，奖励决定尚未作出', en: 'A reward is due for a decision on this report' },
      missing: [{ zh: '奖励决定', en: 'reward decision' }],
    };
  },
};
