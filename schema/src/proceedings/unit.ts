import { COUNTY_UNIT_MODES, DELEGATION_KINDS, JOINT_ACTIVITIES, LEADING_BODIES, MILESTONES, type RegisteredUnit } from '@liuhen/workflows';
import type { UnitDocument } from '@liuhen/projections';
import { NamedPersonType } from '../common-types';
import { connectionOf } from '../connection';
import { enumType, OfficialFunctionEnum } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

type Item<K extends keyof RegisteredUnit> = RegisteredUnit[K] extends readonly (infer T extends object)[] ? T : never;

const LinkageRulesType = itemType<Item<'linkageRules'>>('LinkageRules', '监测与执法联动制度 / linkage rules of the place', {
  version: one('String'),
  title: one('String'),
  docNo: maybe('String'),
  adoptedOn: one('PartialDate'),
});

const MilestoneType = itemType<Item<'milestones'>>('MilestoneState', '机制建设进展 / progress against a milestone', {
  milestone: one(enumType('Milestone', MILESTONES)),
  reached: one('Boolean'),
  progress: one('String'),
  reportedOn: one('PartialDate'),
});

const LeaderType = itemType<Item<'leaders'>>('ResponsibleLeader', '负领导责任的负责人 / responsible leader', {
  body: one(enumType('LeadingBody', LEADING_BODIES)),
  organisation: one('String'),
  leader: one(NamedPersonType),
  post: one('String'),
  from: one('PartialDate'),
});

const ActivityType = itemType<Item<'activities'>>('JointActivity', '联合行动、联合培训 / joint action or training', {
  activityId: one('ID'),
  kind: one(enumType('JointActivityKind', JOINT_ACTIVITIES)),
  heldOn: one('PartialDate'),
  topic: one('String'),
  units: many('String'),
});

const QualityCheckType = itemType<Item<'qualityChecks'>>('MonitoringQualityCheck', '省级监督检查 / check by the province', {
  checkId: one('ID'),
  checkedOn: one('PartialDate'),
  scope: one('String'),
  result: one('String'),
  shortcomings: many('String'),
});

const DelegationType = itemType<Item<'delegations'>>('Delegation', '委托代办、代行职责 / a function held for another, with its days', {
  id: one('ID'),
  kind: one(enumType('DelegationKind', DELEGATION_KINDS)),
  function: one(OfficialFunctionEnum),
  of: one(NamedPersonType, '被代行人 / whose function it is'),
  to: one(NamedPersonType, '代行人 / who holds it'),
  from: one('PartialDate'),
  until: one('PartialDate'),
  reason: one('String'),
  docNo: maybe('String'),
  grantedBy: one('ID', '委托人或指定人 / person who granted it'),
  revoked: one('Boolean'),
});

type Shown = Omit<RegisteredUnit, 'status'> & Pick<UnitDocument, 'unitId'>;

const RegisteredUnitType = itemType<Shown>('RegisteredUnit', '辖区生态环境主管部门 / the authority of an area', {
  unitId: one('ID'),
  jurisdiction: one('String'),
  name: one('String'),
  mode: maybe(enumType('CountyUnitMode', COUNTY_UNIT_MODES)),
  functions: many(OfficialFunctionEnum),
  linkageRules: many(LinkageRulesType),
  milestones: many(MilestoneType),
  leaders: many(LeaderType),
  activities: many(ActivityType),
  qualityChecks: many(QualityCheckType),
  delegations: many(DelegationType),
});

export const RegisteredUnitConnection = connectionOf('RegisteredUnit', RegisteredUnitType);
