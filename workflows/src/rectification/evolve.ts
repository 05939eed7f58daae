import { caseSlice } from '../case/slice';
import { changeItem, stepOf } from '../kernel/step';
import type { RectificationEvent } from './events';
import { rectificationProcedure, type RectificationStatus } from './machine';

export interface Rectification {
  readonly id: string;
  readonly status: RectificationStatus;
  readonly problemIds: readonly string[];
  readonly partyId: string;
  readonly mode: 'atOnce' | 'byDate';
  readonly dueOn: string;
  /** Who reported the rectification; never the one who confirms it (O-28). */
  readonly reportedBy: string | null;
  readonly rejections: number;
}

const step = stepOf(rectificationProcedure);

const changed = (
  order: Rectification,
  event: Exclude<RectificationEvent, { type: 'RectificationOrdered' }>,
  person: string,
): Rectification => {
  const moved = { ...order, status: step(order.status, event.type) };
  switch (event.type) {
    case 'RectificationReported':
      return { ...moved, reportedBy: person };
    case 'RectificationConfirmed':
    case 'RectificationRevoked':
      return moved;
    case 'RectificationRejected':
      return { ...moved, reportedBy: null, rejections: moved.rejections + 1 };
  }
};

const evolveRectifications = (orders: readonly Rectification[], event: RectificationEvent, person: string): readonly Rectification[] => {
  if (event.type !== 'RectificationOrdered') {
    return changeItem(orders, event.payload.rectificationId, (order) => changed(order, event, person));
  }
  const { rectificationId, problemIds, partyId, mode, dueOn } = event.payload;

  return [
    ...orders,
    { id: rectificationId, status: rectificationProcedure.initial, problemIds, partyId, mode, dueOn, reportedBy: null, rejections: 0 },
  ];
};

export const rectificationSlice = caseSlice<readonly Rectification[], RectificationEvent>({
  initial: [],
  events: {
    RectificationOrdered: true,
    RectificationReported: true,
    RectificationConfirmed: true,
    RectificationRejected: true,
    RectificationRevoked: true,
  },
  evolve: (orders, fact) => evolveRectifications(orders, fact, fact.actor.person),
});
