import type { EventsOf } from '../kernel/events-of';

export const RESTRICTION_KINDS = { restriction: '限制生产', suspension: '停产整治' } as const;
export type RestrictionKind = keyof typeof RESTRICTION_KINDS;

export const RESTRICTION_END = {
  completed: '整改完成并备案',
  dissolved: '被撤销、解散、宣告破产或者关闭',
  revoked: '被撤销或者变更',
} as const;
export type RestrictionEnd = keyof typeof RESTRICTION_END;

/** 限制生产、停产整治 (order 30 of 2014): up to three months and three more, or from service until it is lifted. */
export type ProductionRestrictionEvent = EventsOf<{
  RestrictionNoticeServed: {
    readonly restrictionId: string;
    readonly kind: RestrictionKind;
    readonly partyId: string;
    readonly problemIds: readonly string[];
    readonly ground: string;
    readonly servedOn: string;
  };
  RestrictionDecided: {
    readonly restrictionId: string;
    readonly docNo: string | null;
    readonly decidedOn: string;
    /** Last day of a restriction; null for a suspension, which ends when it is lifted. */
    readonly until: string | null;
    readonly citesMalice: boolean;
    readonly collectiveDiscussion: string | null;
  };
  RestrictionServed: { readonly restrictionId: string; readonly servedOn: string };
  RestrictionExtended: { readonly restrictionId: string; readonly until: string; readonly reason: string };
  RectificationPlanFiled: { readonly restrictionId: string; readonly filedOn: string; readonly publishedAt: string };
  /** Filed with monitoring report and comparison of power, water and output; the measure is lifted on this day. */
  RestrictionLifted: { readonly restrictionId: string; readonly on: string; readonly how: RestrictionEnd; readonly evidence: string };
  AfterCheckRecorded: { readonly restrictionId: string; readonly on: string; readonly result: string };
}>;
