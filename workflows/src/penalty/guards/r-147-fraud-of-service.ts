import type { CaseFile } from '../../case/state';
import { legalBasisNamed } from '../../outside-transfer/guards/r-147-legal-basis';

interface Input {
  readonly penaltyId: string;
  readonly legalBasis: string;
}

/** A penalty of a lab or operator for a tampering. */
const isFraudOfService = ({ penaltyId }: Input, { penalties, problems }: CaseFile): boolean => {
  const penalty = penalties.find(({ id }) => id === penaltyId);
  if (penalty?.partyKind !== 'thirdPartyLab' && penalty?.partyKind !== 'omProvider') return false;

  return problems.some(({ id, finding }) => penalty.problemIds.includes(id) && finding?.tampering === true);
};

export const fraudBasisNamed = legalBasisNamed<Input>(isFraudOfService);
