import { addYears, dayOf } from '../../calendar';
import type { Guard } from '../../kernel/act';
import type { PartyState } from '../../party/state';
import type { RawRecordState } from '../events';

interface Input {
  readonly from: string;
  readonly to: string;
  readonly state: RawRecordState;
  readonly finding?: string | undefined;
}

/** Years for which raw records are kept (条例 art. 26, O-25). */
const KEPT_YEARS = 5;

/** Records of a key entity that are missing or broken are a finding, and the finding is written down. */
export const lackIsAFinding: Guard<Input, PartyState> = {
  rule: 'R-025',
  check: ({ state, finding }, { state: party }) => {
    if (state === 'complete' || finding !== undefined || party.status === 'unknown' || !party.keyEntity) return undefined;

    return {
      message: {
        zh: '重点排污单位监测原始记录和报告缺失、残缺的，应作为问题记录',
        en: 'Raw records of a key entity that are missing or broken are a finding',
      },
      missing: [{ zh: '问题认定', en: 'the finding' }],
    };
  },
};

/** What is older than the time for which it had to be kept is not missed. */
export const stillToBeKept: Guard<Input, PartyState> = {
  rule: 'MON-26',
  check: ({ to, state }, { occurredAt }) => {
    const keptSince = addYears(dayOf(occurredAt), -KEPT_YEARS);
    if (state === 'complete' || to >= keptSince) return undefined;

    return {
      message: {
        zh: '原始监测记录保存期限不少于五年，已逾保存期限的不得认定缺失',
        en: 'Raw records are kept for five years; what is older is not missed',
      },
      missing: [{ zh: `${keptSince}以后的期间`, en: `a span after ${keptSince}` }],
    };
  },
};
