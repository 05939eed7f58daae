import type { NamedPerson } from '../kernel/input';
import type { LabEquipmentKind, LabEvent, QualityStage, Supervisor } from './events';

export interface LabEquipment {
  readonly equipmentNo: string;
  readonly name: string;
  readonly kind: LabEquipmentKind;
  readonly traceableTo: string | null;
  readonly validTo: string | null;
}

export interface LabFile {
  readonly head: NamedPerson | null;
  readonly qualitySystem: readonly QualityStage[];
  readonly equipment: readonly LabEquipment[];
  readonly environmentSupervisor: Supervisor | null;
  readonly qualitySupervisor: Supervisor | null;
  readonly lineDepartment: string | null;
  /** Rounds of quality assessment and proficiency comparison taken part in. */
  readonly rounds: number;
}

export const initialLab: LabFile = {
  head: null,
  qualitySystem: [],
  equipment: [],
  environmentSupervisor: null,
  qualitySupervisor: null,
  lineDepartment: null,
  rounds: 0,
};

export const evolveLab = (lab: LabFile, event: LabEvent): LabFile => {
  switch (event.type) {
    case 'LabHeadNamed':
      return { ...lab, head: event.payload.head };
    case 'QualitySystemRecorded':
      return { ...lab, qualitySystem: event.payload.covers };
    case 'LabEquipmentRecorded': {
      const { equipmentNo, name, kind, traceableTo, validTo } = event.payload;
      const others = lab.equipment.filter((each) => each.equipmentNo !== equipmentNo);

      return { ...lab, equipment: [...others, { equipmentNo, name, kind, traceableTo, validTo }] };
    }
    case 'LabSupervisorsNamed':
      return { ...lab, environmentSupervisor: event.payload.environment, qualitySupervisor: event.payload.quality };
    case 'LineDepartmentNamed':
      return { ...lab, lineDepartment: event.payload.department };
    case 'ProficiencyTested':
      return { ...lab, rounds: lab.rounds + 1 };
  }
};
