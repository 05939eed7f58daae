import Big from 'big.js';
import { dayOf } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';
import { parameterAt } from '../../regulation';
import { isGrave, type PenaltyKind } from '../events';

interface Input {
  readonly penaltyId: string;
  readonly fine?: string | undefined;
  readonly kinds?: readonly PenaltyKind[] | undefined;
}

/** 处罚法 art. 58: after a hearing, and before a grave penalty, nothing is decided without the legal review. */
export const legallyReviewed: CaseGuard<Input> = {
  rule: 'APL-58',
  check: ({ penaltyId, fine, kinds = [] }, { state, jurisdiction, occurredAt }) => {
    const { status, hearing } = itemOf(state.penalties, penaltyId);
    if (status === 'reviewed') return undefined;
    const from = parameterAt('penalty.reviewedFine', { jurisdiction, on: dayOf(occurredAt) });
    const large = fine !== undefined && from !== undefined && new Big(fine).gte(from);
    if (hearing !== 'held' && !large && !kinds.some(isGrave)) return undefined;

    return {
      weighty: true,
      message: {
        zh: '经过听证或者重大的行政处罚，未经法制审核或者审核未通过的，不得作出决定',
        en: 'After a hearing, or before a grave penalty, nothing is decided without the legal review',
      },
      missing: [{ zh: '法制审核意见', en: 'opinion of the legal review' }],
    };
  },
};
