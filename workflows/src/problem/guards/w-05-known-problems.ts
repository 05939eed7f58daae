import { unknownProblems, type CaseGuard } from '../../case/act';

/** An act on problems names problems of this very case. */
export const knownProblems: CaseGuard<{ readonly problemIds: readonly string[] }> = {
  rule: 'W-05',
  check: ({ problemIds }, { state }) => {
    const unknown = unknownProblems(state, problemIds);
    if (unknown.length === 0) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: `本案无此问题：${unknown.join('、')}`, en: `No such problem in this case: ${unknown.join(', ')}` },
    };
  },
};
