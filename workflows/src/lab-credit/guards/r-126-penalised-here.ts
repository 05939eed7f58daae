import { itemOf, type CaseGuard } from '../../case/act';
import { isFraud } from '../../investigation/classification';

/** Only a penalty for fraud is evaluated here, and only by the environmental department that made it (O-31). */
export const penalisedForFraud: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'R-126',
  check: ({ penaltyId }, { state, registers }) => {
    const { problemIds, partyId } = itemOf(state.penalties, penaltyId);
    const party = registers.party(partyId);
    const fraud = state.problems.some(({ id, finding }) => problemIds.includes(id) && finding !== null && isFraud(finding));
    if (fraud && party.status === 'registered' && party.kind === 'thirdPartyLab') return undefined;

    return {
      message: {
        zh: '因弄虚作假受处罚的监测机构，由作出处罚的生态环境部门进行信用评价',
        en: 'The credit of a lab is evaluated on a penalty for fraud, by the environmental department that made it',
      },
      missing: [{ zh: '对监测机构弄虚作假的处罚', en: 'a penalty of a lab for fraud' }],
    };
  },
};
