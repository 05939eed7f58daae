import { itemOf, type CaseGuard } from '../../case/act';
import type { PenaltyWeight } from '../events';

interface Input {
  readonly penaltyId: string;
  readonly weight?: { readonly mark: PenaltyWeight; readonly circumstances: string } | undefined;
}

/** Operating staff that falsified or damaged are penalised more heavily; another weight is given with its circumstances. */
export const heavierPenalty: CaseGuard<Input> = {
  rule: 'R-119',
  check: ({ penaltyId, weight }, { state }) => {
    const { problemIds } = itemOf(state.penalties, penaltyId);
    const marked = state.problems.some(({ id, finding }) => problemIds.includes(id) && finding?.heavierPenalty === true);
    if (!marked || weight !== undefined) return undefined;

    return {
      message: {
        zh: '维护、运营人员实施或者参与弄虚作假、干扰破坏的，依法从重处罚',
        en: 'Operating staff that falsified, disturbed or damaged are penalised more heavily',
      },
      missing: [{ zh: '“从重”的裁量，或者不予从重的情节和理由', en: 'the weight "heavier", or another weight with its circumstances' }],
    };
  },
};
