import type { CaseGuard } from '../../case/act';

interface Input {
  readonly problemIds: readonly string[];
  readonly mode: 'atOnce' | 'byDate';
  readonly reasonNotAtOnce?: string | undefined;
  readonly plan?: string | undefined;
}

/** a general problem is put right at once; any other handling needs the reason. A violation has its own date. */
export const atOnceOrReason: CaseGuard<Input> = {
  rule: 'R-127',
  check: ({ problemIds, mode, reasonNotAtOnce }, { state }) =>
    mode === 'byDate' &&
    reasonNotAtOnce === undefined &&
    state.problems.some(({ id, finding }) => problemIds.includes(id) && finding?.finding === 'generalProblem')
      ? {
          message: {
            zh: '一般性问题应立整立改，不能立整立改的应说明理由',
            en: 'A general problem is put right at once; otherwise say why not',
          },
          missing: [{ zh: '不能立整立改的理由', en: 'reason why not at once' }],
        }
      : undefined,
};
