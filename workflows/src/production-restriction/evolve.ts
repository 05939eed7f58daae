import { itemsSlice } from '../case/slice';
import type { ProductionRestrictionEvent, RestrictionEnd, RestrictionKind } from './events';
import { productionRestrictionProcedure, type ProductionRestrictionStatus } from './machine';

export interface ProductionRestriction {
  readonly id: string;
  readonly status: ProductionRestrictionStatus;
  readonly kind: RestrictionKind;
  readonly partyId: string;
  readonly problemIds: readonly string[];
  readonly docNo: string | null;
  readonly decidedOn: string | null;
  readonly servedOn: string | null;
  readonly until: string | null;
  readonly extended: boolean;
  readonly ended: RestrictionEnd | null;
}

export const productionRestrictionSlice = itemsSlice<ProductionRestriction, ProductionRestrictionEvent, 'RestrictionNoticeServed'>({
  idField: 'restrictionId',
  procedure: productionRestrictionProcedure,
  opens: {
    RestrictionNoticeServed: ({ kind, partyId, problemIds }) => ({
      kind,
      partyId,
      problemIds,
      docNo: null,
      decidedOn: null,
      servedOn: null,
      until: null,
      extended: false,
      ended: null,
    }),
  },
  changes: {
    RestrictionDecided: (_item, { docNo, decidedOn, until }) => ({ docNo, decidedOn, until }),
    RestrictionServed: (_item, { servedOn }) => ({ servedOn }),
    RestrictionExtended: (_item, { until }) => ({ until, extended: true }),
    RectificationPlanFiled: () => ({}),
    RestrictionLifted: (_item, { how }) => ({ ended: how }),
    AfterCheckRecorded: () => ({}),
  },
});
