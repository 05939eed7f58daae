import Big from 'big.js';
import type { CaseGuard } from '../../case/act';
import { dayOf } from '../../calendar';
import { parameterAt } from '../../regulation';
import { isGrave, type PenaltyKind } from '../events';

interface Input {
  readonly fine?: string | undefined;
  readonly kinds?: readonly PenaltyKind[] | undefined;
  readonly collectiveDiscussion?: string | undefined;
}

/** 处罚法 art. 57: a grave penalty is discussed by the heads together before it is decided. */
export const collectivelyDiscussed: CaseGuard<Input> = {
  rule: 'APL-57',
  check: ({ fine, kinds = [], collectiveDiscussion }, { jurisdiction, occurredAt }) => {
    if (collectiveDiscussion !== undefined) return undefined;
    const from = parameterAt('penalty.collectiveFine', { jurisdiction, on: dayOf(occurredAt) });
    const large = fine !== undefined && from !== undefined && new Big(fine).gte(from);
    if (!large && !kinds.some(isGrave)) return undefined;

    return {
      weighty: true,
      message: { zh: '重大行政处罚应经负责人集体讨论决定', en: 'A grave penalty is discussed collectively before it is decided' },
      missing: [{ zh: '集体讨论记录', en: 'record of the collective discussion' }],
    };
  },
};
