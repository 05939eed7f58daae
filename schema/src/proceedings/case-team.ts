import { TEAM_KINDS, type Assignment, type CaseTeam } from '@liuhen/workflows';
import { enumType, OfficialFunctionEnum } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const AssignmentType = itemType<Assignment>('CaseTeamMember', '办案人员及其期间 / an officer on the case, and for which days', {
  person: one('ID'),
  name: one('String'),
  certificateNo: maybe('String'),
  function: one(OfficialFunctionEnum),
  jurisdiction: one('String'),
  from: one('PartialDate'),
  until: one('PartialDate'),
  predecessor: maybe('ID', '接办前的承办人 / whose work they took over'),
});

export const CaseTeamType = itemType<CaseTeam>('CaseTeam', '办案组、专案组 / the team on a case', {
  kind: one(enumType('CaseTeamKind', TEAM_KINDS)),
  leader: one('ID', '组长 / person id of the leader'),
  members: many(AssignmentType),
  from: one('PartialDate'),
  until: one('PartialDate'),
});
