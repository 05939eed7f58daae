import { PERMIT_NEEDS, PRIORITY_CRITERIA, type PartySupervision } from '@liuhen/workflows';
import { enumType, OfficialFunctionEnum } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

type Item<K extends keyof PartySupervision> = PartySupervision[K] extends readonly (infer T extends object)[] ? T : never;

const PermitNeedEnum = enumType('PermitNeed', PERMIT_NEEDS);

const FindingType = itemType<Item<'findings'>>('SupervisionFinding', '监测部门的核查、抽查发现 / what the monitoring unit found', {
  id: one('ID'),
  kind: one(enumType('SupervisionFindingKind', { planVerification: '方案合规性核查', spotCheck: '自行监测抽查' })),
  on: one('PartialDate'),
  problems: many('String'),
  permitNeed: one(PermitNeedEnum),
  sentTo: many(OfficialFunctionEnum),
});

const DemandType = itemType<Item<'demands'>>('PermitDemand', '督促申请排污许可证 / demand to apply for the permit', {
  id: one('ID'),
  findingId: maybe('ID'),
  need: one(PermitNeedEnum),
  ground: one('String'),
  dueOn: maybe('PartialDate'),
  applicationNo: maybe('String', '申请未到为空 / null while the application is not in'),
});

const LabSuspicionType = itemType<Item<'suspicions'>>('LabSuspicion', '平台显示的疑似问题 / suspicion shown by the provincial platform', {
  id: one('ID'),
  platform: one('String'),
  reference: one('String'),
  checkedBy: maybe('ID'),
});

const CheckType = itemType<Item<'checks'>>('MonitoringCheck', '对监测活动的检查 / check of monitoring work', {
  id: one('ID'),
  checkedOn: one('PartialDate'),
  jointWith: many('String', '空为单独开展 / empty for a check made alone'),
  fraudVerified: one('Boolean'),
});

const PriorityType = itemType<NonNullable<PartySupervision['priority']>>('MonitoringPriority', '执法监测重点 / monitoring priority', {
  highPriority: one('Boolean'),
  criteria: many(enumType('PriorityCriterion', PRIORITY_CRITERIA)),
  reasons: one('String'),
});

const AffiliationType = itemType<Item<'affiliations'>>('Affiliation', '关联关系 / affiliation', {
  otherId: one('ID'),
  nature: one('String'),
});

export const PartySupervisionType = itemType<PartySupervision>(
  'PartySupervision',
  '案外监督 / what the authority did about the party outside of any case',
  {
    findings: many(FindingType),
    demands: many(DemandType),
    suspicions: many(LabSuspicionType),
    checks: many(CheckType),
    priority: maybe(PriorityType),
    affiliations: many(AffiliationType),
  },
);
