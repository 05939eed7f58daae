import type { CaseGuard } from '../../case/act';

/** 行政处罚法 art. 54: filed where a violation is found, on every problem named. */
export const violationFound: CaseGuard<{ readonly problemIds: readonly string[] }> = {
  rule: 'APL-54',
  check: ({ problemIds }, { state }) => {
    const without = problemIds.filter((id) => {
      const finding = state.problems.find((problem) => problem.id === id)?.finding?.finding;

      return finding !== 'violation' && finding !== 'suspectedCrime';
    });
    if (without.length === 0) return undefined;

    return {
      message: { zh: '未认定违法的问题不得立案处罚', en: 'No penalty case without a finding of a violation' },
      missing: without.map((id) => ({ zh: `${id} 的违法认定`, en: `finding of a violation on ${id}` })),
    };
  },
};
