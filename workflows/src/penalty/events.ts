import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

/** 行政处罚, one proceeding per party. Amounts are yuan, exact decimals. */
export type PenaltyEvent = EventsOf<{
  PenaltyCaseOpened: {
    readonly penaltyId: string;
    readonly partyId: string;
    readonly partyName: string;
    readonly problemIds: readonly string[];
    readonly officers: readonly NamedPerson[];
    readonly filedOn: string;
  };
  PenaltyNoticeServed: {
    readonly penaltyId: string;
    readonly docNo: string;
    readonly plannedFine: string;
    readonly facts: string;
    readonly legalBasis: string;
    readonly hearingRight: boolean;
    readonly servedOn: string;
  };
  StatementRecorded: { readonly penaltyId: string; readonly content: string; readonly receivedOn: string; readonly assessment: string };
  StatementWaived: { readonly penaltyId: string; readonly on: string };
  HearingRequested: { readonly penaltyId: string; readonly requestedOn: string };
  HearingHeld: { readonly penaltyId: string; readonly heldOn: string; readonly chair: NamedPerson; readonly summary: string };
  HearingForfeited: { readonly penaltyId: string; readonly reason: string };
  LegalReviewCompleted: { readonly penaltyId: string; readonly opinion: string };
  PenaltyDecided: {
    readonly penaltyId: string;
    readonly docNo: string;
    readonly decidedOn: string;
    readonly fine: string;
    readonly facts: string;
    readonly legalBasis: string;
    /** The reasons section; null draws a warning. */
    readonly reasons: string | null;
    readonly collectiveDiscussion: string | null;
  };
  NoPenaltyDecided: { readonly penaltyId: string; readonly docNo: string; readonly decidedOn: string; readonly reasons: string };
  PenaltyServed: { readonly penaltyId: string; readonly servedOn: string; readonly method: string };
  PenaltyPaid: { readonly penaltyId: string; readonly amount: string; readonly paidOn: string; readonly voucherNo: string };
  PenaltyExecuted: { readonly penaltyId: string; readonly total: string };
  PenaltyCaseWithdrawn: { readonly penaltyId: string; readonly reason: string };
}>;
