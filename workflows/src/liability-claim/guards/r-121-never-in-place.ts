import type { CaseGuard } from '../../case/act';
import { about, found } from '../../close-out/blocker';

interface Input {
  readonly problemIds: readonly string[];
}

/** Joint liability comes in addition to the penalty: where there is none under way, a claim would stand in its place. */
export const besideThePenalty: CaseGuard<Input> = {
  rule: 'R-121',
  check: ({ problemIds }, { state }) => {
    const alone = state.problems.filter(
      (problem) =>
        problemIds.includes(problem.id) &&
        found(problem, 'violation', 'suspectedCrime') &&
        about(state.penalties, problem).length === 0 &&
        about(state.transfers, problem).length === 0,
    );
    if (alone.length === 0) return undefined;

    return {
      message: {
        zh: '连带责任在依法处罚之外主张，不得以其代替处罚',
        en: 'Joint liability is claimed in addition to the penalty and never in its place',
      },
      missing: alone.map(({ id }) => ({ zh: `${id} 的处罚立案或者移送`, en: `penalty case or transfer for ${id}` })),
    };
  },
};
