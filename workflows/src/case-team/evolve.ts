import { caseSlice } from '../case/slice';
import type { CaseTeamEvent, TeamKind, TeamMember } from './events';

/** A member with the days on which they are one. */
export interface Assignment extends TeamMember {
  readonly from: string;
  readonly until: string;
  /** Person whose work they took over. */
  readonly predecessor: string | null;
}

export interface CaseTeam {
  readonly kind: TeamKind;
  readonly leader: string;
  readonly members: readonly Assignment[];
  readonly from: string;
  readonly until: string;
}

type Change = Exclude<CaseTeamEvent, { type: 'CaseTeamFormed' | 'CaseTeamDissolved' }>;

const assigned = (member: TeamMember, term: Pick<Assignment, 'from' | 'until'>, predecessor: string | null = null): Assignment => ({
  ...member,
  from: term.from,
  until: term.until,
  predecessor,
});

const changed = (team: CaseTeam, event: Change): CaseTeam => {
  if (event.type === 'CaseTakenOver') {
    const { predecessor, by, from, until } = event.payload;
    const others = team.members.filter(({ person }) => person !== predecessor);

    return {
      ...team,
      leader: team.leader === predecessor ? by.person : team.leader,
      members: [...others, assigned(by, { from, until }, predecessor)],
    };
  }
  const { added, removed, until } = event.payload;
  const stay = team.members.filter(({ person }) => !removed.includes(person)).map((member) => ({ ...member, until }));
  const members = [...stay, ...added.map((member) => assigned(member, { from: team.from, until }))];

  return { ...team, until, members };
};

export const caseTeamSlice = caseSlice<CaseTeam | null, CaseTeamEvent>({
  initial: null,
  events: { CaseTeamFormed: true, CaseTeamChanged: true, CaseTakenOver: true, CaseTeamDissolved: true },
  evolve: (team, event) => {
    switch (event.type) {
      case 'CaseTeamFormed': {
        const { kind, leader, members, from, until } = event.payload;

        return { kind, leader, from, until, members: members.map((member) => assigned(member, { from, until })) };
      }
      case 'CaseTeamDissolved':
        return null;
      case 'CaseTeamChanged':
      case 'CaseTakenOver':
        return team === null ? null : changed(team, event);
    }
  },
});
