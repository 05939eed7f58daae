import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';
import type { CaseLink, HandedDown, MachineCheck } from './origin';

/** Where a problem came from (rules.md 3.1). */
export const PROBLEM_SOURCES = {
  enforcementMonitoring: '执法监测发现',
  selfMonitoringCheck: '自行监测检查',
  automaticData: '自动监测数据',
  comparisonTest: '比对监测不合格',
  jointOperation: '现场同步监测与执法',
  permitSupervision: '排污许可监管',
  remoteAssistance: '远程监督帮扶',
  labPlatform: '社会化监测机构管理平台',
  labInspection: '监测机构联合双随机检查',
  publicReport: '公众举报',
  superiorTransfer: '上级交办',
  entityReport: '排污单位自行报告',
  enforcementInspection: '执法检查',
  gridPatrol: '网格巡查',
  superiorInspection: '上级督察、检查',
  otherAuthority: '其他机关移送',
} as const;

export type ProblemSource = keyof typeof PROBLEM_SOURCES;

/** Grade and category on the issue ledger. */
export const PROBLEM_GRADES = { general: '一般', serious: '较重', major: '重大' } as const;
export type ProblemGrade = keyof typeof PROBLEM_GRADES;

export const PROBLEM_CATEGORIES = {
  permitQuality: '许可证质量',
  withoutPermit: '无证排污',
  againstPermit: '不按证排污',
  selfMonitoring: '自行监测',
  executionReport: '执行报告及台账',
  automaticMonitoring: '自动监测设备安装联网',
  disclosure: '信息公开',
  otherCategory: '其他',
} as const;
export type ProblemCategory = keyof typeof PROBLEM_CATEGORIES;

export interface ProblemGrading {
  readonly grade: ProblemGrade;
  readonly category: ProblemCategory;
}

export type ProblemEvent = EventsOf<{
  /** The first one opens the case. */
  ProblemFound: {
    readonly problemId: string;
    readonly title: string;
    readonly source: ProblemSource;
    readonly partyId: string;
    readonly partyName: string;
    readonly outletId: string | null;
    readonly jurisdiction: string;
    readonly facts: string;
    readonly foundAt: string;
    readonly suspicionIds: readonly string[];
    /** Set when an address for an answer was left; the reporter's identity never stands here. */
    readonly reporterAwaitsAnswer: boolean;
    /** the linkage rules that the case runs under, `<area>@<version>`; absent where the place has registered none. */
    readonly configuration?: string;
    /** */
    readonly origin?: HandedDown;
    /** */
    readonly machine?: MachineCheck;
    /** The finding, or the transfer by competence, in another case that this one came out of. */
    readonly openedFrom?: CaseLink;
    /** The problem of a case that was merged into this one. */
    readonly adoptedFrom?: CaseLink;
  };
  /** told to a department without a clue of its own. */
  FindingForwarded: { readonly problemIds: readonly string[]; readonly to: OfficialFunction; readonly content: string };
  RectificationUrged: { readonly problemIds: readonly string[]; readonly content: string; readonly urgedOn: string };
  ProblemGraded: ProblemGrading & { readonly problemId: string; readonly reason: string | null };
  /** 问题销号: one problem struck off the ledger. */
  ProblemStruckOff: { readonly problemId: string; readonly result: string };
}>;
