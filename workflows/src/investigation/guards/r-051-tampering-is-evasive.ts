import { hasAll, isFraud } from '../classification';
import { eachFinding, isViolationFinding } from './each-finding';

/** Unlawful discharge by tampered or forged data of the discharger is evasive discharge, so that the daily penalty applies. */
export const tamperingIsEvasive = eachFinding({
  rule: 'R-051',
  message: {
    zh: '排污单位以篡改、伪造监测数据违法排放的，属逃避监管方式排放，依法适用按日连续处罚',
    en: 'Unlawful discharge by tampering or fabrication is evasive discharge and makes the daily penalty applicable',
  },
  lacks: (finding, { registers }, problem) => {
    const party = problem === undefined ? undefined : registers.party(problem.partyId);
    const byDischarger = party?.status !== 'registered' || party.kind === 'dischargingEntity';

    return byDischarger &&
      isViolationFinding(finding) &&
      isFraud(finding) &&
      hasAll(finding, ['unlawfulDischarge']) &&
      finding.violationClass !== 'evasiveDischarge'
      ? [{ zh: '应认定为“以逃避监管方式排放污染物”', en: 'the class evasiveDischarge' }]
      : [];
  },
});
