import { itemsSlice } from '../case/slice';
import type { ClaimantKind, ClaimKind, LiabilityClaimEvent, LiableParty } from './events';
import { liabilityClaimProcedure, type LiabilityClaimStatus } from './machine';

export interface LiabilityClaim {
  readonly id: string;
  readonly status: LiabilityClaimStatus;
  readonly kind: ClaimKind;
  readonly claimant: { readonly kind: ClaimantKind; readonly name: string };
  readonly liable: readonly LiableParty[];
  readonly joint: boolean;
  readonly problemIds: readonly string[];
  /** As claimed, then as agreed or judged; yuan. */
  readonly amount: string | null;
  readonly court: string | null;
  readonly result: string | null;
  readonly jointlyLiable: readonly string[];
  readonly copiedToProcuratorate: boolean;
}

const unchanged = () => ({});

export const liabilityClaimSlice = itemsSlice<LiabilityClaim, LiabilityClaimEvent, 'LiabilityClaimEntered'>({
  idField: 'claimId',
  procedure: liabilityClaimProcedure,
  opens: {
    LiabilityClaimEntered: ({ kind, claimant, liable, joint, problemIds, amount }) => ({
      kind,
      claimant,
      liable,
      joint,
      problemIds,
      amount,
      court: null,
      result: null,
      jointlyLiable: [],
      copiedToProcuratorate: false,
    }),
  },
  changes: {
    CompensationConsulted: unchanged,
    CompensationAgreed: (_item, { amount }) => ({ amount }),
    CompensationConsultationFailed: unchanged,
    LiabilitySuitFiled: (_item, { court }) => ({ court }),
    LiabilityJudged: (_item, { court, result, jointlyLiable, amount }) => ({ court, result, jointlyLiable, amount }),
    LiabilityClaimFulfilled: unchanged,
    LiabilityClaimWithdrawn: unchanged,
    ClaimPapersCopiedToProcuratorate: () => ({ copiedToProcuratorate: true }),
  },
});
