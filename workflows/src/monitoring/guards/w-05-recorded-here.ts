import type { Guard } from '../../kernel/act';
import type { OutletState } from '../state';

/** Suspicions that an act names are those recorded at this very outlet. */
export const recordedHere: Guard<{ readonly suspicionIds?: readonly string[] | undefined }, OutletState> = {
  rule: 'W-05',
  check: ({ suspicionIds = [] }, { state }) => {
    const unknown = suspicionIds.filter((id) => !state.suspicions.some((each) => each.suspicionId === id));
    if (unknown.length === 0) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: `该排放口无此初步涉嫌记录：${unknown.join('、')}`, en: `Not recorded at this outlet: ${unknown.join(', ')}` },
    };
  },
};
