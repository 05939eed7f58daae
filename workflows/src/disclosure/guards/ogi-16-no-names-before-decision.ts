import type { CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import { about } from '../../close-out/blocker';
import type { Problem } from '../../problem/evolve';

interface Input {
  readonly problemIds: readonly string[];
  readonly title: string;
  readonly text: string;
}

const isPending = (file: CaseFile, problem: Problem): boolean => {
  if (problem.finding?.finding === 'noViolation') return true;
  const accused = ['violation', 'suspectedCrime'].includes(problem.finding?.finding ?? '');
  const decided = about(file.penalties, problem).some((penalty) => penalty.decision !== null);
  const judged = about(file.transfers, problem).some((transfer) => transfer.status === 'judged');

  return accused && !decided && !judged;
};

/** O-47: where nothing was found, or while authority or police still decide, counts only and no names. */
const objectionTo = ({ problemIds, title, text }: Input, state: CaseFile): ReturnType<CaseGuard<Input>['check']> => {
  const named = state.problems
    .filter((problem) => problemIds.includes(problem.id) && isPending(state, problem))
    .filter(({ partyName }) => partyName !== '' && `${title}${text}`.includes(partyName));

  return named.length === 0
    ? undefined
    : {
        message: {
          zh: '未发现违法或者尚未作出决定的，只公开数量，不得出现当事人名称',
          en: 'Where nothing was found or nothing is decided yet, counts are published and no names',
        },
        missing: named.map(({ id }) => ({ zh: `${id} 的处理决定`, en: `decision on ${id}` })),
      };
};

export const noNamesBeforeDecision: CaseGuard<Input> = { rule: 'OGI-16', check: (input, { state }) => objectionTo(input, state) };

/** A correction puts no name where the publication could have had none. */
export const correctedWithoutNames: CaseGuard<Omit<Input, 'problemIds'> & { readonly disclosureId: string }> = {
  rule: 'OGI-16',
  check: ({ disclosureId, ...input }, { state }) =>
    objectionTo({ ...input, problemIds: state.disclosures.published.find(({ id }) => id === disclosureId)?.problemIds ?? [] }, state),
};
