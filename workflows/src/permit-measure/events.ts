import type { EventsOf } from '../kernel/events-of';

export const PERMIT_MEASURES = {
  permitRevoked: '吊销排污许可证',
  permitSuspended: '暂扣（暂停）排污许可证',
  gradeLowered: '降低绩效分级',
} as const;
export type PermitMeasureKind = keyof typeof PERMIT_MEASURES;

/** 吊销、暂扣排污许可证 and the lowering of a performance grade; revocation is not 撤销 and not 注销. */
export type PermitMeasureEvent = EventsOf<{
  PermitMeasureDecided: {
    readonly permitMeasureId: string;
    readonly kind: PermitMeasureKind;
    readonly partyId: string;
    readonly problemIds: readonly string[];
    /** The penalty decision it is part of; a revocation has one. */
    readonly penaltyId: string | null;
    readonly docNo: string | null;
    readonly decidedOn: string;
    readonly reasons: string;
    readonly citesMalice: boolean;
  };
  /** The permit department has carried it out. */
  PermitMeasureExecuted: { readonly permitMeasureId: string; readonly on: string; readonly register: string };
  PermitMeasureLifted: { readonly permitMeasureId: string; readonly on: string; readonly reasons: string };
}>;
