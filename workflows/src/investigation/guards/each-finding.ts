import type { CaseFacts, CaseGuard } from '../../case/act';
import type { Text } from '../../kernel/text';
import type { Problem } from '../../problem/evolve';
import { ELEMENTS, type Element } from '../elements';
import type { FindingInput } from '../finding';

interface Spec {
  readonly rule: string;
  readonly message: Text;
  readonly weighty?: boolean;
  /** What this one finding lacks; empty where the rule is met or does not speak. */
  readonly lacks: (finding: FindingInput, facts: CaseFacts, problem: Problem | undefined) => readonly Text[];
}

/** Classification is judged finding by finding; what is lacking is named with its problem. */
export const eachFinding = ({ rule, message, weighty, lacks }: Spec): CaseGuard<{ readonly findings: readonly FindingInput[] }> => ({
  rule,
  check: ({ findings }, facts) => {
    const missing = findings.flatMap((finding) =>
      lacks(
        finding,
        facts,
        facts.state.problems.find((each) => each.id === finding.problemId),
      ).map(({ zh, en }) => ({ zh: `${finding.problemId} ${zh}`, en: `${finding.problemId}: ${en}` })),
    );

    return missing.length === 0 ? undefined : { message, missing, ...(weighty === undefined ? {} : { weighty }) };
  },
});

const isViolation = ({ finding }: Pick<FindingInput, 'finding'>): boolean => finding === 'violation' || finding === 'suspectedCrime';

/** The finding says a violation of this class. */
export const says = (finding: FindingInput, violationClass: FindingInput['violationClass']): boolean =>
  isViolation(finding) && finding.violationClass === violationClass;

export const isViolationFinding = isViolation;

/** Elements by name, for a list of what is missing. */
export const named = (elements: readonly Element[]): Text => ({
  zh: elements.map((element) => ELEMENTS[element]).join('、'),
  en: elements.join(', '),
});
