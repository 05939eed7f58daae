import type { Guard } from '../../kernel/act';
import type { InterferenceState } from '../evolve';

/** Who made the record, and who it is about, does not rule on it. */
export const notOnesOwn: Guard<unknown, InterferenceState> = {
  rule: 'W-03',
  check: (_input, { state, actor }) => {
    if (state.status === 'none') return undefined;
    if (state.recordedBy !== actor.person && state.officialPerson !== actor.person) return undefined;

    return {
      weighty: true,
      message: {
        zh: '记录人和被记录人不得对该干预记录作出认定',
        en: 'Neither the recorder nor the person concerned rules on an interference record',
      },
    };
  },
};
