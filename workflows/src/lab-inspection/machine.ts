import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type LabInspectionStatus = 'none' | 'drawn' | 'concluded';

/** 双随机、一公开: drawn, inspected by both departments, concluded with its publication. */
export const labInspectionMachine = setup({
  types: {
    events: {} as {
      type: 'LabInspectionDrawn' | 'LabExpertsCalledIn' | 'LabInspected' | 'LabFraudReportedUpward' | 'LabInspectionConcluded';
    },
  },
}).createMachine({
  id: 'labInspection',
  initial: 'none',
  states: {
    none: { on: { LabInspectionDrawn: 'drawn' } },
    drawn: {
      on: { LabExpertsCalledIn: 'drawn', LabInspected: 'drawn', LabFraudReportedUpward: 'drawn', LabInspectionConcluded: 'concluded' },
    },
    concluded: { on: { LabFraudReportedUpward: 'concluded' } },
  },
});

export const labInspectionProcedure = procedureOf<LabInspectionStatus>(labInspectionMachine);
