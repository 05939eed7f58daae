import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';
import type { PartyKind } from '../party/events';

export const PENALTY_KINDS = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  confiscation: '没收违法所得、非法财物',
  permitSuspended: '暂扣许可证件',
  permitLowered: '降低资质等级',
  permitRevoked: '吊销许可证件',
  productionRestricted: '限制开展生产经营活动',
  suspension: '责令停产停业',
  closure: '责令关闭',
  practiceBan: '限制从业',
} as const;
export type PenaltyKind = keyof typeof PENALTY_KINDS;

const GRAVE: readonly PenaltyKind[] = ['permitRevoked', 'permitLowered', 'productionRestricted', 'suspension', 'closure', 'practiceBan'];

/** Kinds that carry the right to a hearing whatever the amount (处罚法 art. 63). */
export const isGrave = (kind: PenaltyKind): boolean => GRAVE.includes(kind);

export const PENALTY_WEIGHTS = { heavier: '从重', ordinary: '一般', lighter: '从轻', mitigated: '减轻' } as const;
export type PenaltyWeight = keyof typeof PENALTY_WEIGHTS;

/** 处罚法 arts. 33, 57: why there is no penalty. */
export const NO_PENALTY_GROUNDS = {
  slightCorrected: '轻微并及时改正，没有造成危害后果',
  firstTime: '初次违法且危害后果轻微并及时改正',
  noFault: '有证据足以证明没有主观过错',
  notProved: '违法事实不能成立',
  timeBarred: '超过追诉时效',
  other: '其他法定事由',
} as const;
export type NoPenaltyGround = keyof typeof NO_PENALTY_GROUNDS;

export const SUSPENSION_GROUNDS = {
  judgmentAwaited: '须以相关裁判或者行政决定为依据',
  questionOfLaw: '法律适用问题送请有权机关解释',
  forceMajeure: '不可抗力',
  partyUntraceable: '当事人下落不明',
  other: '其他应当中止的情形',
} as const;
export type SuspensionGround = keyof typeof SUSPENSION_GROUNDS;

export const TERMINATION_GROUNDS = {
  personDead: '自然人死亡',
  bodyDissolved: '法人终止且无权利义务承受人',
  other: '其他应当终止的情形',
} as const;
export type TerminationGround = keyof typeof TERMINATION_GROUNDS;

export const COURT_ENFORCEMENT_OUTCOMES = { executed: '执行完毕', partly: '部分执行', refused: '裁定不予执行', ended: '终结执行' } as const;
export type CourtEnforcementOutcome = keyof typeof COURT_ENFORCEMENT_OUTCOMES;

/** Which law a penalty rests on, and why that one. */
export interface GroundOfLaw {
  readonly violatedOn: string;
  readonly decidedOn: string;
  readonly law: string;
  readonly why: string;
}

/** 行政处罚, one proceeding per party. Amounts are yuan, exact decimals. */
export type PenaltyEvent = EventsOf<{
  PenaltyCaseOpened: {
    readonly penaltyId: string;
    readonly partyId: string;
    readonly partyName: string;
    readonly problemIds: readonly string[];
    readonly officers: readonly NamedPerson[];
    readonly filedOn: string;
    /** Day of the act, of a continuous one its end; null where it is not known, absent in older events. */
    readonly violatedOn?: string | null;
    /** Did pollution or other harm follow? Decides on the time bar (code art. 1054); absent where not said. */
    readonly harm?: boolean | null;
    /** Absent in older events. */
    readonly partyKind?: PartyKind;
  };
  PenaltyNoticeServed: {
    readonly penaltyId: string;
    readonly docNo: string | null;
    /** Null where it was never made known. */
    readonly plannedFine: string | null;
    readonly facts: string;
    readonly legalBasis: string;
    readonly hearingRight: boolean;
    readonly servedOn: string;
    readonly kinds?: readonly PenaltyKind[];
  };
  StatementRecorded: { readonly penaltyId: string; readonly content: string; readonly receivedOn: string; readonly assessment: string };
  StatementWaived: { readonly penaltyId: string; readonly on: string };
  HearingRequested: { readonly penaltyId: string; readonly requestedOn: string };
  /** Time and place told seven working days before (处罚法 art. 64). */
  HearingScheduled: { readonly penaltyId: string; readonly heldOn: string; readonly place: string; readonly toldOn: string };
  HearingHeld: { readonly penaltyId: string; readonly heldOn: string; readonly chair: NamedPerson; readonly summary: string };
  HearingForfeited: { readonly penaltyId: string; readonly reason: string };
  LegalReviewCompleted: { readonly penaltyId: string; readonly opinion: string };
  PenaltyDecided: {
    readonly penaltyId: string;
    readonly docNo: string | null;
    readonly decidedOn: string;
    /** Null where the penalty is no fine, or its amount was never made known. */
    readonly fine: string | null;
    readonly facts: string;
    readonly legalBasis: string;
    /** The reasons section; null draws a warning. */
    readonly reasons: string | null;
    readonly collectiveDiscussion: string | null;
    /** Kinds of penalty beside or in place of the fine; absent in events before kinds were kept. */
    readonly kinds?: readonly PenaltyKind[];
    readonly confiscated?: string | null;
    /** 从重、从轻, with the circumstances (code art. 1056). */
    readonly weight?: { readonly mark: PenaltyWeight; readonly circumstances: string } | null;
    /** Law chosen from the day of the act and the day of the decision (code art. 1057, 处罚法 art. 37). */
    readonly groundOfLaw?: GroundOfLaw | null;
    /** A lab or operator that is penalised for fraud; absent for everyone else. */
    readonly serviceBody?: { readonly partyId: string; readonly name: string; readonly kind: 'thirdPartyLab' | 'omProvider' };
    /** True where data fraud is penalised; absent where not, and in events before it was marked. */
    readonly fraud?: true;
  };
  NoPenaltyDecided: {
    readonly penaltyId: string;
    readonly docNo: string | null;
    readonly decidedOn: string;
    readonly reasons: string;
    /** Absent in events before grounds were kept. */
    readonly ground?: NoPenaltyGround;
  };
  PenaltyServed: { readonly penaltyId: string; readonly servedOn: string; readonly method: string };
  PenaltyPaid: { readonly penaltyId: string; readonly amount: string; readonly paidOn: string; readonly voucherNo: string | null };
  PenaltyExecuted: { readonly penaltyId: string; readonly total: string };
  /** The 90 days stand still, e.g. while the police have the matter; another act says why. */
  PenaltyClockSuspended: { readonly penaltyId: string; readonly reason: string; readonly on: string };
  PenaltyClockResumed: { readonly penaltyId: string; readonly on: string };
  /** 中止调查 (办法 art. 35). */
  PenaltyInvestigationSuspended: {
    readonly penaltyId: string;
    readonly ground: SuspensionGround;
    readonly reason: string;
    readonly on: string;
  };
  PenaltyInvestigationResumed: { readonly penaltyId: string; readonly on: string };
  /** 终止调查 (办法 art. 36). */
  PenaltyCaseTerminated: { readonly penaltyId: string; readonly ground: TerminationGround; readonly reason: string; readonly on: string };
  PenaltyTimeExtended: { readonly penaltyId: string; readonly by: 'head' | 'collective'; readonly days: number; readonly reason: string };
  /** 上级直接处罚: the superior decides in the place of the lower authority (code art. 1072, 办法 arts. 15, 86). */
  PenaltyTakenOver: { readonly penaltyId: string; readonly by: string; readonly jurisdiction: string; readonly ground: string };
  OfficerRecused: { readonly penaltyId: string; readonly person: string; readonly reason: string; readonly onApplication: boolean };
  PenaltyPaymentDeferred: {
    readonly penaltyId: string;
    readonly until: string;
    readonly instalments: readonly { readonly dueOn: string; readonly amount: string }[];
    readonly reason: string;
  };
  SurchargeAssessed: { readonly penaltyId: string; readonly days: number; readonly amount: string; readonly explanation: string };
  PaymentReminderServed: { readonly penaltyId: string; readonly servedOn: string };
  CourtEnforcementApplied: {
    readonly penaltyId: string;
    readonly court: string;
    readonly appliedOn: string;
    /** Why it was asked after the three months; absent where it was in time. */
    readonly lateReason?: string;
  };
  CourtEnforcementEnded: {
    readonly penaltyId: string;
    readonly outcome: CourtEnforcementOutcome;
    readonly amount: string;
    readonly on: string;
  };
  PenaltyChanged: {
    readonly penaltyId: string;
    readonly fine: string | null;
    readonly by: string;
    readonly on: string;
    readonly reasons: string;
  };
  PenaltyRevoked: {
    readonly penaltyId: string;
    readonly by: string;
    readonly on: string;
    readonly reasons: string;
    readonly decideAgain: boolean;
  };
  PenaltyCaseWithdrawn: { readonly penaltyId: string; readonly reason: string };
}>;
