import { HANDOFF_STATUSES, type CriminalTransferEvent } from '@liuhen/workflows';
import {
  ISSUE_MEASURES,
  type HandoffRow,
  type IssueRow,
  type TieDocument,
  type TransferredCase,
  type TransferStep,
} from '@liuhen/projections';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from './args';
import { connectionOf } from './connection';
import { EvidenceType, RuleRefType, TextType, UnitType } from './common-types';
import {
  enumType,
  FindingEnum,
  OfficialFunctionEnum,
  ProblemSourceEnum,
  ProblemStatusEnum,
  TransferredCaseStatusEnum,
  ViolationClassEnum,
} from './enums';
import { itemType, many, maybe, one } from './item-types';
import { DateScalar } from './scalars';

type Sent = TransferredCase['sent'];
type Papers = Extract<CriminalTransferEvent, { type: 'CaseTransferredToPolice' }>['payload']['papers'];

/** The named fields of a document, without those that only filter and sort. */
type Shown<D, Hidden extends string = never> = {
  [K in keyof D as string extends K ? never : K extends Hidden ? never : K]: D[K];
};

const IssueMeasureEnum = enumType('IssueMeasure', ISSUE_MEASURES);
const HandoffStatusEnum = enumType('HandoffStatus', HANDOFF_STATUSES);

const Issue = itemType<Shown<IssueRow>>('Issue', '问题台账的一行 / a line of the ledger of problems', {
  caseId: one('ID', '案件编号 / case'),
  problemId: one('ID', '问题编号 / problem'),
  title: one('String', '问题 / problem'),
  source: one(ProblemSourceEnum, '来源 / where it came from'),
  partyId: one('ID', '当事人编号 / party'),
  partyName: one('String', '当事人 / name of the party'),
  jurisdiction: one('String', '行政区划代码 / GB/T 2260 code'),
  foundAt: one('DateTime', '发现时间 / when it was found'),
  status: one(ProblemStatusEnum, '状态 / state'),
  grade: maybe('String', '等级 / grade'),
  category: maybe('String', '类别 / category'),
  finding: maybe(FindingEnum, '调查结论 / finding'),
  violationClass: maybe(ViolationClassEnum, '违法行为类型 / class of the violation'),
  measures: many(IssueMeasureEnum, '处理措施 / what was done about it'),
  result: maybe('String', '处理结果 / result'),
  struckOffAt: maybe('DateTime', '销号时间 / when it was struck off'),
  ageDays: one('Int', '历时（天）/ age in days, to the striking off or to today'),
});
export const IssueConnection = connectionOf('Issue', Issue);

const Handoff = itemType<Shown<HandoffRow, 'duties' | 'fromFunction' | 'toFunction' | 'sides' | 'confidential' | 'areas'>>(
  'Handoff',
  '移交：交接双方、所处环节、自何时起、何时到期 / a hand-off: both sides, the step it stands at, since when, due by when',
  {
    handoffId: one('ID', '移交编号 / hand-off'),
    kind: one('String', '移交种类 / kind'),
    caseId: maybe('ID', '案件编号 / case'),
    item: one('ID', '事项编号 / item of the case'),
    from: one(UnitType, '移交方 / sender'),
    to: one(UnitType, '接收方 / receiver'),
    status: one(HandoffStatusEnum, '环节 / step'),
    outstanding: one('Boolean', '未办结 / still owed'),
    offeredAt: one('DateTime', '移交时间 / when it was offered'),
    since: one('DateTime', '进入本环节时间 / when the present step began'),
    dueOn: maybe('PartialDate', '本环节期限 / day by which the next step is owed'),
    late: one('Boolean', '逾期 / late'),
  },
);

const Tie = itemType<Shown<TieDocument>>(
  'Tie',
  '终身责任：何人以何身份对何数据、报告负责 / who answers for life, in which role, for what',
  {
    tieId: one('ID', '编号 / id'),
    kind: one('String', '责任主体种类 / person, party or unit'),
    who: one('ID', '责任主体编号 / id of who is tied'),
    name: one('String', '姓名、名称 / name'),
    role: one('String', '身份 / role'),
    what: one('String', '数据、报告 / datum or report'),
    trace: one('String', '追溯种类 / trace'),
    basis: many(RuleRefType, '依据 / rules it rests on'),
    stream: one('String', '事件流 / stream'),
    caseId: one('ID', '案件编号 / case'),
    documentNo: maybe('String', '报告编号 / number of the report'),
    title: one(TextType, '事件 / event'),
    occurredAt: one('DateTime', '时间 / when'),
    jurisdiction: one('String', '行政区划代码 / GB/T 2260 code'),
    position: one('Position', '位置 / position'),
  },
);
export const TieConnection = connectionOf('Tie', Tie);
export const HandoffConnection = connectionOf('Handoff', Handoff);

const TransferPapers = itemType<Papers>('TransferPapers', '移送材料：四件必备材料及其他 / the four papers and what else goes along', {
  criminalTransferLetter: one(EvidenceType, '移送书 / letter'),
  investigationReport: one(EvidenceType, '调查报告 / investigation report'),
  sceneInspectionRecord: one(EvidenceType, '现场勘查笔录 / scene record'),
  involvedItemsList: one(EvidenceType, '涉案物品清单 / list of items'),
  others: many(EvidenceType, '其他材料 / others'),
});

const TransferLetter = itemType<Omit<Sent, 'problemIds'>>('TransferLetter', '移送书 / the letter of transfer', {
  transferId: one('ID', '移送编号 / transfer'),
  letterNo: maybe('String', '移送书文号 / number of the letter'),
  policeOrganisation: one('String', '公安机关 / police'),
  policeJurisdiction: one('String', '公安机关行政区划代码 / area of the police'),
  sentAt: one('DateTime', '移送时间 / when it was sent'),
  partyNames: many('String', '当事人 / parties'),
  suspectedCrime: one('String', '涉嫌罪名 / suspected crime'),
  papers: one(TransferPapers, '移送材料 / papers'),
});

const TransferStepItem = itemType<TransferStep>('TransferStep', '移送后的一步 / a step of the track', {
  type: one('String', '事件类型 / type of the event'),
  title: one(TextType, '事项 / what happened'),
  occurredAt: one('DateTime', '时间 / when'),
  organisation: one('String', '单位 / by whom'),
  note: maybe('String', '摘要 / what was said'),
});

export const TransferredCaseType = itemType<Shown<TransferredCase, 'courtNamed'>>(
  'TransferredCase',
  '移送公安机关的案件及其交接全程 / a case handed to the police, with every step of the handshake',
  {
    caseId: one('ID', '案件编号 / case'),
    transferId: one('ID', '移送编号 / transfer'),
    status: one(TransferredCaseStatusEnum, '状态 / state'),
    jurisdiction: one('String', '行政区划代码 / GB/T 2260 code'),
    sent: one(TransferLetter, '移送书 / letter'),
    sentAt: one('DateTime', '移送时间 / when it was sent'),
    copiedAt: maybe('DateTime', '抄送时间 / when the letter was copied'),
    procuratorate: maybe('String', '抄送检察机关 / procuratorate'),
    court: maybe('String', '起诉至人民法院 / court at which prosecution was filed'),
    courtArea: maybe('String', '人民法院行政区划代码 / area of the court'),
    receiptNo: maybe('String', '回执编号 / receipt'),
    receivedAt: maybe('DateTime', '签收时间 / when it was received'),
    acceptedAt: maybe('DateTime', '受理时间 / when it was accepted'),
    noticeNo: maybe('String', '立案、不立案通知书文号 / number of the notice'),
    notifiedAt: maybe('DateTime', '通知时间 / when the notice came'),
    reasons: maybe('String', '不立案、退回理由 / why declined or returned'),
    outcome: maybe('String', '处理结果 / outcome'),
    outcomeAt: maybe('DateTime', '结果时间 / when'),
    steps: many(TransferStepItem, '办理经过 / every step'),
    position: one('Position', '位置 / position'),
  },
);
export const TransferredCaseConnection = connectionOf('TransferredCase', TransferredCaseType);

@InputType('IssueFilterInput')
class IssueFilterInput {
  @Field(() => ProblemStatusEnum, { nullable: true }) readonly status?: string | null;
  @Field(() => String, { nullable: true, description: '等级 / grade' }) readonly grade?: string | null;
  @Field(() => String, { nullable: true, description: '类别 / category' }) readonly category?: string | null;
  @Field(() => IssueMeasureEnum, { nullable: true }) readonly measure?: string | null;
  @Field(() => ID, { nullable: true, description: '当事人 / party' }) readonly party?: string | null;
  @Field(() => String, { nullable: true, description: '行政区划代码 / GB/T 2260 code' }) readonly jurisdiction?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '发现日起 / found on or after' }) readonly foundFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '发现日止 / found on or before' }) readonly foundTo?: string | null;
}

@ArgsType()
export class IssueArgs extends PageArgs {
  @Field(() => IssueFilterInput, { nullable: true }) readonly filter?: IssueFilterInput | null;
}

@InputType('HandoffFilterInput')
class HandoffFilterInput {
  @Field(() => String, { nullable: true, description: '移交种类，如 clue / kind' }) readonly kind?: string | null;
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => OfficialFunctionEnum, { nullable: true, description: '移交方 / sender' }) readonly fromFunction?: string | null;
  @Field(() => OfficialFunctionEnum, { nullable: true, description: '接收方 / receiver' }) readonly toFunction?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '此日前已到期 / due before this day' }) readonly lateOn?: string | null;
}

@ArgsType()
export class HandoffArgs extends PageArgs {
  @Field(() => HandoffFilterInput, { nullable: true }) readonly filter?: HandoffFilterInput | null;
}

@InputType('TieFilterInput')
class TieFilterInput {
  @Field(() => ID, { nullable: true, description: '人员、当事人或单位编号 / person, party or unit' }) readonly who?: string | null;
  @Field(() => String, { nullable: true, description: '身份 / role' }) readonly role?: string | null;
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => String, { nullable: true, description: '报告编号 / number of the report' }) readonly documentNo?: string | null;
  @Field(() => String, { nullable: true, description: '数据（前缀）/ beginning of the datum' }) readonly datum?: string | null;
}

@ArgsType()
export class TieArgs extends PageArgs {
  @Field(() => TieFilterInput, { nullable: true }) readonly filter?: TieFilterInput | null;
}
