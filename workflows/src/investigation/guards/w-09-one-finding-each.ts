import type { CaseGuard } from '../../case/act';
import type { Finding, ViolationClass } from '../events';

interface Input {
  readonly findings: readonly {
    readonly problemId: string;
    readonly finding: Finding;
    readonly violationClass?: ViolationClass | undefined;
  }[];
}

/** The report has exactly one finding per open problem (rules.md 3.2 move 5), and a violation has its class. */
export const oneFindingEach: CaseGuard<Input> = {
  rule: 'W-09',
  check: ({ findings }, { state }) => {
    const named = findings.map((each) => each.problemId);
    const open = state.problems.filter((problem) => problem.status !== 'struckOff').map((problem) => problem.id);
    const missing = [
      ...open.filter((id) => !named.includes(id)).map((id) => ({ zh: `${id} 的认定`, en: `finding on ${id}` })),
      ...named
        .filter((id, at) => !open.includes(id) || named.indexOf(id) !== at)
        .map((id) => ({ zh: `${id} 重复或不存在`, en: `${id} is named twice or unknown` })),
      ...findings
        .filter((each) => (each.finding === 'violation' || each.finding === 'suspectedCrime') && each.violationClass === undefined)
        .map((each) => ({ zh: `${each.problemId} 的违法类别`, en: `violation class of ${each.problemId}` })),
    ];
    if (missing.length === 0) return undefined;

    return { message: { zh: '调查报告应对每个问题作出一项认定', en: 'The report gives each open problem exactly one finding' }, missing };
  },
};
