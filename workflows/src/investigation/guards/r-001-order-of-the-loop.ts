import { dayOf } from '../../calendar';
import type { CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import type { Problem } from '../../problem/evolve';
import { parameterAt } from '../../regulation';

interface Input {
  readonly findings: readonly { readonly problemId: string }[];
}

const loopOrigins = (jurisdiction: string, at: string): readonly string[] =>
  parameterAt('loop.origins', { jurisdiction, on: dayOf(at) }) ?? [];

/**
 * The enforcement agency has the problem in hand: by a clue that it accepted, or because it found the problem itself.
 * A find that the loop of the place starts from needs its clue whoever found it.
 */
export const inHand = ({ id, source, status, ownFinding, recordedAt }: Problem, { clues, jurisdiction }: CaseFile): boolean =>
  clues.some(({ status, to, problemIds }) => status === 'accepted' && to.function === 'enforcementAgency' && problemIds.includes(id)) ||
  (ownFinding && status !== 'struckOff' && !loopOrigins(jurisdiction, recordedAt).includes(source));

/**
 * The loop of R-001 (Jilin, from enforcement monitoring) and R-002 (Jining, from self-monitoring): `loop.origins`.
 * Order is judged per problem (O-48): one that was added later needs its own clue before it is determined.
 */
const orderUnder = (rule: 'R-001' | 'R-002'): CaseGuard<Input> => ({
  rule,
  check: ({ findings }, { state, jurisdiction, occurredAt }) => {
    const origins = loopOrigins(jurisdiction, occurredAt);
    const handedOver = (id: string): boolean => state.clues.some((clue) => clue.status === 'accepted' && clue.problemIds.includes(id));
    const missing = state.problems
      .filter(({ id, source }) => origins.includes(source) && findings.some((each) => each.problemId === id) && !handedOver(id))
      .map(({ id }) => ({ zh: `${id} 的线索移交和受理`, en: `clue of ${id}, handed over and accepted` }));
    if (missing.length === 0) return undefined;

    return {
      message: {
        zh: '应依次经过发现问题、线索移交、执法调查、依法处理、信息公开',
        en: 'Problem found, clue transfer, investigation, handling, disclosure: in this order for each problem',
      },
      missing,
    };
  },
});

export const orderOfTheLoop = [orderUnder('R-001'), orderUnder('R-002')] as const;
