import type { CaseGuard } from '../../case/act';
import type { DisclosureSubject } from '../events';

interface Input {
  readonly subject: DisclosureSubject;
  readonly problemIds: readonly string[];
  readonly penaltyId?: string | undefined;
}

/** Handling comes before disclosure: R-001 (Jilin), R-002 (Jining); a penalty is published once it is decided (APL-48). */
const handledUnder = (rule: 'R-001' | 'R-002' | 'W-02'): CaseGuard<Input> => ({
  rule,
  check: ({ subject, problemIds, penaltyId }, { state }) => {
    const open = problemIds.filter((id) => state.problems.find((problem) => problem.id === id)?.status === 'found');
    if (open.length > 0) {
      return {
        message: { zh: '问题尚未认定处理，不得公开结果', en: 'A result is published only after the problem was determined' },
        missing: open.map((id) => ({ zh: `${id} 的调查认定`, en: `finding on ${id}` })),
      };
    }
    if (subject !== 'penalty' || state.penalties.some((each) => each.id === penaltyId && each.decision !== null)) return undefined;

    return {
      message: { zh: '处罚决定作出后方可公开', en: 'A penalty is published once it is decided' },
      missing: [{ zh: '处罚决定', en: 'penalty decision' }],
    };
  },
});

export const handledBeforePublished = [handledUnder('R-001'), handledUnder('R-002'), handledUnder('W-02')] as const;
