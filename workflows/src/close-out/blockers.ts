import { dayOf } from '../calendar';
import type { CaseFile } from '../case/state';
import type { Facts } from '../kernel/act';
import type { Text } from '../kernel/text';
import type { Problem } from '../problem/evolve';
import { modeOf, ruleInForce, type Regulation } from '../regulation';
import type { BlockerRule } from './blocker';
import { blockerRules } from './rules';

/** What keeps a problem from being struck off, or a case from being closed (rules.md 3.6). */
export interface Blocker {
  readonly id: string;
  readonly problemId: string;
  readonly missing: Text;
}

export type Scene = Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>;

const placeOf = ({ jurisdiction, occurredAt }: Scene) => ({ jurisdiction, on: dayOf(occurredAt) });

/** Rules behind a blocker that are in force at the place and day of the act, in the order in which it names them. */
export const rulesInForce = ({ rules }: BlockerRule, scene: Scene): readonly Regulation[] =>
  rules.flatMap((rule) => ruleInForce(rule, placeOf(scene)) ?? []);

/** A draft alone keeps nothing on the ledger: it is remarked upon. */
export const isBlocking = (rule: BlockerRule, scene: Scene): boolean =>
  rulesInForce(rule, scene).some((each) => modeOf(each, placeOf(scene)) === 'block');

const blockerOf = (rule: BlockerRule, problem: Problem): Blocker => ({
  id: rule.id,
  problemId: problem.id,
  missing: { zh: `${rule.id} ${problem.id}：${rule.text.zh}`, en: `${rule.id} ${problem.id}: ${rule.text.en}` },
});

/** What keeps this problem on the ledger; empty when it may be struck off. */
export const blockersOfProblem = (facts: Scene & { readonly state: CaseFile }, problemId: string): readonly Blocker[] =>
  facts.state.problems
    .filter((problem) => problem.id === problemId)
    .flatMap((problem) =>
      blockerRules.filter((rule) => isBlocking(rule, facts) && rule.blocks(problem, facts.state)).map((rule) => blockerOf(rule, problem)),
    );

const ON_THE_LEDGER: Text = { zh: '问题尚未销号', en: 'the problem is not struck off' };

/** B-1 and, under it, whatever else keeps each open problem on the ledger. */
export const blockersOfCase = (facts: Scene & { readonly state: CaseFile }): readonly Blocker[] =>
  facts.state.problems
    .filter((problem) => problem.status !== 'struckOff')
    .flatMap((problem) => [
      {
        id: 'B-1',
        problemId: problem.id,
        missing: { zh: `B-1 ${problem.id}：${ON_THE_LEDGER.zh}`, en: `B-1 ${problem.id}: ${ON_THE_LEDGER.en}` },
      },
      ...blockersOfProblem(facts, problem.id),
    ]);
