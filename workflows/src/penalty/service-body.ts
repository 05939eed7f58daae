import type { CaseFile } from '../case/state';
import { isFraud } from '../investigation/classification';
import type { Penalty } from './evolve';
import type { PenaltyEvent } from './events';

type ServiceBody = Pick<Extract<PenaltyEvent, { type: 'PenaltyDecided' }>['payload'], 'serviceBody'>;

/** The penalised party, where it is a lab or an operator that was found to have falsified data. */
export const serviceBodyOf = ({ partyId, partyName, problemIds }: Penalty, { problems }: CaseFile): ServiceBody => {
  const found = problems.find(
    ({ id, partyId: owner, finding }) => problemIds.includes(id) && owner === partyId && finding !== null && isFraud(finding),
  );
  const kind = found?.finding?.partyKind;

  return kind === 'thirdPartyLab' || kind === 'omProvider' ? { serviceBody: { partyId, name: partyName, kind } } : {};
};
