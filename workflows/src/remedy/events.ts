import type { EventsOf } from '../kernel/events-of';

/** What a remedy is taken against. */
export const REMEDY_TARGETS = {
  penalty: '行政处罚决定',
  rectification: '责令改正决定',
  dailyPenalty: '按日连续处罚决定',
  restriction: '限制生产、停产整治决定',
  permitMeasure: '许可措施决定',
  closure: '停业、关闭决定',
  seizure: '查封、扣押决定',
  disclosure: '信息公开',
} as const;
export type RemedyTargetKind = keyof typeof REMEDY_TARGETS;

export interface RemedyTarget {
  readonly kind: RemedyTargetKind;
  /** Id of the item in the case, e.g. `penalty-1`. */
  readonly id: string;
}

export const REMEDY_OUTCOMES = {
  upheld: '维持或者驳回',
  changed: '变更',
  revoked: '撤销',
  revokedDecideAgain: '撤销并责令重新作出',
  unlawful: '确认违法',
  invalid: '确认无效',
} as const;
export type RemedyOutcome = keyof typeof REMEDY_OUTCOMES;

interface Judged {
  readonly remedyId: string;
  readonly docNo: string | null;
  readonly decidedOn: string;
  readonly outcome: RemedyOutcome;
  /** Yuan, where a fine was changed. */
  readonly changedFine: string | null;
  readonly reasons: string;
}

/** 行政复议 and 行政诉讼, against any decision, order or publication; neither stays the execution by itself (处罚法 art. 73). */
export type RemedyEvent = EventsOf<{
  ReconsiderationApplied: {
    readonly remedyId: string;
    readonly target: RemedyTarget;
    readonly applicant: string;
    readonly organ: string;
    readonly appliedOn: string;
  };
  ReconsiderationAccepted: { readonly remedyId: string; readonly acceptedOn: string };
  ReconsiderationNotAccepted: { readonly remedyId: string; readonly on: string; readonly reasons: string };
  ReconsiderationDecided: Judged;
  SuitFiled: {
    readonly remedyId: string;
    readonly target: RemedyTarget;
    readonly plaintiff: string;
    readonly court: string;
    readonly filedOn: string;
    /** The reconsideration that it follows; null for a direct suit. */
    readonly after: string | null;
  };
  FirstInstanceDecided: Judged;
  AppealLodged: { readonly remedyId: string; readonly court: string; readonly appellant: string; readonly on: string };
  FinalJudgment: Judged;
  FirstInstanceTookEffect: { readonly remedyId: string; readonly on: string };
  ExecutionStayed: { readonly remedyId: string; readonly by: string; readonly on: string; readonly reasons: string };
  /** Withdrawn by the applicant, or settled by mediation. */
  RemedyEnded: { readonly remedyId: string; readonly how: 'withdrawn' | 'mediated'; readonly on: string; readonly content: string };
  /** What was published of an overturned decision has to be taken down, with the reason (处罚法 art. 48). */
  PublicationToWithdraw: { readonly remedyId: string; readonly disclosureId: string; readonly reason: string; readonly on: string };
}>;
