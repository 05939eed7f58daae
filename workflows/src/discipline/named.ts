import type { Concerned } from './events';

/** Person ids of everyone whom a discipline clue names, as far as they are known. */
export const namedIn = ({
  responsibleManager,
  others,
}: {
  readonly responsibleManager: Concerned;
  readonly others: readonly Concerned[];
}): readonly string[] => [responsibleManager, ...others].flatMap(({ person }) => (person === null ? [] : [person]));
