import type { OfficialFunction } from '../kernel/codes';
import type { EventsOf } from '../kernel/events-of';

/** What a compliance verification looks at: the plan in the permit or the one in the application for it. */
export const PLAN_OBJECTS = { permit: '排污许可证中的自行监测方案', application: '排污许可证申请材料中的自行监测方案' } as const;
export type PlanObject = keyof typeof PLAN_OBJECTS;

/** What a finding means for the permit. */
export const PERMIT_NEEDS = { none: '无须申请', apply: '须申请', reapply: '须重新申请' } as const;
export type PermitNeed = keyof typeof PERMIT_NEEDS;

export const SPOT_CHECKS = { quality: '自行监测质量抽查', partInExecutionCheck: '配合执法机构开展自行监测执行情况检查' } as const;
export type SpotCheckKind = keyof typeof SPOT_CHECKS;

export const CHECK_OCCASIONS = {
  entityProblem: '检查发现自行监测存在问题的排污单位',
  labSuspicion: '平台发现存在疑似问题的监测机构',
} as const;
export type CheckOccasion = keyof typeof CHECK_OCCASIONS;

/** */
export const PRIORITY_CRITERIA = {
  strongComplaints: '群众反映强烈',
  highRisk: '环境风险高',
  carelessOperation: '运行管理粗放',
  unstableTechnology: '治理技术不稳定',
} as const;
export type PriorityCriterion = keyof typeof PRIORITY_CRITERIA;

/** What the authority does about a regulated party or a lab outside of any case; kept in the file of the party. */
export type PartySupervisionEvent = EventsOf<{
  SelfMonitoringPlanVerified: {
    readonly findingId: string;
    readonly object: PlanObject;
    /** Number of the permit or of the application. */
    readonly documentNo: string;
    readonly conforms: boolean;
    readonly shortcomings: readonly string[];
    readonly permitNeed: PermitNeed;
    readonly verifiedOn: string;
  };
  SelfMonitoringSpotChecked: {
    readonly findingId: string;
    readonly kind: SpotCheckKind;
    /** Enforcement agency whose check it took part in; null for a spot check of its own. */
    readonly enforcementUnit: string | null;
    readonly checkedOn: string;
    /** False where self-monitoring was not done as required. */
    readonly doneAsRequired: boolean;
    readonly problems: readonly string[];
    readonly result: string;
    readonly permitNeed: PermitNeed;
  };
  /** a finding goes to the permit department and to the enforcement agency. */
  SupervisionFindingSent: { readonly findingId: string; readonly to: OfficialFunction; readonly content: string };
  PermitApplicationDemanded: {
    readonly demandId: string;
    /** Finding that it rests on; null where an inspection on a case showed it, which `ground` then names. */
    readonly findingId: string | null;
    readonly need: Exclude<PermitNeed, 'none'>;
    readonly ground: string;
    readonly dueOn: string | null;
  };
  PermitApplicationReceived: { readonly demandId: string; readonly applicationNo: string; readonly receivedOn: string };
  /** a suspicion that the provincial platform shows; never a finding by itself. */
  LabSuspicionRecorded: {
    readonly suspicionId: string;
    readonly platform: string;
    readonly reference: string;
    readonly content: string;
  };
  /** */
  MonitoringCheckRecorded: {
    readonly checkId: string;
    readonly occasion: CheckOccasion;
    readonly suspicionIds: readonly string[];
    readonly checkedOn: string;
    /** Empty for a check made alone. */
    readonly jointWith: readonly string[];
    readonly process: string;
    readonly sampleKeeping: string;
    readonly analysis: string;
    /** Data fraud established, so that the clue may go outside. */
    readonly fraudVerified: boolean;
  };
  PriorityClassified: {
    readonly highPriority: boolean;
    readonly criteria: readonly PriorityCriterion[];
    readonly reasons: string;
  };
  /** A tie between two parties, e.g. common ownership (O-16). */
  AffiliationRecorded: { readonly otherId: string; readonly nature: string };
}>;
