import type { Guard } from '../../kernel/act';
import type { InterferenceFile } from '../evolve';

/** the item that is handed over is the one that was stored. */
export const sameItem: Guard<{ readonly itemId: string; readonly digest: string }, InterferenceFile> = {
  rule: 'R-149',
  check: ({ itemId, digest }, { state }) =>
    state.items.some((item) => item.id === itemId && item.digest !== digest)
      ? {
          weighty: true,
          message: { zh: '交接时的摘要与存入时不一致', en: 'The digest at the hand-over is not the one under which the item was stored' },
        }
      : undefined,
};
