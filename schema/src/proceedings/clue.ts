import {
  COMPETENCE_DISPUTES,
  SUPPORT_KINDS,
  type CaseLink,
  type CaseLinks,
  type Clue,
  type FurtherCase,
  type HandedDown,
  type MachineCheck,
  type TechnicalSupport,
} from '@liuhen/workflows';
import { ClueStatusEnum, enumType, OfficialFunctionEnum } from '../enums';
import { UnitType } from '../common-types';
import { itemType, many, maybe, one } from '../item-types';

export const HandedDownType = itemType<HandedDown>('HandedDown', '上级交办来源 / origin of a clue that a superior handed down', {
  level: one('String'),
  organisation: one('String'),
  docNo: maybe('String'),
  handedDownOn: one('PartialDate'),
});

export const MachineCheckType = itemType<MachineCheck>('MachineCheck', '大数据、人工智能校核 / check by big data or AI', {
  system: one('String'),
  rule: one('String'),
  ranAt: one('DateTime'),
});

export const CaseLinkType = itemType<CaseLink>('CaseLink', '另一案件的问题 / a problem of another case', {
  caseId: one('ID'),
  problemId: one('ID'),
});

const CompetenceDisputeType = itemType<NonNullable<Clue['dispute']>>('CompetenceDispute', '管辖异议 / dispute of competence', {
  kind: one(enumType('CompetenceDisputeKind', COMPETENCE_DISPUTES)),
  grounds: one('String'),
  superior: one('String'),
});

export const ClueType = itemType<Clue>('Clue', '线索：移交、签收、受理或退回 / offered, received, accepted or returned', {
  id: one('ID'),
  status: one(ClueStatusEnum),
  problemIds: many('ID'),
  from: one(UnitType),
  to: one(UnitType),
  materials: many('String'),
  verified: one('Boolean'),
  fraud: one('Boolean'),
  competence: one('Boolean', '管辖移送 / handed over because the receiver is competent'),
  designated: one('Boolean', '指定管辖 / the common superior named the receiver'),
  machineMade: one('Boolean'),
  offSite: one('Boolean'),
  origin: maybe(HandedDownType),
  after: maybe('ID', '再次移交的原线索 / the returned clue that it hands over again'),
  mergedInto: maybe('ID'),
  dispute: maybe(CompetenceDisputeType),
  returnReason: maybe('String'),
  filingExtended: maybe('Boolean', '立案期限已延长 / more time for the decision on filing'),
  feedbackTo: many(OfficialFunctionEnum),
});

const FurtherCaseType = itemType<FurtherCase>('FurtherCase', '另案 / a case that came out of this one', {
  caseId: one('ID'),
  problemId: one('ID'),
  partyId: one('ID'),
  partyName: one('String'),
});

export const CaseLinksType = itemType<CaseLinks>('CaseLinks', '并案、另案、移送管辖 / merged, split, transferred', {
  adopted: many('ID'),
  mergedInto: maybe('ID'),
  opened: many(FurtherCaseType),
  handedOverTo: maybe(UnitType),
});

export const TechnicalSupportType = itemType<TechnicalSupport>('TechnicalSupport', '技术支持 / technical support', {
  id: one('ID'),
  kind: one(enumType('SupportKind', SUPPORT_KINDS)),
  givenBy: one('String'),
  givenOn: one('PartialDate'),
  content: one('String'),
  jointOperation: maybe('String'),
  suspicionIds: many('ID'),
});
