import { field, owed, type ObligationRule, type Payload } from '../obligation/rule';

const bodyOf = (payload: Payload): string | null => {
  const body = payload['serviceBody'];

  return typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'thirdPartyLab' ? field('penaltyId')(payload) : null;
};

/** the evaluation follows the penalty; the text names no day. */
export const labCreditObligations: readonly ObligationRule[] = [
  {
    id: 'labCreditEvaluation',
    rule: 'R-126',
    duty: { zh: '对受处罚的监测机构进行信用评价', en: 'evaluate the credit of the penalised lab' },
    opens: { PenaltyDecided: bodyOf },
    discharges: { LabCreditEvaluated: field('penaltyId'), PenaltyRevoked: field('penaltyId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
];
