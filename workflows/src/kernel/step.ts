import { LiuhenError } from './errors';
import type { Procedure } from './machine';

/** Moves one item along its procedure; a recorded event that the procedure does not foresee is an unlawful history. */
export const stepOf =
  <S extends string>(procedure: Procedure<S>) =>
  (status: S, eventType: string): S => {
    const next = procedure.next(status, eventType);
    if (next === undefined) throw new LiuhenError('UNLAWFUL_HISTORY', `${procedure.id}: ${eventType} in ${status}`);

    return next;
  };

/** Replaces the item with this id; an unknown id is an unlawful history. */
export const changeItem = <T extends { readonly id: string }>(items: readonly T[], id: string, change: (item: T) => T): readonly T[] => {
  if (!items.some((item) => item.id === id)) throw new LiuhenError('UNLAWFUL_HISTORY', `no item ${id}`);

  return items.map((item) => (item.id === id ? change(item) : item));
};

/** Items of a case are numbered within it: `clue-1`, `clue-2`. */
export const nextItemId = (kind: string, items: readonly unknown[]): string => `${kind}-${items.length + 1}`;
