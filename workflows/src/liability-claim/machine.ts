import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type LiabilityClaimStatus =
  'entered' | 'consulting' | 'agreed' | 'consultationFailed' | 'sued' | 'judged' | 'fulfilled' | 'withdrawn';

const COPY = (status: LiabilityClaimStatus) => ({ ClaimPapersCopiedToProcuratorate: status });
const ENDS = { LiabilityClaimWithdrawn: 'withdrawn' } as const;

/** Code arts. 1067, 1073: consultation, agreement, failing that a suit; a public-interest suit goes to court at once. */
export const liabilityClaimMachine = setup({
  types: {
    events: {} as {
      type:
        | 'CompensationConsulted'
        | 'CompensationAgreed'
        | 'CompensationConsultationFailed'
        | 'LiabilitySuitFiled'
        | 'LiabilityJudged'
        | 'LiabilityClaimFulfilled'
        | 'LiabilityClaimWithdrawn'
        | 'ClaimPapersCopiedToProcuratorate';
    },
  },
}).createMachine({
  id: 'liabilityClaim',
  initial: 'entered',
  states: {
    entered: { on: { ...COPY('entered'), ...ENDS, CompensationConsulted: 'consulting', LiabilitySuitFiled: 'sued' } },
    consulting: {
      on: {
        ...COPY('consulting'),
        ...ENDS,
        CompensationConsulted: 'consulting',
        CompensationAgreed: 'agreed',
        CompensationConsultationFailed: 'consultationFailed',
      },
    },
    agreed: { on: { ...COPY('agreed'), LiabilityClaimFulfilled: 'fulfilled', LiabilitySuitFiled: 'sued' } },
    consultationFailed: { on: { ...COPY('consultationFailed'), ...ENDS, LiabilitySuitFiled: 'sued' } },
    sued: { on: { ...COPY('sued'), ...ENDS, LiabilityJudged: 'judged' } },
    // A later instance judges again.
    judged: { on: { LiabilityJudged: 'judged', LiabilityClaimFulfilled: 'fulfilled' } },
    fulfilled: {},
    withdrawn: {},
  },
});

export const liabilityClaimProcedure = procedureOf<LiabilityClaimStatus>(liabilityClaimMachine);
