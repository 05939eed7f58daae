import { idOfStream, type DocumentReader, type MonitoringEvent, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

type Raised = Extract<MonitoringEvent, { type: 'SuspicionRaised' }>['payload'];

type Responded = Extract<MonitoringEvent, { type: 'SuspicionResponded' }>['payload'];

/** A preliminary suspicion and the case that took it up. */
export interface SuspicionDocument extends Raised, Readonly<Record<string, unknown>> {
  readonly raisedAt: string;
  readonly position: number;
  readonly caseId: string | null;
  /** What was done about it; null while nothing is on record. */
  readonly response: Responded['response'] | null;
  readonly respondedAt: string | null;
  readonly answered: boolean;
}

const raised = (event: RecordedEvent): SuspicionDocument => ({
  ...(event.payload as Raised),
  raisedAt: event.recordedAt,
  position: event.position,
  caseId: null,
  response: null,
  respondedAt: null,
  answered: false,
});

const takenUp = (event: RecordedEvent): Partial<SuspicionDocument> => {
  if (event.type === 'ProblemFound') return { caseId: idOfStream(event.stream) };
  const { response, caseId } = event.payload as Responded;

  return { response, respondedAt: event.occurredAt, answered: true, ...(caseId === null ? {} : { caseId }) };
};

export const suspicions: Projection<SuspicionDocument> = {
  name: 'suspicions',
  version: 2,
  eventTypes: ['SuspicionRaised', 'SuspicionResponded', 'ProblemFound'],
  indexes: [{ fields: ['raisedAt'] }, { fields: ['outletId'] }],
  keysOf: (event) =>
    event.type === 'ProblemFound'
      ? (event.payload as { readonly suspicionIds: readonly string[] }).suspicionIds
      : [(event.payload as { readonly suspicionId: string }).suspicionId],
  evolve: (before, event) => (event.type === 'SuspicionRaised' ? raised(event) : before && { ...before, ...takenUp(event) }),
};

export interface SuspicionFilter {
  readonly outletId?: string | null | undefined;
  /** False: only those that nobody answered yet. */
  readonly answered?: boolean | null | undefined;
}

export const suspicionList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { outletId, answered, page }: SuspicionFilter & { readonly page: PageInput },
): Promise<Connection<SuspicionDocument>> =>
  connection<SuspicionDocument>(reader, {
    collection: suspicions.name,
    filters: [...heldTo(scopes), ...equal('outletId', outletId), ...equal('answered', answered)],
    orderBy: 'raisedAt',
    page,
  });
