import {
  disciplineProcedure,
  idOfStream,
  type DisciplineEvent,
  type DisciplineStatus,
  type DisciplineTrigger,
  type DocumentReader,
  type OutcomeAddressee,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

type Payload<T extends DisciplineEvent['type']> = Extract<DisciplineEvent, { type: T }>['payload'];

/** P-16: what was recommended on whom, what was decided, and to whom the outcome was reported. */
export interface SanctionOutcome extends Readonly<Record<string, unknown>> {
  readonly disciplineId: string;
  readonly status: DisciplineStatus;
  readonly caseId: string | null;
  readonly jurisdiction: string;
  readonly trigger: DisciplineTrigger;
  readonly responsibleManager: string;
  readonly others: readonly string[];
  /** Person ids of those named, who do not see the row. */
  readonly named: readonly string[];
  readonly receiver: string;
  readonly transferredAt: string;
  readonly answeredAt: string | null;
  readonly interviewLevel: 'state' | 'province' | null;
  readonly recommendation: string | null;
  readonly decision: string | null;
  readonly decidedOn: string | null;
  readonly reportedTo: readonly OutcomeAddressee[];
  readonly position: number;
}

const opened = (event: RecordedEvent): SanctionOutcome => {
  const sent = event.payload as Payload<'DisciplineClueTransferred'>;

  return {
    disciplineId: idOfStream(event.stream),
    status: disciplineProcedure.initial,
    caseId: sent.caseId,
    jurisdiction: sent.jurisdiction,
    trigger: sent.trigger,
    responsibleManager: sent.responsibleManager.name,
    others: sent.others.map(({ name }) => name),
    named: [sent.responsibleManager, ...sent.others].flatMap(({ person }) => (person === null ? [] : [person])),
    receiver: sent.to.organisation,
    transferredAt: event.occurredAt,
    answeredAt: null,
    interviewLevel: sent.interview?.level ?? null,
    recommendation: null,
    decision: null,
    decidedOn: null,
    reportedTo: [],
    position: event.position,
  };
};

const STEPS: Readonly<Record<string, (before: SanctionOutcome, event: RecordedEvent) => Partial<SanctionOutcome>>> = {
  DisciplineClueAccepted: (_before, event) => ({ answeredAt: event.occurredAt }),
  DisciplineClueReturned: (_before, event) => ({ answeredAt: event.occurredAt }),
  SanctionRecommended: (_before, { payload }) => ({ recommendation: (payload as Payload<'SanctionRecommended'>).recommendation }),
  DisciplineOutcomeDecided: (_before, { payload }) => {
    const { sanctions, decidedOn } = payload as Payload<'DisciplineOutcomeDecided'>;

    return { decision: sanctions.map(({ name, sanction }) => `${name}：${sanction}`).join('；'), decidedOn };
  },
  DisciplineOutcomeReported: ({ reportedTo }, { payload }) => ({
    reportedTo: [...reportedTo, (payload as Payload<'DisciplineOutcomeReported'>).addressee],
  }),
};

export const sanctionOutcomes: Projection<SanctionOutcome> = {
  name: 'sanctionOutcomes',
  version: 1,
  eventTypes: ['DisciplineClueTransferred', ...disciplineProcedure.events],
  indexes: [{ fields: ['transferredAt'] }, { fields: ['caseId'] }, { fields: ['status'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event) => {
    if (event.type === 'DisciplineClueTransferred') return opened(event);

    return (
      before && {
        ...before,
        ...STEPS[event.type]?.(before, event),
        status: disciplineProcedure.next(before.status, event.type) ?? before.status,
      }
    );
  },
};

export interface SanctionOutcomeFilter {
  readonly caseId?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly trigger?: string | null | undefined;
}

export const sanctionOutcomeList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: SanctionOutcomeFilter; readonly page: PageInput },
): Promise<Connection<SanctionOutcome>> =>
  connection<SanctionOutcome>(reader, {
    collection: sanctionOutcomes.name,
    filters: [...heldTo(scopes), ...equal('caseId', filter.caseId), ...equal('status', filter.status), ...equal('trigger', filter.trigger)],
    orderBy: 'transferredAt',
    page,
  });
