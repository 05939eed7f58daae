import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

export const INSPECTING_DEPARTMENTS = { environment: '生态环境主管部门', quality: '质量技术监督（市场监管）部门' } as const;
export type InspectingDepartment = keyof typeof INSPECTING_DEPARTMENTS;

export interface Inspector extends NamedPerson {
  readonly department: InspectingDepartment;
}

/** 监测机构联合“双随机”检查: both departments draw labs and inspectors together, and each handles what it finds within its powers. */
export type LabInspectionEvent = EventsOf<{
  /** Pools, seed and result, so that the draw can be repeated by anyone (O-37). */
  LabInspectionDrawn: {
    readonly title: string;
    readonly jurisdiction: string;
    readonly labPool: readonly string[];
    readonly inspectorPool: readonly Inspector[];
    readonly seed: string;
    readonly method: string;
    readonly labs: readonly string[];
    readonly inspectors: readonly Inspector[];
    readonly heldAt: string;
  };
  LabExpertsCalledIn: { readonly experts: readonly NamedPerson[]; readonly reason: string };
  LabInspected: {
    readonly labId: string;
    readonly department: InspectingDepartment;
    readonly inspectedOn: string;
    readonly conforms: boolean;
    readonly fraud: boolean;
    readonly facts: string;
    /** What the department did about it within its own powers; null where nothing was found. */
    readonly handling: string | null;
  };
  /** quality supervision reports lab fraud to its superior. */
  LabFraudReportedUpward: {
    readonly labId: string;
    readonly superior: string;
    readonly reportNo: string | null;
    readonly reportedOn: string;
  };
  LabInspectionConcluded: { readonly publishedAt: string; readonly channel: string; readonly summary: string };
}>;
