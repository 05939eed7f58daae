import { INVOLVEMENTS, NUMBER_ROLES, PATTERNS, type PatternKind } from '@liuhen/projections';
import { registerEnumType } from 'type-graphql';
import {
  DISCLOSURE_SUBJECTS,
  ERROR_CODES,
  FINDINGS,
  FUNCTIONS,
  MONITORING_TASK_KINDS,
  INTERFERENCE_FORMS,
  INTERFERENCE_KINDS,
  PROBLEM_SOURCES,
  STAGES,
  SUSPICION_RESPONSES,
  VIOLATION_CLASSES,
  type Clue,
  type CriminalTransfer,
  type Disclosure,
  type InterferenceStatus,
  type Investigation,
  type Obligation,
  type Penalty,
  type Problem,
  type Rectification,
} from '@liuhen/workflows';
import type { ObligationStanding, TransferredCase } from '@liuhen/projections';

const made = new Map<string, Record<string, string>>();

/** The enum of this name, made on first use from its values and their meaning. */
export const enumType = (name: string, values: Readonly<Record<string, string>>): Record<string, string> => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const members = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  registerEnumType(members, {
    name,
    valuesConfig: Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }])),
  });
  made.set(name, members);

  return members;
};

export const OfficialFunctionEnum = enumType('OfficialFunction', FUNCTIONS);
export const StageEnum = enumType('Stage', STAGES);
export const ProblemSourceEnum = enumType('ProblemSource', PROBLEM_SOURCES);
export const MonitoringTaskKindEnum = enumType('MonitoringTaskKind', MONITORING_TASK_KINDS);
export const SuspicionResponseEnum = enumType('SuspicionResponse', SUSPICION_RESPONSES);
export const FindingEnum = enumType('Finding', FINDINGS);
export const ViolationClassEnum = enumType('ViolationClass', VIOLATION_CLASSES);
export const DisclosureSubjectEnum = enumType('DisclosureSubject', DISCLOSURE_SUBJECTS);
export const InterferenceFormEnum = enumType('InterferenceForm', INTERFERENCE_FORMS);
export const InterferenceKindEnum = enumType('InterferenceKind', INTERFERENCE_KINDS);
export const ErrorCodeEnum = enumType(
  'ErrorCode',
  Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { zh, en }]) => [code, `${zh} / ${en}`])),
);

const PROBLEM: Readonly<Record<Problem['status'], string>> = { found: '已发现', determined: '已认定', struckOff: '已销号' };
const CLUE: Readonly<Record<Clue['status'], string>> = {
  offered: '已移交',
  received: '已签收',
  accepted: '已受理',
  returned: '已退回',
  returnSettled: '退回已了结',
  merged: '已合并',
  disputed: '报请指定管辖',
  withdrawn: '已撤回',
};
const INVESTIGATION: Readonly<Record<Investigation['status'], string>> = { notOpened: '未开展', opened: '调查中', reported: '已报告' };
const RECTIFICATION: Readonly<Record<Rectification['status'], string>> = {
  ordered: '责令整改',
  reported: '已报告',
  confirmed: '已确认',
  revoked: '已撤销',
};
const PENALTY: Readonly<Record<Penalty['status'], string>> = {
  filed: '已立案',
  noticed: '已告知',
  hearingPending: '听证中',
  reviewed: '已审核',
  decided: '已决定',
  served: '已送达',
  executed: '执行完毕',
  noPenalty: '不予处罚',
  withdrawn: '已撤案',
  terminated: '已终止',
  revoked: '已撤销',
};
const TRANSFER: Readonly<Record<CriminalTransfer['status'], string>> = {
  proposed: '已提请',
  approved: '已批准',
  refused: '不批准',
  sent: '已移送',
  received: '已签收',
  supplementing: '补充材料',
  accepted: '已受理',
  filed: '已立案',
  declined: '不予立案',
  passedOn: '转送其他公安机关',
  returned: '退回',
  reconsidering: '复议中',
  refusalUpheld: '维持不予立案',
  supervised: '立案监督',
  policeWithdrawn: '撤销案件',
  forProsecution: '审查起诉',
  notProsecuted: '不起诉',
  prosecuted: '提起公诉',
  judged: '已判决',
};
const TRANSFERRED: Readonly<Record<TransferredCase['status'], string>> = {
  sent: '已移送',
  received: '已签收',
  supplementing: '补充材料',
  accepted: '已受理',
  filed: '已立案',
  declined: '不予立案',
  passedOn: '转送其他公安机关',
  returned: '退回',
  reconsidering: '复议中',
  refusalUpheld: '维持不予立案',
  supervised: '立案监督',
  policeWithdrawn: '撤销案件',
  forProsecution: '审查起诉',
  notProsecuted: '不起诉',
  prosecuted: '提起公诉',
  judged: '已判决',
};
const DISCLOSURE: Readonly<Record<Disclosure['status'], string>> = { published: '已公开', withdrawn: '已撤回' };
const OBLIGATION: Readonly<Record<Obligation['status'], string>> = { open: '未履行', suspended: '中止计算', discharged: '已履行' };
const STANDING: Readonly<Record<ObligationStanding, string>> = {
  open: '计时中',
  overdue: '已过期限',
  suspended: '中止计算',
  breached: '已记录逾期',
};
const INTERFERENCE: Readonly<Record<InterferenceStatus, string>> = {
  recorded: '已记录',
  verified: '已查实',
  unfounded: '不实',
  accountedFor: '已问责',
};

const patternTitles = Object.fromEntries(Object.entries(PATTERNS).map(([kind, { zh }]) => [kind, zh])) as Readonly<
  Record<PatternKind, string>
>;

export const ProblemStatusEnum = enumType('ProblemStatus', PROBLEM);
export const ClueStatusEnum = enumType('ClueStatus', CLUE);
export const InvestigationStatusEnum = enumType('InvestigationStatus', INVESTIGATION);
export const RectificationStatusEnum = enumType('RectificationStatus', RECTIFICATION);
export const PenaltyStatusEnum = enumType('PenaltyStatus', PENALTY);
export const CriminalTransferStatusEnum = enumType('CriminalTransferStatus', TRANSFER);
export const TransferredCaseStatusEnum = enumType('TransferredCaseStatus', TRANSFERRED);
export const DisclosureStatusEnum = enumType('DisclosureStatus', DISCLOSURE);
export const ObligationStatusEnum = enumType('ObligationStatus', OBLIGATION);
export const ObligationStandingEnum = enumType('ObligationStanding', STANDING);
export const InterferenceStatusEnum = enumType('InterferenceStatus', INTERFERENCE);
export const PatternKindEnum = enumType('PatternKind', patternTitles);
export const InvolvementEnum = enumType('Involvement', INVOLVEMENTS);
export const NumberRoleEnum = enumType('NumberRole', NUMBER_ROLES);
