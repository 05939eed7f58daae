import type { OfficialFunction } from '../kernel/codes';

/** Who can receive a clue: each of them answers it by the same handshake. */
export const RECEIVERS: readonly OfficialFunction[] = [
  'enforcementAgency',
  'monitoringUnit',
  'monitoringControlCentre',
  'permitDepartment',
  'policeAuthority',
  'procuratorate',
  'marketRegulator',
  'disciplineInspection',
  'localPartyGovernment',
];
