import { itemsSlice } from '../case/slice';
import type { Unit } from '../clue/events';
import type { OutsideTransferEvent } from './events';
import { outsideTransferProcedure, type OutsideTransferStatus } from './machine';

export interface OutsideTransfer {
  readonly id: string;
  readonly status: OutsideTransferStatus;
  readonly problemIds: readonly string[];
  readonly from: Unit;
  readonly to: Unit;
  readonly letterNo: string | null;
  readonly matter: string;
  readonly sentOn: string;
  readonly outcome: string | null;
  readonly returnReason: string | null;
}

export const outsideTransferSlice = itemsSlice<OutsideTransfer, OutsideTransferEvent, 'OutsideTransferSent'>({
  idField: 'outsideId',
  procedure: outsideTransferProcedure,
  opens: {
    OutsideTransferSent: ({ problemIds, from, to, letterNo, matter, sentOn }) => ({
      problemIds,
      from,
      to,
      letterNo,
      matter,
      sentOn,
      outcome: null,
      returnReason: null,
    }),
  },
  changes: {
    OutsideTransferReceived: () => ({}),
    OutsideTransferAccepted: () => ({}),
    OutsideTransferReturned: (_item, { reason }) => ({ returnReason: reason }),
    OutsideTransferAnswered: (_item, { outcome }) => ({ outcome }),
  },
});
