import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

/** What the quality system of a lab covers, from siting to the report. */
export const QUALITY_STAGES = {
  siting: '布点',
  sampling: '采样',
  fieldTest: '现场测试',
  samplePreparation: '样品制备',
  analysis: '分析测试',
  dataTransfer: '数据传输',
  evaluation: '评价',
  reporting: '综合分析报告编制',
} as const;
export type QualityStage = keyof typeof QUALITY_STAGES;

export const LAB_EQUIPMENT_KINDS = { instrument: '仪器设备', referenceMaterial: '标准物质' } as const;
export type LabEquipmentKind = keyof typeof LAB_EQUIPMENT_KINDS;

export const PROFICIENCY_KINDS = { qualityAssessment: '质控考核', proficiencyComparison: '能力验证比对' } as const;
export type ProficiencyKind = keyof typeof PROFICIENCY_KINDS;

export interface Supervisor {
  readonly organisation: string;
  readonly person: string;
  readonly name: string;
}

/** What is kept in the file of a lab beside certificates and contracts; written to the stream of the party. */
export type LabEvent = EventsOf<{
  LabHeadNamed: { readonly head: NamedPerson; readonly from: string };
  QualitySystemRecorded: { readonly documentNo: string | null; readonly covers: readonly QualityStage[]; readonly from: string };
  LabEquipmentRecorded: {
    readonly equipmentNo: string;
    readonly name: string;
    readonly kind: LabEquipmentKind;
    /** The national standard it is traceable to; null where none is on record. */
    readonly traceableTo: string | null;
    readonly calibrationNo: string | null;
    readonly validTo: string | null;
  };
  /** who answers for the supervision of this lab, in environment and in quality supervision. */
  LabSupervisorsNamed: { readonly environment: Supervisor; readonly quality: Supervisor | null; readonly from: string };
  /** the line department that a monitoring body belongs to, and that answers for its data. */
  LineDepartmentNamed: { readonly department: string; readonly from: string };
  /** `previous` is the round before it, `round-0` for none. */
  ProficiencyTested: {
    readonly roundId: string;
    readonly previous: string;
    readonly kind: ProficiencyKind;
    readonly organiser: string;
    readonly testedOn: string;
    readonly passed: boolean;
    readonly result: string;
  };
}>;

const TYPES: Readonly<Record<LabEvent['type'], true>> = {
  LabHeadNamed: true,
  QualitySystemRecorded: true,
  LabEquipmentRecorded: true,
  LabSupervisorsNamed: true,
  LineDepartmentNamed: true,
  ProficiencyTested: true,
};

export const isLabEvent = (event: { readonly type: string }): event is LabEvent => Object.hasOwn(TYPES, event.type);

export const LAB_EVENTS = Object.keys(TYPES) as readonly LabEvent['type'][];
