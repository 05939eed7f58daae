import { dayOf } from '../calendar';
import type { CaseFile } from '../case/state';
import { closureBlockers } from '../closure/blockers';
import { clueBlockers } from '../clue/blockers';
import { transferBlockers } from '../criminal-transfer/blockers';
import { conductBlockers } from '../conduct/blockers';
import { dailyPenaltyBlockers } from '../daily-penalty/blockers';
import { disclosureBlockers } from '../disclosure/blockers';
import type { Facts } from '../kernel/act';
import type { Text } from '../kernel/text';
import { penaltyBlockers } from '../penalty/blockers';
import type { Problem } from '../problem/evolve';
import { rectificationBlockers } from '../rectification/blockers';
import { ruleInForce } from '../regulation';
import type { BlockerRule } from './blocker';

/** What keeps a problem from being struck off, or a case from being closed (rules.md 3.6). */
export interface Blocker {
  readonly id: string;
  readonly problemId: string;
  readonly missing: Text;
}

type Scene = Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>;

const RULES: readonly BlockerRule[] = [
  ...clueBlockers,
  ...rectificationBlockers,
  ...penaltyBlockers,
  ...dailyPenaltyBlockers,
  ...closureBlockers,
  ...transferBlockers,
  ...disclosureBlockers,
  ...conductBlockers,
].sort((one, other) => Number(one.id.slice(2)) - Number(other.id.slice(2)));

const inForce = (rules: readonly string[], { jurisdiction, occurredAt }: Scene): boolean =>
  rules.some((rule) => ruleInForce(rule, { jurisdiction, on: dayOf(occurredAt) }) !== undefined);

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
      RULES.filter((rule) => inForce(rule.rules, facts) && rule.blocks(problem, facts.state)).map((rule) => blockerOf(rule, problem)),
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
