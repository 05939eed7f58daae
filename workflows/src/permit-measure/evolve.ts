import { itemsSlice } from '../case/slice';
import type { PermitMeasureEvent, PermitMeasureKind } from './events';
import { permitMeasureProcedure, type PermitMeasureStatus } from './machine';

export interface PermitMeasure {
  readonly id: string;
  readonly status: PermitMeasureStatus;
  readonly kind: PermitMeasureKind;
  readonly partyId: string;
  readonly problemIds: readonly string[];
  readonly penaltyId: string | null;
  readonly docNo: string | null;
  readonly decidedOn: string;
}

export const permitMeasureSlice = itemsSlice<PermitMeasure, PermitMeasureEvent, 'PermitMeasureDecided'>({
  idField: 'permitMeasureId',
  procedure: permitMeasureProcedure,
  opens: {
    PermitMeasureDecided: ({ kind, partyId, problemIds, penaltyId, docNo, decidedOn }) => ({
      kind,
      partyId,
      problemIds,
      penaltyId,
      docNo,
      decidedOn,
    }),
  },
  changes: { PermitMeasureExecuted: () => ({}), PermitMeasureLifted: () => ({}) },
});
