import { field, owed, type ObligationRule } from '../obligation/rule';

/** Code art. 1073: failing the consultation there is a suit; failing that the procuratorate may sue. No number of days. */
export const liabilityClaimObligations: readonly ObligationRule[] = [
  {
    id: 'suitAfterConsultation',
    rule: 'CODE-1073',
    duty: { zh: '磋商未达成一致的，依法起诉', en: 'sue where the consultation failed' },
    opens: { CompensationConsultationFailed: field('claimId') },
    discharges: { LiabilitySuitFiled: field('claimId'), LiabilityClaimWithdrawn: field('claimId') },
    owedBy: owed('localPartyGovernment'),
    limit: () => null,
  },
];
