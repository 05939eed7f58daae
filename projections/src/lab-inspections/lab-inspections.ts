import {
  evolveLabInspection,
  idOfStream,
  initialLabInspection,
  type DocumentReader,
  type LabInspectionEvent,
  type LabInspectionFile,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

/** A joint inspection of labs, with its draw and the results of both departments (P-08). */
export interface LabInspectionDocument extends LabInspectionFile, Readonly<Record<string, unknown>> {
  readonly labInspectionId: string;
  readonly drawnAt: string;
}

const EVENTS: readonly LabInspectionEvent['type'][] = [
  'LabInspectionDrawn',
  'LabExpertsCalledIn',
  'LabInspected',
  'LabFraudReportedUpward',
  'LabInspectionConcluded',
];

export const labInspections: Projection<LabInspectionDocument> = {
  name: 'labInspections',
  version: 1,
  eventTypes: EVENTS,
  indexes: [{ fields: ['drawnAt'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event, labInspectionId) => {
    const after = evolveLabInspection(before ?? initialLabInspection, event as RecordedEvent & LabInspectionEvent);

    return after.status === 'none' ? before : { ...after, labInspectionId, drawnAt: before?.drawnAt ?? event.recordedAt };
  },
};

export const labInspectionList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  page: PageInput,
): Promise<Connection<LabInspectionDocument>> =>
  connection<LabInspectionDocument>(reader, { collection: labInspections.name, filters: heldTo(scopes), orderBy: 'drawnAt', page });
