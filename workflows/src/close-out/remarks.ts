import type { CaseGuard } from '../case/act';
import type { BlockerRule } from './blocker';
import { isBlocking, rulesInForce } from './blockers';
import { blockerRules } from './rules';

interface Input {
  readonly problemId: string;
}

/** Of several rules in force the first one speaks, once. */
const remark = (blocker: BlockerRule, rule: string): CaseGuard<Input> => ({
  rule,
  check: ({ problemId }, facts) => {
    if (isBlocking(blocker, facts) || rulesInForce(blocker, facts)[0]?.id !== rule) return undefined;
    const problem = facts.state.problems.find((each) => each.id === problemId);

    return problem !== undefined && blocker.blocks(problem, facts.state)
      ? { message: { zh: `${blocker.id} ${problemId}：${blocker.text.zh}`, en: `${blocker.id} ${problemId}: ${blocker.text.en}` } }
      : undefined;
  },
});

/** Blockers that rest on drafts only: the guards engine lets the act pass and keeps the warning. */
export const remarks: readonly CaseGuard<Input>[] = blockerRules.flatMap((blocker) => blocker.rules.map((rule) => remark(blocker, rule)));
