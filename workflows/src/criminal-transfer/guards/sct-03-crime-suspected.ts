import type { CaseGuard } from '../../case/act';

/** 移送规定 art. 3: what is transferred is what the investigation found to be a suspected crime. */
export const crimeSuspected: CaseGuard<{ readonly problemIds: readonly string[] }> = {
  rule: 'SCT-03',
  check: ({ problemIds }, { state }) => {
    const others = problemIds.filter((id) => state.problems.find((problem) => problem.id === id)?.finding?.finding !== 'suspectedCrime');
    if (others.length === 0) return undefined;

    return {
      message: { zh: '未认定涉嫌犯罪的问题不得移送', en: 'Only a problem found to be a suspected crime is transferred' },
      missing: others.map((id) => ({ zh: `${id} 的涉嫌犯罪认定`, en: `finding of a suspected crime on ${id}` })),
    };
  },
};
