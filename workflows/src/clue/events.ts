import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';

export interface Unit {
  readonly organisation: string;
  readonly function: OfficialFunction;
  readonly jurisdiction: string;
}

/** 线索移交: a hand-off is a handshake, offered → received → accepted or returned. */
export type ClueEvent = EventsOf<{
  ClueTransferred: {
    readonly clueId: string;
    readonly problemIds: readonly string[];
    readonly from: Unit;
    readonly to: Unit;
    readonly materials: readonly string[];
    /** 经核实: the fact is established, no longer suspected. */
    readonly verified: boolean;
    readonly fraud: boolean;
    readonly note: string | null;
  };
  ClueReceived: { readonly clueId: string };
  ClueAccepted: { readonly clueId: string; readonly note: string | null };
  ClueReturned: { readonly clueId: string; readonly reason: string };
  /** The head adds days to the decision on filing (办法 art. 18). */
  FilingTimeExtended: { readonly clueId: string; readonly days: number; readonly reason: string };
  /** 通报反馈: what became of the clue, told to its sender or to the permit department. */
  FeedbackGiven: { readonly clueId: string; readonly to: OfficialFunction; readonly content: string };
}>;
