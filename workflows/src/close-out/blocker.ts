import type { CaseFile } from '../case/state';
import type { Text } from '../kernel/text';
import type { Problem } from '../problem/evolve';

/** What keeps a problem from being struck off (rules.md 3.6). Each proceeding states its own, in its `blockers.ts`. */
export interface BlockerRule {
  /** `B-1` to `B-14`. */
  readonly id: string;
  /** Asked only where one of these is in force; blocks where one of those in force is in `block` mode, else it only warns (`remarks.ts`). */
  readonly rules: readonly string[];
  readonly text: Text;
  blocks(problem: Problem, file: CaseFile): boolean;
}

/** Items of a proceeding that are about this problem. */
export const about = <T extends { readonly problemIds: readonly string[] }>(items: readonly T[], problem: Problem): readonly T[] =>
  items.filter((item) => item.problemIds.includes(problem.id));

/** Does the problem bear one of these findings? */
export const found = (problem: Problem, ...findings: readonly string[]): boolean => findings.includes(problem.finding?.finding ?? '');
