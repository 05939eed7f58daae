import type { CaseGuard } from '../case/act';
import type { CaseEvent } from '../case/state';
import type { Clue } from './evolve';

interface Input {
  readonly intoCaseId?: string | undefined;
}

/** Asked only where the clue is taken up in a case that runs already. */
export const ifTakenUpElsewhere = (guard: CaseGuard<{ readonly into: string }>): CaseGuard<Input> => ({
  rule: guard.rule,
  check: ({ intoCaseId }, facts) => (intoCaseId === undefined ? undefined : guard.check({ into: intoCaseId }, facts)),
});

/** The sender hears where its clue went, and the case of the clue ends in the other one. */
export const takenUpIn = (into: string, { id, from }: Clue, problemIds: readonly string[]): readonly CaseEvent[] => [
  { type: 'FeedbackGiven', payload: { clueId: id, to: from.function, content: `线索已受理，并入案件${into}办理` } },
  { type: 'CaseMerged', payload: { into, reason: `${id}已在案件${into}办理`, problemIds } },
];
