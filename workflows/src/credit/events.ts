import type { EventsOf } from '../kernel/events-of';

/** Classes of a breach (信用修复管理办法). */
export const BREACH_CLASSES = { light: '轻微失信', general: '一般失信', serious: '严重失信' } as const;
export type BreachClass = keyof typeof BREACH_CLASSES;

/** 失信信息 of one penalised party: joint punishment against it, and its repair. */
export type CreditEvent = EventsOf<{
  CreditBreachRecorded: {
    readonly partyId: string;
    readonly partyName: string;
    readonly jurisdiction: string;
    readonly caseId: string;
    readonly penaltyId: string;
    readonly docNo: string | null;
    /** Every period counts from this day. */
    readonly documentDate: string;
    readonly breachClass: BreachClass;
    readonly reasons: string;
    readonly published: boolean;
  };
  /** what another department does against the dishonest party. */
  JointPunishmentRecorded: {
    readonly measureId: string;
    readonly department: string;
    readonly measure: string;
    readonly legalBasis: string;
    readonly from: string;
    readonly to: string | null;
  };
  JointPunishmentEnded: { readonly measureId: string; readonly endedOn: string; readonly reason: string };
  CreditRepairApplied: {
    readonly appliedOn: string;
    readonly dutyFulfilled: boolean;
    readonly commitment: boolean;
    readonly materials: readonly string[];
  };
  CreditRepairAccepted: { readonly acceptedOn: string };
  CreditRepairRefused: { readonly on: string; readonly reasons: string };
  /** 信用修复: the publication ends before its maximum. */
  CreditRepaired: { readonly decidedOn: string; readonly docNo: string | null };
  /** At the maximum the publication ends by itself. */
  CreditPublicationExpired: { readonly on: string };
  /** The penalty behind it was changed or revoked. */
  CreditBreachRevoked: { readonly on: string; readonly reason: string };
}>;
