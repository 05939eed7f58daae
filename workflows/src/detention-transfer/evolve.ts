import { itemsSlice } from '../case/slice';
import type { DetentionGround, DetentionTransferEvent } from './events';
import { detentionTransferProcedure, type DetentionTransferStatus } from './machine';

export interface DetentionTransfer {
  readonly id: string;
  readonly status: DetentionTransferStatus;
  readonly problemIds: readonly string[];
  readonly penaltyId: string;
  readonly ground: DetentionGround;
  readonly policeOrganisation: string | null;
  readonly policeJurisdiction: string | null;
  readonly letterNo: string | null;
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  readonly decidedOn: string | null;
  readonly notMetReasons: string | null;
}

const unchanged = () => ({});

export const detentionTransferSlice = itemsSlice<DetentionTransfer, DetentionTransferEvent, 'DetentionTransferProposed'>({
  idField: 'detentionId',
  procedure: detentionTransferProcedure,
  opens: {
    DetentionTransferProposed: ({ problemIds, penaltyId, ground }) => ({
      problemIds,
      penaltyId,
      ground,
      policeOrganisation: null,
      policeJurisdiction: null,
      letterNo: null,
      sentOn: null,
      receivedOn: null,
      decidedOn: null,
      notMetReasons: null,
    }),
  },
  changes: {
    DetentionTransferApproved: unchanged,
    DetentionTransferRefused: unchanged,
    DetentionTransferSent: (_item, { policeOrganisation, policeJurisdiction, letterNo, sentOn }) => ({
      policeOrganisation,
      policeJurisdiction,
      letterNo,
      sentOn,
    }),
    DetentionTransferReceived: (_item, { on }) => ({ receivedOn: on }),
    DetentionSupplementRequested: unchanged,
    DetentionSupplementSupplied: unchanged,
    DetentionDecided: (_item, { decidedOn }) => ({ decidedOn }),
    DetentionNotMet: (_item, { reasons }) => ({ notMetReasons: reasons }),
    DetentionBecameCriminal: unchanged,
  },
});
