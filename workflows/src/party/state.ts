import {
  evolvePartySupervision,
  initialPartySupervision,
  isPartySupervisionEvent,
  type PartySupervision,
} from '../party-supervision/evolve';
import type { NamedPerson } from '../kernel/input';
import { isLabEvent } from '../lab/events';
import { evolveLab, initialLab, type LabFile } from '../lab/state';
import { isSelfMonitoringEvent } from '../self-monitoring/events';
import { evolveSelfMonitoring, initialSelfMonitoring, type SelfMonitoring } from '../self-monitoring/state';
import { evolveParticulars, isParticularsEvent, type Particulars } from './particulars-events';
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
  readonly keeper: NamedPerson | null;
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
  readonly supervision: PartySupervision;
  readonly lab: LabFile;
  readonly selfMonitoring: SelfMonitoring;
  readonly particulars: Particulars;
}

export type PartyState = { readonly status: 'unknown' } | RegisteredParty;

export const initialState: PartyState = { status: 'unknown' };

const grown = (party: RegisteredParty, event: Exclude<RegisterEvent, { type: 'PartyRegistered' }>): RegisteredParty => {
  switch (event.type) {
    case 'OutletRegistered':
      return { ...party, outlets: [...party.outlets, event.payload] };
    case 'DeviceRegistered':
      return { ...party, devices: [...party.devices, { keeper: null, ...event.payload }] };
    case 'LabCertificateRecorded':
      return { ...party, certificates: [...party.certificates, event.payload] };
    case 'LabContractRecorded':
      return { ...party, contracts: [...party.contracts, event.payload] };
  }
};

export const evolve = (state: PartyState, event: PartyEvent): PartyState => {
  if (event.type === 'PartyRegistered') {
    const lists = { outlets: [], devices: [], certificates: [], contracts: [] };

    return {
      status: 'registered',
      ...event.payload,
      ...lists,
      lab: initialLab,
      selfMonitoring: initialSelfMonitoring,
      particulars: 'none',
      supervision: initialPartySupervision,
    };
  }

  if (state.status !== 'registered') return state;
  if (isParticularsEvent(event)) return { ...state, particulars: evolveParticulars(state.particulars, event) };
  if (isLabEvent(event)) return { ...state, lab: evolveLab(state.lab, event) };
  if (isPartySupervisionEvent(event)) return { ...state, supervision: evolvePartySupervision(state.supervision, event) };

  return isSelfMonitoringEvent(event)
    ? { ...state, selfMonitoring: evolveSelfMonitoring(state.selfMonitoring, event) }
    : grown(state, event);
};
