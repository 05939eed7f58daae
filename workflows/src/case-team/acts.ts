import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { FUNCTIONS } from '../kernel/codes';
import { date, enumOf, id, jurisdictionCode, list, object, text } from '../kernel/input';
import { inTerm, staffed } from './guards/w-82-team';
import { TEAM_KINDS } from './events';

const BY = ['enforcementAgency', 'authorityHead'] as const;

const member = object(
  'TeamMemberInput',
  {
    person: id('人员身份号', 'person id'),
    name: text('姓名', 'name', 60),
    certificateNo: text('执法证或上岗证号', 'number of the enforcement or work certificate', 60).optional(),
    function: enumOf('OfficialFunction', FUNCTIONS, { zh: '职能', en: 'function' }),
    jurisdiction: jurisdictionCode('所在单位辖区', 'area of the office'),
  },
  { zh: '办案人员', en: 'member of the team' },
);

const reason = text('理由', 'reason', 1000);
const until = date('截止日', 'last day');
const NO_TEAM = { rule: 'W-82', message: { zh: '本案尚未组建办案组', en: 'No team was set up on this case' } } as const;

/** 组建办案组、专案组: at least two certified officers, until a day. */
export const formCaseTeam = caseAct({
  name: 'formCaseTeam',
  title: { zh: '组建办案组', en: 'Set up the team on a case' },
  by: BY,
  input: z.strictObject({
    kind: enumOf('CaseTeamKind', TEAM_KINDS, { zh: '类别', en: 'kind' }),
    leader: id('组长的人员身份号', 'person id of the member who leads'),
    members: list(member, '办案人员', 'members', { min: 2, max: 30 }),
    from: date('起始日', 'first day'),
    until,
    reason,
  }),
  basis: ['APL-42', 'W-82'],
  targets: ({ team }) => whole(team === null),
  outOfTurn: { rule: 'W-82', message: { zh: '办案组已组建，请变更或先解散', en: 'There is a team; change it, or dissolve it first' } },
  guards: [
    inTerm,
    {
      rule: 'W-82',
      check: ({ leader, members }) =>
        members.some(({ person }) => person === leader)
          ? undefined
          : { code: 'INVALID_INPUT', message: { zh: '组长应为办案组成员', en: 'The leader is one of the members' } },
    },
    ...staffed<{ readonly members: readonly z.output<typeof member>[] }>({
      coming: ({ members }) => members,
      after: ({ members }) => members,
    }),
  ],
  events: (input) => [{ type: 'CaseTeamFormed', payload: input }],
});

interface Change {
  readonly added: readonly z.output<typeof member>[];
  readonly removed: readonly string[];
}

export const changeCaseTeam = caseAct({
  name: 'changeCaseTeam',
  title: { zh: '变更办案组', en: 'Change the team on a case' },
  by: BY,
  input: z.strictObject({
    added: list(member, '增加的人员', 'members who come', { max: 30 }),
    removed: list(id('人员身份号', 'person id'), '减少的人员', 'members who leave', { max: 30 }),
    until,
    reason,
  }),
  basis: ['APL-42', 'W-82'],
  targets: ({ team }) => whole(team !== null),
  outOfTurn: NO_TEAM,
  guards: [
    inTerm,
    {
      rule: 'W-82',
      check: ({ removed }, { state }) =>
        state.team === null || !removed.includes(state.team.leader)
          ? undefined
          : {
              message: {
                zh: '组长离组须由他人接办',
                en: 'The leader does not just leave; have another officer take over (takeOverCase)',
              },
            },
    },
    ...staffed<Change>({
      coming: ({ added }) => added,
      after: ({ added, removed }, now) => [...now.filter(({ person }) => !removed.includes(person)), ...added],
    }),
  ],
  events: (input) => [{ type: 'CaseTeamChanged', payload: input }],
});

/** 接办: what one member did on the case goes on with another. */
export const takeOverCase = caseAct({
  name: 'takeOverCase',
  title: { zh: '接办', en: 'Have another officer take over from a member' },
  by: BY,
  input: z.strictObject({
    predecessor: id('原承办人身份号', 'person id of the member who hands over'),
    by: member,
    from: date('起始日', 'first day'),
    until,
    reason,
  }),
  basis: ['APL-42', 'W-82'],
  target: 'predecessor',
  targets: ({ team }) => (team?.members ?? []).map(({ person }) => person),
  outOfTurn: { rule: 'W-82', message: { zh: '原承办人不在办案组中', en: 'Who hands over is not on the team' } },
  guards: [
    inTerm,
    ...staffed<{ readonly predecessor: string; readonly by: z.output<typeof member> }>({
      coming: ({ by }) => [by],
      after: ({ predecessor, by }, now) => [...now.filter(({ person }) => person !== predecessor), by],
    }),
  ],
  events: (input) => [{ type: 'CaseTakenOver', payload: input }],
});

export const dissolveCaseTeam = caseAct({
  name: 'dissolveCaseTeam',
  title: { zh: '解散办案组', en: 'Dissolve the team on a case' },
  by: BY,
  input: z.strictObject({ reason }),
  basis: ['W-82'],
  targets: ({ team }) => whole(team !== null),
  outOfTurn: NO_TEAM,
  guards: [],
  events: (input) => [{ type: 'CaseTeamDissolved', payload: input }],
});

export const caseTeamActs = [formCaseTeam, changeCaseTeam, takeOverCase, dissolveCaseTeam] as const;
