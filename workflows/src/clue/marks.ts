import type { Problem } from '../problem/evolve';
import type { HandedDown } from '../problem/origin';

interface Marks {
  readonly machineMade?: true;
  readonly offSite?: true;
  readonly origin?: HandedDown;
}

const isMachineMade = ({ machine, suspicionIds }: Problem): boolean => machine !== null || suspicionIds.length > 0;

/** What a clue says of how it came about: made by a machine and off site, handed down by a superior. */
export const marksOf = (problems: readonly Problem[]): Marks => {
  const origin = problems.find((problem) => problem.origin !== null)?.origin ?? undefined;

  return {
    ...(problems.some(isMachineMade) ? { machineMade: true, offSite: true } : {}),
    ...(origin === undefined ? {} : { origin }),
  };
};
