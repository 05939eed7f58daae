import { isFraud } from '../classification';
import { eachFinding, isViolationFinding } from './each-finding';

/** Fraud by a lab or its staff: each responsible person is named. */
export const responsibleNamed = eachFinding({
  rule: 'R-118',
  message: {
    zh: '监测机构及其人员弄虚作假的，应依法处罚、移送并写明相关责任人',
    en: 'Fraud by a lab or its staff is penalised or transferred, and each responsible person is named',
  },
  lacks: (finding, { registers, state }, problem) => {
    const party = problem === undefined ? undefined : registers.party(problem.partyId);
    const byLab = party?.status === 'registered' && party.kind === 'thirdPartyLab';

    const named =
      (finding.responsible ?? []).length > 0 || state.responsiblePersons.some((each) => each.problemIds.includes(finding.problemId));

    return byLab && isViolationFinding(finding) && isFraud(finding) && !named ? [{ zh: '相关责任人', en: 'the responsible persons' }] : [];
  },
});
