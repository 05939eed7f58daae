import {
  BREACH_CLASSES,
  DISCIPLINE_TRIGGERS,
  OUTCOME_ADDRESSEES,
  REPORT_CHANNELS,
  REPORT_MATTERS,
  REPORT_SOURCES,
  type CreditStatus,
  type DisciplineStatus,
  type PublicReportStatus,
} from '@liuhen/workflows';
import type {
  CreditRecord,
  CustodyStep,
  FraudDisclosure,
  FraudReport,
  PublicReport,
  PunishmentMeasure,
  SanctionOutcome,
  ShouldHaveRecorded,
  TypicalCase,
} from '@liuhen/projections';
import { connectionOf } from './connection';
import { enumType } from './enums';
import { itemType, many, maybe, one } from './item-types';

/** Fields of a document, without the open index that a stored document has. */
type Row<T> = { readonly [K in keyof T as string extends K ? never : K]: T[K] };

const DISCIPLINE: Readonly<Record<DisciplineStatus, string>> = {
  transferred: '已移送',
  received: '已签收',
  accepted: '已受理',
  returned: '已退回',
  decided: '已处理',
  outcomeReported: '结果已报告',
};
const REPORT: Readonly<Record<PublicReportStatus, string>> = {
  received: '已收到',
  accepted: '已受理',
  notAccepted: '不予受理',
  handling: '办理中',
  handled: '已办理',
  closed: '已办结',
};
const CREDIT: Readonly<Record<CreditStatus, string>> = {
  recorded: '已记录',
  applied: '已申请修复',
  accepted: '已受理修复',
  repaired: '已修复',
  expired: '公示期满',
  revoked: '已撤销',
};

export const SanctionOutcomeType = itemType<Row<SanctionOutcome>>(
  'SanctionOutcome',
  '违规线索及处分结果 / discipline clue and its outcome',
  {
    disciplineId: one('ID'),
    status: one(enumType('DisciplineStatus', DISCIPLINE)),
    caseId: maybe('ID'),
    jurisdiction: one('String'),
    trigger: one(enumType('DisciplineTrigger', DISCIPLINE_TRIGGERS)),
    responsibleManager: one('String', '直接负责的主管人员 / manager directly responsible'),
    others: many('String'),
    named: many('ID', '所涉人员身份号 / persons named'),
    receiver: one('String'),
    transferredAt: one('DateTime'),
    answeredAt: maybe('DateTime'),
    interviewLevel: maybe(enumType('InterviewLevel', { state: '国家', province: '省' })),
    recommendation: maybe('String'),
    decision: maybe('String'),
    decidedOn: maybe('PartialDate'),
    reportedTo: many(enumType('OutcomeAddressee', OUTCOME_ADDRESSEES)),
    position: one('Int'),
  },
);
export const SanctionOutcomeConnection = connectionOf('SanctionOutcome', SanctionOutcomeType);

export const FraudReportType = itemType<Row<FraudReport>>(
  'FraudReport',
  '查实弄虚作假的上报 / verified fraud, told to the superior or to be told',
  {
    caseId: one('ID'),
    problemId: one('ID'),
    jurisdiction: one('String'),
    partyId: one('ID'),
    partyName: one('String'),
    facts: one('String'),
    verified: one('Boolean'),
    reasons: maybe('String'),
    reported: one('Boolean'),
    superior: maybe('String'),
    reportNo: maybe('String'),
    handling: maybe('String'),
    reportedAt: maybe('DateTime'),
    foundAt: one('DateTime'),
  },
);
export const FraudReportConnection = connectionOf('FraudReport', FraudReportType);

export const FraudDisclosureType = itemType<Row<FraudDisclosure>>(
  'FraudDisclosure',
  '已处罚的弄虚作假信息 / penalised fraud, made public and pushed',
  {
    caseId: one('ID'),
    penaltyId: one('ID'),
    jurisdiction: one('String'),
    partyId: one('ID'),
    partyName: one('String'),
    fraud: one('Boolean'),
    docNo: maybe('String'),
    decidedOn: maybe('PartialDate'),
    facts: maybe('String'),
    fine: maybe('Decimal'),
    disclosureId: maybe('ID'),
    publishedAt: maybe('DateTime'),
    channel: maybe('String'),
    withdrawnAt: maybe('DateTime'),
    creditPlatformAt: maybe('DateTime'),
    enterpriseSystemAt: maybe('DateTime'),
    revoked: one('Boolean'),
  },
);
export const FraudDisclosureConnection = connectionOf('FraudDisclosure', FraudDisclosureType);

export const TypicalCaseType = itemType<Row<TypicalCase>>('TypicalCase', '典型案例 / typical case, reported upward or exposed', {
  id: one('ID'),
  caseId: one('ID'),
  jurisdiction: one('String'),
  kind: one(enumType('TypicalCaseKind', { reported: '报送', exposed: '曝光' })),
  title: one('String'),
  to: one('String', '报送对象或者公开渠道 / superior or channel'),
  docNo: maybe('String'),
  url: maybe('String'),
  at: one('DateTime'),
  withdrawn: one('Boolean'),
});
export const TypicalCaseConnection = connectionOf('TypicalCase', TypicalCaseType);

export const PublicReportType = itemType<Row<PublicReport>>('PublicReport', '公众举报 / public report; nothing in it tells who reported', {
  reportId: one('ID'),
  status: one(enumType('PublicReportStatus', REPORT)),
  jurisdiction: one('String'),
  channel: one(enumType('ReportChannel', REPORT_CHANNELS)),
  source: one(enumType('ReportSource', REPORT_SOURCES)),
  matter: one(enumType('ReportMatter', REPORT_MATTERS)),
  content: one('String'),
  partyId: maybe('ID'),
  anonymous: one('Boolean'),
  answerable: one('Boolean'),
  receivedAt: one('DateTime'),
  acceptedAt: maybe('DateTime'),
  caseId: maybe('ID'),
  result: maybe('String'),
  verified: maybe('Boolean'),
  handledOn: maybe('PartialDate'),
  answeredAt: maybe('DateTime'),
  rewardClaimed: one('Boolean'),
  rewardGranted: maybe('Boolean'),
  rewardAmount: maybe('Decimal'),
  rewardPaidOn: maybe('PartialDate'),
});
export const PublicReportConnection = connectionOf('PublicReport', PublicReportType);

const PunishmentMeasureType = itemType<PunishmentMeasure>('PunishmentMeasure', '联合惩戒措施 / measure of another department', {
  measureId: one('ID'),
  department: one('String'),
  measure: one('String'),
  from: one('PartialDate'),
  to: maybe('PartialDate'),
  endedOn: maybe('PartialDate'),
});

export const CreditRecordType = itemType<Row<CreditRecord>>(
  'CreditRecord',
  '失信信息、联合惩戒与信用修复 / breach, joint punishment and repair',
  {
    creditId: one('ID'),
    status: one(enumType('CreditStatus', CREDIT)),
    jurisdiction: one('String'),
    partyId: one('ID'),
    partyName: one('String'),
    caseId: one('ID'),
    penaltyId: one('ID'),
    docNo: maybe('String'),
    documentDate: one('PartialDate'),
    breachClass: one(enumType('BreachClass', BREACH_CLASSES)),
    published: one('Boolean'),
    measures: many(PunishmentMeasureType),
    repairedOn: maybe('PartialDate'),
  },
);
export const CreditRecordConnection = connectionOf('CreditRecord', CreditRecordType);

export const CustodyStepType = itemType<CustodyStep>(
  'InterferenceCustodyStep',
  '留痕介质保管交接 / a step of custody of the stored medium',
  {
    itemId: one('ID'),
    description: maybe('String'),
    digest: one('String'),
    keeper: one('String'),
    keeperPerson: one('ID'),
    at: one('DateTime'),
    reason: maybe('String'),
  },
);

export const ShouldHaveRecordedType = itemType<ShouldHaveRecorded>(
  'ShouldHaveRecorded',
  '应记录而未见记录的人员 / who was there and, as far as this record tells, has not recorded it',
  {
    person: one('ID'),
    name: one('String'),
    found: maybe('String', '认定情形 / how it was not recorded'),
    seriousConsequence: maybe('String'),
    sanctioned: one('Boolean'),
    nonRecordingId: maybe('ID'),
  },
);
