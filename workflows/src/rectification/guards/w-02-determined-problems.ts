import type { CaseGuard } from '../../case/act';

/** Order is judged per problem (O-48): each problem named has its finding, and it is not that there was none. */
export const determinedProblems: CaseGuard<{ readonly problemIds: readonly string[] }> = {
  rule: 'W-02',
  check: ({ problemIds }, { state }) => {
    const without = problemIds.filter(
      (id) => !state.problems.some((each) => each.id === id && each.status === 'determined' && each.finding?.finding !== 'noViolation'),
    );
    if (without.length === 0) return undefined;

    return {
      message: { zh: '未经调查认定的问题不得责令整改', en: 'A rectification is ordered on determined problems only' },
      missing: without.map((id) => ({ zh: `${id} 的调查认定`, en: `finding on ${id}` })),
    };
  },
};
