import { idOfStream, type DocumentReader, type MonitoringEvent, type Projection } from '@liuhen/workflows';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';

type Raised = Extract<MonitoringEvent, { type: 'SuspicionRaised' }>['payload'];

/** A preliminary suspicion and the case that took it up. */
export interface SuspicionDocument extends Raised, Readonly<Record<string, unknown>> {
  readonly raisedAt: string;
  readonly position: number;
  readonly caseId: string | null;
}

export const suspicions: Projection<SuspicionDocument> = {
  name: 'suspicions',
  version: 1,
  eventTypes: ['SuspicionRaised', 'ProblemFound'],
  indexes: [{ fields: ['raisedAt'] }, { fields: ['outletId'] }],
  keysOf: (event) =>
    event.type === 'SuspicionRaised'
      ? [(event.payload as Raised).suspicionId]
      : (event.payload as { readonly suspicionIds: readonly string[] }).suspicionIds,
  evolve: (before, event) =>
    event.type === 'SuspicionRaised'
      ? { ...(event.payload as Raised), raisedAt: event.recordedAt, position: event.position, caseId: null }
      : before && { ...before, caseId: idOfStream(event.stream) },
};

export const suspicionList = (
  reader: DocumentReader,
  area: string,
  { outletId, page }: { readonly outletId?: string | null | undefined; readonly page: PageInput },
): Promise<Connection<SuspicionDocument>> =>
  connection<SuspicionDocument>(reader, {
    collection: suspicions.name,
    filters: [...within(area), ...equal('outletId', outletId)],
    orderBy: 'raisedAt',
    page,
  });
