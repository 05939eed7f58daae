import {
  idOfStream,
  type Actor,
  type DocumentReader,
  type Filter,
  type InterferenceEvent,
  type InterferenceStatus,
  type Projection,
  type RecordedEvent,
  type Text,
} from '@liuhen/workflows';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';
import { titleOf } from '../shared/titles';

type Recorded = Extract<InterferenceEvent, { type: 'InterferenceRecorded' }>['payload'];

export interface InterferenceStep {
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly finding: string | null;
}

/** Who leaned on whom, and what came of it. */
export interface InterferenceDocument extends Readonly<Record<string, unknown>> {
  readonly interferenceId: string;
  readonly status: InterferenceStatus;
  readonly caseId: string | null;
  readonly jurisdiction: string;
  readonly officialPerson: string | null;
  readonly happenedAt: string;
  readonly record: Recorded;
  readonly recordedBy: Actor;
  readonly recordedByPerson: string;
  readonly steps: readonly InterferenceStep[];
}

const STATUS: Readonly<Record<string, InterferenceStatus>> = {
  InterferenceFoundTrue: 'verified',
  InterferenceFoundUntrue: 'unfounded',
  AccountabilityActionRecorded: 'accountedFor',
};

const stepOf = ({ type, occurredAt, actor, payload }: RecordedEvent): InterferenceStep => {
  const { finding, outcome } = payload as { readonly finding?: string; readonly outcome?: string };

  return { type, title: titleOf(type), occurredAt, actor, finding: finding ?? outcome ?? null };
};

const evolve = (before: InterferenceDocument | undefined, event: RecordedEvent, key: string): InterferenceDocument | undefined => {
  if (event.type !== 'InterferenceRecorded') {
    return before && { ...before, status: STATUS[event.type] ?? before.status, steps: [...before.steps, stepOf(event)] };
  }
  const record = event.payload as Recorded;

  return {
    interferenceId: key,
    status: 'recorded',
    caseId: record.caseId,
    jurisdiction: record.jurisdiction,
    officialPerson: record.official.person,
    happenedAt: record.happenedAt,
    record,
    recordedBy: event.actor,
    recordedByPerson: event.actor.person,
    steps: [stepOf(event)],
  };
};

export const interferenceTrails: Projection<InterferenceDocument> = {
  name: 'interferenceTrails',
  version: 1,
  eventTypes: ['InterferenceRecorded', ...Object.keys(STATUS)],
  indexes: [{ fields: ['happenedAt'] }, { fields: ['caseId'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve,
};

export interface InterferenceFilter {
  readonly caseId?: string | null | undefined;
  readonly officialPerson?: string | null | undefined;
  /** Only those that this person recorded. */
  readonly recordedBy?: string | null | undefined;
}

export const interferenceTrail = (
  reader: DocumentReader,
  area: string,
  { filter, page }: { readonly filter: InterferenceFilter; readonly page: PageInput },
): Promise<Connection<InterferenceDocument>> => {
  const filters: readonly Filter[] = [
    ...within(area),
    ...equal('caseId', filter.caseId),
    ...equal('officialPerson', filter.officialPerson),
    ...equal('recordedByPerson', filter.recordedBy),
  ];

  return connection<InterferenceDocument>(reader, { collection: interferenceTrails.name, filters, orderBy: 'happenedAt', page });
};
