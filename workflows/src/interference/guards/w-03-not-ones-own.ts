import type { Guard } from '../../kernel/act';
import type { InterferenceState } from '../evolve';

/** Who made the record does not rule on it; whom it names does nothing on it at all (W-16). */
export const notOnesOwn: Guard<unknown, InterferenceState> = {
  rule: 'W-03',
  check: (_input, { state, actor }) => {
    if (state.status === 'none') return undefined;
    if (state.recordedBy !== actor.person) return undefined;

    return {
      weighty: true,
      message: {
        zh: '记录人不得对该干预记录作出认定',
        en: 'The recorder does not rule on an interference record',
      },
    };
  },
};
