import type { OfficialFunction } from '../kernel/codes';
import type { PermitNeed, PriorityCriterion, PartySupervisionEvent } from './events';

/** A result of the monitoring unit that others have to hear of. */
export interface SupervisionFinding {
  readonly id: string;
  readonly kind: 'planVerification' | 'spotCheck';
  readonly on: string;
  readonly problems: readonly string[];
  readonly permitNeed: PermitNeed;
  readonly sentTo: readonly OfficialFunction[];
}

export interface PermitDemand {
  readonly id: string;
  readonly findingId: string | null;
  readonly need: PermitNeed;
  readonly ground: string;
  readonly dueOn: string | null;
  /** Number of the application that answered it; null while it is not in. */
  readonly applicationNo: string | null;
}

export interface LabSuspicion {
  readonly id: string;
  readonly platform: string;
  readonly reference: string;
  readonly checkedBy: string | null;
}

export interface MonitoringCheck {
  readonly id: string;
  readonly checkedOn: string;
  readonly jointWith: readonly string[];
  readonly fraudVerified: boolean;
}

export interface Priority {
  readonly highPriority: boolean;
  readonly criteria: readonly PriorityCriterion[];
  readonly reasons: string;
}

export interface Affiliation {
  readonly otherId: string;
  readonly nature: string;
}

/** What the authority did about a party outside of any case. */
export interface PartySupervision {
  readonly findings: readonly SupervisionFinding[];
  readonly demands: readonly PermitDemand[];
  readonly suspicions: readonly LabSuspicion[];
  readonly checks: readonly MonitoringCheck[];
  readonly priority: Priority | null;
  readonly affiliations: readonly Affiliation[];
}

export const initialPartySupervision: PartySupervision = {
  findings: [],
  demands: [],
  suspicions: [],
  checks: [],
  priority: null,
  affiliations: [],
};

const TYPES: Readonly<Record<PartySupervisionEvent['type'], true>> = {
  SelfMonitoringPlanVerified: true,
  SelfMonitoringSpotChecked: true,
  SupervisionFindingSent: true,
  PermitApplicationDemanded: true,
  PermitApplicationReceived: true,
  LabSuspicionRecorded: true,
  MonitoringCheckRecorded: true,
  PriorityClassified: true,
  AffiliationRecorded: true,
};

export const partySupervisionEventTypes = Object.keys(TYPES) as readonly PartySupervisionEvent['type'][];

export const isPartySupervisionEvent = (event: { readonly type: string }): event is PartySupervisionEvent =>
  Object.hasOwn(TYPES, event.type);

const withFinding = (state: PartySupervision, finding: Omit<SupervisionFinding, 'sentTo'>): PartySupervision => ({
  ...state,
  findings: [...state.findings, { ...finding, sentTo: [] }],
});

const changed = <T extends { readonly id: string }>(items: readonly T[], ids: readonly string[], change: Partial<T>): readonly T[] =>
  items.map((item) => (ids.includes(item.id) ? { ...item, ...change } : item));

type Checked = Extract<PartySupervisionEvent, { type: 'MonitoringCheckRecorded' }>['payload'];

const withCheck = (state: PartySupervision, { checkId, checkedOn, jointWith, fraudVerified, suspicionIds }: Checked): PartySupervision => ({
  ...state,
  checks: [...state.checks, { id: checkId, checkedOn, jointWith, fraudVerified }],
  suspicions: changed(state.suspicions, suspicionIds, { checkedBy: checkId }),
});

export const evolvePartySupervision = (state: PartySupervision, event: PartySupervisionEvent): PartySupervision => {
  switch (event.type) {
    case 'SelfMonitoringPlanVerified': {
      const { findingId, verifiedOn, shortcomings, permitNeed } = event.payload;

      return withFinding(state, { id: findingId, kind: 'planVerification', on: verifiedOn, problems: shortcomings, permitNeed });
    }
    case 'SelfMonitoringSpotChecked': {
      const { findingId, checkedOn, problems, permitNeed } = event.payload;

      return withFinding(state, { id: findingId, kind: 'spotCheck', on: checkedOn, problems, permitNeed });
    }
    case 'SupervisionFindingSent': {
      const { findingId, to } = event.payload;
      const sent = (finding: SupervisionFinding) => (finding.id === findingId ? { ...finding, sentTo: [...finding.sentTo, to] } : finding);

      return { ...state, findings: state.findings.map(sent) };
    }
    case 'PermitApplicationDemanded': {
      const { demandId: id, ...demand } = event.payload;

      return { ...state, demands: [...state.demands, { id, ...demand, applicationNo: null }] };
    }
    case 'PermitApplicationReceived': {
      const { demandId, applicationNo } = event.payload;

      return { ...state, demands: changed(state.demands, [demandId], { applicationNo }) };
    }
    case 'LabSuspicionRecorded': {
      const { suspicionId: id, platform, reference } = event.payload;

      return { ...state, suspicions: [...state.suspicions, { id, platform, reference, checkedBy: null }] };
    }
    case 'MonitoringCheckRecorded':
      return withCheck(state, event.payload);
    case 'PriorityClassified':
      return { ...state, priority: event.payload };
    case 'AffiliationRecorded':
      return { ...state, affiliations: [...state.affiliations, event.payload] };
  }
};
