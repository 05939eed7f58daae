import type { EventsOf } from '../kernel/events-of';

export const CLAIM_KINDS = { publicInterestLitigation: '民事公益诉讼', damageCompensation: '生态环境损害赔偿' } as const;
export type ClaimKind = keyof typeof CLAIM_KINDS;

export const CLAIMANTS = {
  procuratorate: '检察机关',
  ngo: '社会组织',
  authorisedOrgan: '政府授权的行政机关',
  other: '法律规定的其他机关',
} as const;
export type ClaimantKind = keyof typeof CLAIMANTS;

export interface LiableParty {
  /** Id in the party register, null for one that does not stand in it. */
  readonly partyId: string | null;
  readonly name: string;
  /** As what it is held liable, e.g. 排污单位、监测机构. */
  readonly as: string;
}

/** 连带责任、损害赔偿: in addition to the penalty and never in its place (R-120, R-121; code arts. 1067, 1073). Amounts are yuan. */
export type LiabilityClaimEvent = EventsOf<{
  LiabilityClaimEntered: {
    readonly claimId: string;
    readonly kind: ClaimKind;
    readonly claimant: { readonly kind: ClaimantKind; readonly name: string };
    readonly liable: readonly LiableParty[];
    readonly joint: boolean;
    readonly problemIds: readonly string[];
    readonly damage: string;
    readonly amount: string | null;
    readonly legalBasis: string;
  };
  CompensationConsulted: { readonly claimId: string; readonly heldOn: string; readonly record: string };
  CompensationAgreed: {
    readonly claimId: string;
    readonly agreementNo: string | null;
    readonly agreedOn: string;
    readonly amount: string;
    /** Judicial confirmation of the agreement, where there was one. */
    readonly confirmedBy: string | null;
  };
  CompensationConsultationFailed: { readonly claimId: string; readonly on: string; readonly reason: string };
  LiabilitySuitFiled: { readonly claimId: string; readonly court: string; readonly caseNo: string | null; readonly filedOn: string };
  LiabilityJudged: {
    readonly claimId: string;
    readonly court: string;
    readonly judgmentNo: string | null;
    readonly judgedOn: string;
    readonly upheld: boolean;
    readonly jointlyLiable: readonly string[];
    readonly amount: string | null;
    readonly result: string;
  };
  LiabilityClaimFulfilled: { readonly claimId: string; readonly on: string; readonly how: string };
  LiabilityClaimWithdrawn: { readonly claimId: string; readonly on: string; readonly reason: string };
  ClaimPapersCopiedToProcuratorate: {
    readonly claimId: string;
    readonly procuratorate: string;
    readonly papers: string;
    readonly copiedOn: string;
  };
}>;
