import type { Unit } from '../clue/events';
import type { EventsOf } from '../kernel/events-of';

/** 移送市场监管等其他部门: a handshake like every hand-off, and an answer that says what became of it. */
export type OutsideTransferEvent = EventsOf<{
  OutsideTransferSent: {
    readonly outsideId: string;
    readonly problemIds: readonly string[];
    readonly from: Unit;
    readonly to: Unit;
    readonly letterNo: string | null;
    readonly matter: string;
    readonly legalBasis: string;
    readonly materials: readonly string[];
    readonly fraud: boolean;
    readonly verified: boolean;
    readonly sentOn: string;
  };
  OutsideTransferReceived: { readonly outsideId: string; readonly on: string };
  OutsideTransferAccepted: { readonly outsideId: string; readonly on: string };
  OutsideTransferReturned: { readonly outsideId: string; readonly on: string; readonly reason: string };
  OutsideTransferAnswered: { readonly outsideId: string; readonly on: string; readonly outcome: string; readonly docNo: string | null };
}>;
