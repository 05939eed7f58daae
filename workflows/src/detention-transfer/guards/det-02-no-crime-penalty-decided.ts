import type { CaseGuard } from '../../case/act';

interface Input {
  readonly problemIds: readonly string[];
  readonly penaltyId: string;
}

/** Art. 2: only what is not yet a crime. */
export const noCrimeYet: CaseGuard<Input> = {
  rule: 'DET-02',
  check: ({ problemIds }, { state }) => {
    const others = problemIds.filter((id) => state.problems.find((problem) => problem.id === id)?.finding?.finding !== 'violation');
    if (others.length === 0) return undefined;

    return {
      weighty: true,
      message: {
        zh: '移送行政拘留限于尚不构成犯罪的违法行为，涉嫌犯罪的应作涉嫌犯罪移送',
        en: 'A transfer for detention is for a violation that is no crime; a suspected crime takes the criminal transfer',
      },
      missing: others.map((id) => ({ zh: `${id} 的违法认定`, en: `finding of a violation on ${id}` })),
    };
  },
};

/** Art. 2: after the authority's own decision. R-139 asks for both, the penalty and the transfer. */
const penaltyFirstUnder = (rule: 'R-139' | 'DET-02'): CaseGuard<Input> => ({
  rule,
  check: ({ penaltyId }, { state }) => {
    const penalty = state.penalties.find((each) => each.id === penaltyId);
    if (penalty?.decision != null) return undefined;

    return {
      message: { zh: '作出行政处罚决定后方可移送行政拘留', en: "The transfer follows the authority's own penalty decision" },
      missing: [{ zh: `${penaltyId} 的处罚决定`, en: `penalty decision of ${penaltyId}` }],
    };
  },
});

export const penaltyFirst = [penaltyFirstUnder('R-139'), penaltyFirstUnder('DET-02')] as const;
