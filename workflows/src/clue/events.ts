import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';
import type { HandedDown } from '../problem/origin';

export interface Unit {
  readonly organisation: string;
  readonly function: OfficialFunction;
  readonly jurisdiction: string;
}

/** Why a receiver says that it is not its matter (办法 arts. 14, 16). */
export const COMPETENCE_DISPUTES = { wrongOrgan: '认为不属本机关管辖', bothCompetent: '数机关均有管辖权，协商不成' } as const;
export type CompetenceDisputeKind = keyof typeof COMPETENCE_DISPUTES;

/** 线索移交: a hand-off is a handshake, offered → received → accepted, returned, merged or disputed. */
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
    /** The returned clue that is handed over again. */
    readonly after?: string;
    /** 管辖移送: the matter goes to another authority because that one is competent (办法 art. 16). */
    readonly competence?: true;
    /** came from big-data or AI checking, off site. */
    readonly machineMade?: true;
    readonly offSite?: true;
    /** the superior that handed it down. */
    readonly origin?: HandedDown;
  };
  ClueReceived: { readonly clueId: string };
  ClueAccepted: { readonly clueId: string; readonly note: string | null };
  /** The head adds days to the decision on filing (办法 art. 18). */
  FilingTimeExtended: { readonly clueId: string; readonly days: number; readonly reason: string };
  /** `to` is the sender that it goes back to. */
  ClueReturned: { readonly clueId: string; readonly reason: string; readonly to?: Unit };
  /** What the sender did about a return: handed over again as another clue, or let rest with the reason. */
  ClueReturnSettled: { readonly clueId: string; readonly retransferredAs: string | null; readonly reason: string };
  /** 并案: the problems of the clue go on under the other one. */
  ClueMerged: { readonly clueId: string; readonly into: string; readonly reason: string };
  /** Taken back by its sender before anybody accepted it. */
  ClueWithdrawn: { readonly clueId: string; readonly reason: string };
  CompetenceDisputed: {
    readonly clueId: string;
    readonly kind: CompetenceDisputeKind;
    readonly grounds: string;
    /** How the authorities tried to agree first (办法 art. 14); null for a wrong organ. */
    readonly negotiation: string | null;
    readonly superior: string;
    /** Area of the common superior, where the designation is owed. */
    readonly jurisdiction: string;
  };
  CompetenceDesignated: { readonly clueId: string; readonly to: Unit; readonly docNo: string | null; readonly reasons: string };
  /** 通报反馈: what became of the clue, told to its sender or to the permit department. */
  FeedbackGiven: { readonly clueId: string; readonly to: OfficialFunction; readonly content: string };
}>;
