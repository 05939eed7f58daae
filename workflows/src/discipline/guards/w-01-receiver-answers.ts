import type { Guard } from '../../kernel/act';
import type { DisciplineFile } from '../evolve';

/** A hand-off is taken by the body that it was made to. */
export const addressed: Guard<unknown, DisciplineFile> = {
  rule: 'W-01',
  check: (_input, { state, actor }) =>
    actor.function === state.receiver
      ? undefined
      : { message: { zh: '该线索不是移送给本机关的', en: 'The clue was not transferred to this body' } },
};
