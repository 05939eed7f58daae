import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

export const SEIZURE_KINDS = { sealing: '查封', distraint: '扣押' } as const;
export type SeizureKind = keyof typeof SEIZURE_KINDS;

/** Order 29 art. 4, code art. 52. */
export const SEIZURE_GROUNDS = {
  evasion: '以篡改、伪造监测数据等逃避监管方式排污',
  hazardousDumping: '违法排放、倾倒有毒有害物质',
  incident: '造成或者可能造成严重污染事件',
  protectedArea: '在饮用水水源等保护区违法排污',
  evidenceAtRisk: '证据可能灭失或者被隐匿',
  other: '法律、法规规定的其他情形',
} as const;
export type SeizureGround = keyof typeof SEIZURE_GROUNDS;

export const SEIZURE_ENDINGS = {
  handled: '已处罚或者处理完毕',
  periodOver: '期限届满',
  notNeeded: '不再需要采取',
  onApplication: '经申请解除',
  revoked: '被撤销',
} as const;
export type SeizureEnding = keyof typeof SEIZURE_ENDINGS;

/** 查封、扣押 of facilities and equipment (order 29 of 2014): thirty days and thirty more, lifted at once when no longer needed. */
export type SeizureEvent = EventsOf<{
  SeizureDecided: {
    readonly seizureId: string;
    readonly kind: SeizureKind;
    readonly partyId: string;
    readonly problemIds: readonly string[];
    readonly ground: SeizureGround;
    readonly articles: readonly string[];
    readonly officers: readonly NamedPerson[];
    readonly docNo: string | null;
    readonly decidedOn: string;
    readonly until: string;
    /** On the spot, approved afterwards within 24 hours. */
    readonly urgent: boolean;
  };
  SeizureApproved: { readonly seizureId: string };
  SeizureExtended: { readonly seizureId: string; readonly until: string; readonly reason: string; readonly toldOn: string };
  SealInspected: { readonly seizureId: string; readonly on: string; readonly intact: boolean; readonly detail: string };
  SeizureLiftApplied: { readonly seizureId: string; readonly appliedOn: string; readonly grounds: string };
  SeizureLiftRefused: { readonly seizureId: string; readonly on: string; readonly reasons: string };
  SeizureLifted: { readonly seizureId: string; readonly on: string; readonly how: SeizureEnding; readonly reasons: string };
  SealRemoved: { readonly seizureId: string; readonly servedOn: string };
  /** The police have filed the case: equipment, papers and lists go to them (order 29 art. 22). */
  SeizedItemsHandedOver: { readonly seizureId: string; readonly transferId: string; readonly list: string; readonly on: string };
}>;
