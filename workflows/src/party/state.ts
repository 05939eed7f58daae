import { evolveSupervision, initialSupervision, isSupervisionEvent, type Supervision } from '../supervision/evolve';
import type { OutletLimit, PartyEvent, PartyKind, RegisterEvent } from './events';

export interface Outlet {
  readonly outletId: string;
  readonly name: string;
  readonly medium: 'water' | 'air';
  readonly main: boolean;
  readonly limits: readonly OutletLimit[];
}

export interface Device {
  readonly mn: string;
  readonly outletId: string;
  readonly model: string;
  readonly passwordDigest: string;
  readonly omProvider: string | null;
}

export interface LabCertificate {
  readonly certificateNo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly scope: string;
}

export interface LabContract {
  readonly contractNo: string;
  readonly entityId: string;
  readonly kind: 'selfMonitoring' | 'comparisonTest' | 'operation';
  readonly from: string;
  readonly to: string | null;
}

export interface RegisteredParty {
  readonly status: 'registered';
  readonly name: string;
  readonly kind: PartyKind;
  readonly creditCode: string | null;
  readonly jurisdiction: string;
  readonly address: string;
  readonly legalRepresentative: string | null;
  readonly keyEntity: boolean;
  readonly keyPermitManagement: boolean;
  readonly permitNo: string | null;
  readonly outlets: readonly Outlet[];
  readonly devices: readonly Device[];
  readonly certificates: readonly LabCertificate[];
  readonly contracts: readonly LabContract[];
  readonly supervision: Supervision;
}

export type PartyState = { readonly status: 'unknown' } | RegisteredParty;

export const initialState: PartyState = { status: 'unknown' };

const grown = (party: RegisteredParty, event: Exclude<RegisterEvent, { type: 'PartyRegistered' }>): RegisteredParty => {
  switch (event.type) {
    case 'OutletRegistered':
      return { ...party, outlets: [...party.outlets, event.payload] };
    case 'DeviceRegistered':
      return { ...party, devices: [...party.devices, event.payload] };
    case 'LabCertificateRecorded':
      return { ...party, certificates: [...party.certificates, event.payload] };
    case 'LabContractRecorded':
      return { ...party, contracts: [...party.contracts, event.payload] };
  }
};

export const evolve = (state: PartyState, event: PartyEvent): PartyState => {
  if (event.type === 'PartyRegistered') {
    return {
      status: 'registered',
      ...event.payload,
      outlets: [],
      devices: [],
      certificates: [],
      contracts: [],
      supervision: initialSupervision,
    };
  }
  if (state.status !== 'registered') return state;

  return isSupervisionEvent(event) ? { ...state, supervision: evolveSupervision(state.supervision, event) } : grown(state, event);
};
