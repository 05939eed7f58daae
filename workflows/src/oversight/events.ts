import type { EventsOf } from '../kernel/events-of';

export const OVERSIGHT_KINDS = {
  procuratorialProposal: '检察建议',
  supervisedHandling: '挂牌督办',
  transferOrdered: '责令移送',
  publicInterestSuit: '行政公益诉讼',
  other: '其他监督',
} as const;
export type OversightKind = keyof typeof OVERSIGHT_KINDS;

export const OVERSIGHT_OUTCOMES = {
  complied: '已依法履职',
  partly: '部分整改',
  withdrawn: '撤回或者终结',
  judgedAgainst: '判决支持监督',
  judgedFor: '判决驳回',
} as const;
export type OversightOutcome = keyof typeof OVERSIGHT_OUTCOMES;

/** 监督: the authority itself is the one that is complained of, by the procuratorate or a superior (code arts. 1076, 1084; R-145). */
export type OversightEvent = EventsOf<{
  OversightOpened: {
    readonly oversightId: string;
    readonly kind: OversightKind;
    readonly by: string;
    readonly against: string;
    readonly problemIds: readonly string[];
    readonly docNo: string | null;
    readonly demand: string;
    readonly openedOn: string;
    /** Day by which it is to be answered, null for the general limit. */
    readonly answerBy: string | null;
  };
  OversightAnswered: {
    readonly oversightId: string;
    readonly answeredOn: string;
    readonly measures: string;
    readonly docNo: string | null;
  };
  OversightSuitFiled: { readonly oversightId: string; readonly court: string; readonly filedOn: string };
  OversightEnded: { readonly oversightId: string; readonly on: string; readonly outcome: OversightOutcome; readonly detail: string };
}>;
