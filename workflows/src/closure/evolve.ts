import { itemsSlice } from '../case/slice';
import type { ClosureEvent } from './events';
import { closureProcedure, type ClosureStatus } from './machine';

export interface Closure {
  readonly id: string;
  readonly status: ClosureStatus;
  readonly partyId: string;
  readonly problemIds: readonly string[];
  readonly seriousness: string;
  readonly government: string;
  readonly approvalNo: string | null;
  readonly orderNo: string | null;
}

export const closureSlice = itemsSlice<Closure, ClosureEvent, 'ClosureApplied'>({
  idField: 'closureId',
  procedure: closureProcedure,
  opens: {
    ClosureApplied: ({ partyId, problemIds, seriousness, government }) => ({
      partyId,
      problemIds,
      seriousness,
      government,
      approvalNo: null,
      orderNo: null,
    }),
  },
  changes: {
    ClosureApproved: (_item, { docNo }) => ({ approvalNo: docNo }),
    ClosureNotApproved: () => ({}),
    ClosureOrdered: (_item, { docNo }) => ({ orderNo: docNo }),
    ClosureCarriedOut: () => ({}),
    ClosureRevoked: () => ({}),
  },
});
