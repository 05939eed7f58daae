import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

export const TEAM_KINDS = { caseTeam: '办案组', specialTeam: '专案组' } as const;
export type TeamKind = keyof typeof TEAM_KINDS;

/** An officer on the case, in the function and area in which they work on it. */
export interface TeamMember extends NamedPerson {
  readonly function: OfficialFunction;
  readonly jurisdiction: string;
}

/** Who works a case, and until when; both days count (W-82). */
export type CaseTeamEvent = EventsOf<{
  CaseTeamFormed: {
    readonly kind: TeamKind;
    /** Person id of the member who leads. */
    readonly leader: string;
    readonly members: readonly TeamMember[];
    /** Days in China, `YYYY-MM-DD`. */
    readonly from: string;
    readonly until: string;
    readonly reason: string;
  };
  CaseTeamChanged: {
    readonly added: readonly TeamMember[];
    /** Person ids. */
    readonly removed: readonly string[];
    readonly until: string;
    readonly reason: string;
  };
  /** 接办: one member's work passes to another officer, for the rest of the term or a part of it. */
  CaseTakenOver: {
    readonly predecessor: string;
    readonly by: TeamMember;
    readonly from: string;
    readonly until: string;
    readonly reason: string;
  };
  CaseTeamDissolved: { readonly reason: string };
}>;
