import { LiuhenError } from '../kernel/errors';
import { stepOf } from '../kernel/step';
import type { InspectingDepartment, Inspector, LabInspectionEvent } from './events';
import { labInspectionProcedure, type LabInspectionStatus } from './machine';

export interface LabResult {
  readonly labId: string;
  readonly department: InspectingDepartment;
  readonly conforms: boolean;
  readonly fraud: boolean;
  readonly handling: string | null;
}

export interface LabInspectionFile {
  readonly status: Exclude<LabInspectionStatus, 'none'>;
  readonly title: string;
  readonly jurisdiction: string;
  readonly labPool: readonly string[];
  readonly inspectorPool: readonly Inspector[];
  readonly seed: string;
  readonly method: string;
  readonly labs: readonly string[];
  readonly inspectors: readonly Inspector[];
  readonly experts: readonly string[];
  readonly results: readonly LabResult[];
  readonly reportedUpward: readonly string[];
}

export type LabInspectionState = { readonly status: 'none' } | LabInspectionFile;

export const initialState: LabInspectionState = { status: 'none' };

const step = stepOf(labInspectionProcedure);

type Later = Exclude<LabInspectionEvent, { type: 'LabInspectionDrawn' }>;

const grown = (file: LabInspectionFile, event: Later): LabInspectionFile => {
  switch (event.type) {
    case 'LabExpertsCalledIn':
      return { ...file, experts: [...file.experts, ...event.payload.experts.map((each) => each.person)] };
    case 'LabInspected': {
      const { labId, department, conforms, fraud, handling } = event.payload;

      return { ...file, results: [...file.results, { labId, department, conforms, fraud, handling }] };
    }
    case 'LabFraudReportedUpward':
      return { ...file, reportedUpward: [...file.reportedUpward, event.payload.labId] };
    case 'LabInspectionConcluded':
      return file;
  }
};

export const evolve = (state: LabInspectionState, event: LabInspectionEvent): LabInspectionState => {
  const status = step(state.status, event.type) as LabInspectionFile['status'];
  if (event.type === 'LabInspectionDrawn') {
    const { heldAt: _heldAt, ...draw } = event.payload;

    return { status, ...draw, experts: [], results: [], reportedUpward: [] };
  }
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the draw`);

  return { ...grown(state, event), status };
};
