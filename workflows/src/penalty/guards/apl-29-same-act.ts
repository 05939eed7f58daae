import type { CaseGuard } from '../../case/act';

interface Input {
  readonly partyId: string;
  readonly problemIds: readonly string[];
}

/** 行政处罚法 art. 29: one act of one party is not fined twice. */
export const sameAct: CaseGuard<Input> = {
  rule: 'APL-29',
  check: ({ partyId, problemIds }, { state }) => {
    const earlier = state.penalties.find(
      (each) => each.partyId === partyId && each.status !== 'withdrawn' && each.problemIds.some((id) => problemIds.includes(id)),
    );
    if (earlier === undefined) return undefined;

    return {
      weighty: true,
      message: {
        zh: `同一当事人的同一违法行为已由 ${earlier.id} 处理，不得重复处罚`,
        en: `The same act of this party is already dealt with in ${earlier.id}`,
      },
    };
  },
};
