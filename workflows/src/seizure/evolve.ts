import { itemsSlice } from '../case/slice';
import type { SeizureEnding, SeizureEvent, SeizureGround, SeizureKind } from './events';
import { seizureProcedure, type SeizureStatus } from './machine';

export interface Seizure {
  readonly id: string;
  readonly status: SeizureStatus;
  readonly kind: SeizureKind;
  readonly partyId: string;
  readonly problemIds: readonly string[];
  readonly ground: SeizureGround;
  readonly articles: readonly string[];
  readonly docNo: string | null;
  readonly decidedOn: string;
  readonly until: string;
  readonly extended: boolean;
  /** False for one made on the spot until the head approves it. */
  readonly approved: boolean;
  readonly ended: SeizureEnding | null;
}

const unchanged = () => ({});

export const seizureSlice = itemsSlice<Seizure, SeizureEvent, 'SeizureDecided'>({
  idField: 'seizureId',
  procedure: seizureProcedure,
  opens: {
    SeizureDecided: ({ kind, partyId, problemIds, ground, articles, docNo, decidedOn, until, urgent }) => ({
      kind,
      partyId,
      problemIds,
      ground,
      articles,
      docNo,
      decidedOn,
      until,
      extended: false,
      approved: !urgent,
      ended: null,
    }),
  },
  changes: {
    SeizureApproved: () => ({ approved: true }),
    SeizureExtended: (_item, { until }) => ({ until, extended: true }),
    SealInspected: unchanged,
    SeizureLiftApplied: unchanged,
    SeizureLiftRefused: unchanged,
    SeizureLifted: (_item, { how }) => ({ ended: how }),
    SealRemoved: unchanged,
    SeizedItemsHandedOver: unchanged,
  },
});
