import type { CaseGuard } from '../../case/act';
import type { Finding } from '../events';

interface Input {
  readonly findings: readonly { readonly problemId: string; readonly finding: Finding; readonly tampering: boolean }[];
}

/** fraud or human disturbance found in a self-monitoring inspection is handled by law, never left as a remark. */
export const fraudIsNoRemark: CaseGuard<Input> = {
  rule: 'R-137',
  check: ({ findings }, { state }) => {
    const inspected = state.problems.filter(({ source }) => source === 'selfMonitoringCheck').map(({ id }) => id);
    const remarked = findings.filter(
      ({ problemId, finding, tampering }) =>
        inspected.includes(problemId) && tampering && (finding === 'generalProblem' || finding === 'noViolation'),
    );
    if (remarked.length === 0) return undefined;

    return {
      weighty: true,
      message: {
        zh: '自行监测检查中发现的弄虚作假、人为干扰应依法查处，不得作一般性问题处理',
        en: 'Fraud or human disturbance found in a self-monitoring inspection is handled by law, not left as a remark',
      },
      missing: remarked.map(({ problemId }) => ({ zh: `${problemId} 的违法认定`, en: `finding of a violation on ${problemId}` })),
    };
  },
};
