import { evolveDelegations, type Delegation } from '../delegation/delegation';
import type { OfficialFunction } from '../kernel/codes';
import type { NamedPerson } from '../kernel/input';
import { areasAbove } from '../kernel/jurisdiction';
import type { CountyUnitMode, JointActivityKind, LeadingBody, Milestone, UnitEvent } from './events';

export interface LinkageRules {
  readonly version: string;
  readonly title: string;
  readonly docNo: string | null;
  readonly adoptedOn: string;
}

export interface ResponsibleLeader {
  readonly body: LeadingBody;
  readonly organisation: string;
  readonly leader: NamedPerson;
  readonly post: string;
  readonly from: string;
}

export interface JointActivity {
  readonly activityId: string;
  readonly kind: JointActivityKind;
  readonly heldOn: string;
  readonly topic: string;
  readonly units: readonly string[];
}

export interface QualityCheck {
  readonly checkId: string;
  readonly checkedOn: string;
  readonly scope: string;
  readonly result: string;
  readonly shortcomings: readonly string[];
}

export interface MilestoneState {
  readonly milestone: Milestone;
  readonly reached: boolean;
  readonly progress: string;
  readonly reportedOn: string;
}

/** The authority of one area. */
export interface RegisteredUnit {
  readonly status: 'registered';
  readonly jurisdiction: string;
  readonly name: string;
  /** Null where the county mode was never set. */
  readonly mode: CountyUnitMode | null;
  /** Functions in which a joined unit acts; empty where nothing was set. */
  readonly functions: readonly OfficialFunction[];
  readonly linkageRules: readonly LinkageRules[];
  /** The latest report on each milestone. */
  readonly milestones: readonly MilestoneState[];
  /** All of them, former leaders too. */
  readonly leaders: readonly ResponsibleLeader[];
  readonly activities: readonly JointActivity[];
  readonly qualityChecks: readonly QualityCheck[];
  /** All of them, revoked and run out ones too (W-81). */
  readonly delegations: readonly Delegation[];
}

export type UnitState = { readonly status: 'unknown' } | RegisteredUnit;

export const initialState: UnitState = { status: 'unknown' };

const grown = (unit: RegisteredUnit, event: Exclude<UnitEvent, { type: 'UnitRegistered' }>): RegisteredUnit => {
  switch (event.type) {
    case 'CountyUnitModeSet':
      return { ...unit, mode: event.payload.mode, functions: event.payload.functions };
    case 'LinkageRulesAdopted':
      return { ...unit, linkageRules: [...unit.linkageRules, event.payload] };
    case 'MilestoneReported': {
      const others = unit.milestones.filter((each) => each.milestone !== event.payload.milestone);

      return { ...unit, milestones: [...others, event.payload] };
    }
    case 'ResponsibleLeaderNamed':
      return { ...unit, leaders: [...unit.leaders, event.payload] };
    case 'JointActivityRecorded':
      return { ...unit, activities: [...unit.activities, event.payload] };
    case 'FunctionDelegated':
    case 'DelegationRevoked':
      return { ...unit, delegations: evolveDelegations(unit.delegations, event) };
    case 'MonitoringQualityChecked':
      return { ...unit, qualityChecks: [...unit.qualityChecks, event.payload] };
  }
};

export const evolve = (state: UnitState, event: UnitEvent): UnitState => {
  if (event.type !== 'UnitRegistered') return state.status === 'registered' ? grown(state, event) : state;

  return {
    status: 'registered',
    ...event.payload,
    mode: null,
    functions: [],
    linkageRules: [],
    milestones: [],
    leaders: [],
    activities: [],
    qualityChecks: [],
    delegations: [],
  };
};

/** The linkage rules that ran at a place on a day: those of the innermost unit that had adopted some, the latest of them. */
export const linkageRulesAt = (
  unit: (area: string) => UnitState,
  { jurisdiction, on }: { readonly jurisdiction: string; readonly on: string },
): string | null => {
  for (const area of areasAbove(jurisdiction)) {
    const state = unit(area);
    if (state.status === 'unknown') continue;
    const adopted = state.linkageRules.filter((each) => each.adoptedOn <= on).sort((a, b) => (a.adoptedOn < b.adoptedOn ? -1 : 1));
    const latest = adopted.at(-1);
    if (latest !== undefined) return `${area}@${latest.version}`;
  }

  return null;
};
