import type { CaseGuard } from '../../case/act';

interface Input {
  readonly technicalSupport?: string | undefined;
  readonly noTechnicalSupport?: boolean | undefined;
}

/** An inspection of self-monitoring names the monitoring unit that supported it, or says that none did. */
export const supportStated: CaseGuard<Input> = {
  rule: 'R-010',
  check: ({ technicalSupport, noTechnicalSupport }, { state }) => {
    const ofSelfMonitoring = state.problems.some((problem) => problem.source === 'selfMonitoringCheck');
    if (!ofSelfMonitoring || (technicalSupport !== undefined) !== (noTechnicalSupport === true)) return undefined;

    return {
      message: {
        zh: '自行监测执法检查应写明提供技术支持的监测机构，或者注明无技术支持',
        en: 'An inspection of self-monitoring names the monitoring unit that supported it, or states that none did',
      },
      missing: [{ zh: '提供技术支持的监测机构', en: 'monitoring unit that gave technical support' }],
    };
  },
};
