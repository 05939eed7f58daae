import type { CaseGuard } from '../../case/act';

/** A problem goes to the police once; proposed anew only where the head refused. */
export const notYetTransferred: CaseGuard<{ readonly problemIds: readonly string[] }> = {
  rule: 'W-02',
  check: ({ problemIds }, { state }) => {
    const earlier = state.transfers.find((each) => each.status !== 'refused' && each.problemIds.some((id) => problemIds.includes(id)));
    if (earlier === undefined) return undefined;

    return { message: { zh: `该问题已在 ${earlier.id} 中移送`, en: `The problem is already in ${earlier.id}` } };
  },
};
