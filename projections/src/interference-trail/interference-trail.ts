import {
  dayOf,
  idOfStream,
  interferenceProcedure,
  isRealInstant,
  earliest,
  UNKNOWN,
  type Actor,
  type DocumentReader,
  type Filter,
  type InterferenceEvent,
  type InterferenceStatus,
  type NamedPerson,
  type Projection,
  type RecordedEvent,
  type Text,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Limits, type Scope } from '../shared/scope';
import { titleOf } from '../shared/titles';

type Payload<T extends InterferenceEvent['type']> = Extract<InterferenceEvent, { type: T }>['payload'];
type Recorded = Payload<'InterferenceRecorded'>;

export interface InterferenceStep {
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly finding: string | null;
}

/** One step of custody of the stored medium. */
export interface CustodyStep {
  readonly itemId: string;
  readonly description: string | null;
  readonly digest: string;
  readonly keeper: string;
  readonly keeperPerson: string;
  readonly at: string;
  readonly reason: string | null;
}

/** Somebody who was addressed or present and, as far as this record tells, has not recorded it; a finding says more. */
export interface ShouldHaveRecorded {
  readonly person: string;
  readonly name: string;
  /** Null where nothing was found, else how it was not recorded. */
  readonly found: string | null;
  readonly seriousConsequence: string | null;
  readonly sanctioned: boolean;
  readonly nonRecordingId: string | null;
}

/** Who leaned on whom, and what came of it. */
export interface InterferenceDocument extends Readonly<Record<string, unknown>> {
  readonly interferenceId: string;
  readonly status: InterferenceStatus;
  readonly caseId: string | null;
  readonly jurisdiction: string;
  readonly officialPerson: string | null;
  readonly kind: string;
  readonly form: string;
  readonly happenedAt: string;
  readonly recordedAt: string;
  /** Days from the earliest moment that it can have happened to its recording; 0 for the same day (O-27). */
  readonly gapDays: number;
  readonly late: boolean;
  readonly record: Recorded;
  readonly recordedBy: Actor;
  readonly recordedByPerson: string;
  readonly reportedTo: string | null;
  readonly reportedAt: string | null;
  readonly consequence: string | null;
  readonly custody: readonly CustodyStep[];
  readonly shouldHaveRecorded: readonly ShouldHaveRecorded[];
  readonly steps: readonly InterferenceStep[];
}

const stepOf = ({ type, occurredAt, actor, payload }: RecordedEvent): InterferenceStep => {
  const { finding, outcome } = payload as { readonly finding?: string; readonly outcome?: string };

  return { type, title: titleOf(type), occurredAt, actor, finding: finding ?? outcome ?? null };
};

const dayOfMoment = (moment: string): string => (isRealInstant(moment) ? dayOf(moment) : earliest(moment));

/** Nothing is late that happened nobody knows when. */
const gapOf = (happenedAt: string, recordedAt: string): number =>
  happenedAt === UNKNOWN ? 0 : Math.max(0, Temporal.PlainDate.from(dayOfMoment(happenedAt)).until(dayOf(recordedAt)).days);

const silent = ({ person, name }: NamedPerson): ShouldHaveRecorded => ({
  person,
  name,
  found: null,
  seriousConsequence: null,
  sanctioned: false,
  nonRecordingId: null,
});

const opened = (event: RecordedEvent, key: string): InterferenceDocument => {
  const record = event.payload as Recorded;
  const gapDays = gapOf(record.happenedAt, event.recordedAt);

  return {
    interferenceId: key,
    status: interferenceProcedure.initial,
    caseId: record.caseId,
    jurisdiction: record.jurisdiction,
    officialPerson: record.official.person,
    kind: record.kind,
    form: record.form,
    happenedAt: record.happenedAt,
    recordedAt: event.recordedAt,
    gapDays,
    late: gapDays > 0,
    record,
    recordedBy: event.actor,
    recordedByPerson: event.actor.person,
    reportedTo: record.reportedTo ?? null,
    reportedAt: record.reportedAt ?? null,
    consequence: record.consequence ?? null,
    custody: [],
    shouldHaveRecorded: (record.addressed ?? []).filter(({ person }) => person !== event.actor.person).map(silent),
    steps: [stepOf(event)],
  };
};

const found = (all: readonly ShouldHaveRecorded[], payload: Payload<'NonRecordingFound'>): readonly ShouldHaveRecorded[] => {
  const { person, kind, nonRecordingId } = payload;
  const entry = { ...silent(person), found: kind, nonRecordingId };

  return [...all.filter((each) => each.person !== person.person || each.found !== null), entry];
};

const onFinding = (
  { shouldHaveRecorded }: InterferenceDocument,
  id: string,
  change: Partial<ShouldHaveRecorded>,
): Partial<InterferenceDocument> => ({
  shouldHaveRecorded: shouldHaveRecorded.map((each) => (each.nonRecordingId === id ? { ...each, ...change } : each)),
});

type Change = (before: InterferenceDocument, event: RecordedEvent) => Partial<InterferenceDocument>;

const CHANGES: Readonly<Record<string, Change>> = {
  InterferenceMediumStored: ({ custody }, { payload }) => {
    const { itemId, description, digest, keeper, storedAt: at } = payload as Payload<'InterferenceMediumStored'>;
    const step = { itemId, description, digest, keeper: keeper.name, keeperPerson: keeper.person, at, reason: null };

    return { custody: [...custody, step] };
  },
  InterferenceMediumHandedOver: ({ custody }, { payload, occurredAt: at }) => {
    const { itemId, digest, to, reason } = payload as Payload<'InterferenceMediumHandedOver'>;

    return { custody: [...custody, { itemId, description: null, digest, keeper: to.name, keeperPerson: to.person, at, reason }] };
  },
  InterferenceReportedUpward: ({ consequence: before }, { payload }) => {
    const { reportedTo, reportedAt, consequence } = payload as Payload<'InterferenceReportedUpward'>;

    return { reportedTo, reportedAt, consequence: consequence ?? before };
  },
  NonRecordingFound: ({ shouldHaveRecorded }, { payload }) => ({
    shouldHaveRecorded: found(shouldHaveRecorded, payload as Payload<'NonRecordingFound'>),
  }),
  SeriousConsequenceFound: (before, { payload }) => {
    const { nonRecordingId, consequence } = payload as Payload<'SeriousConsequenceFound'>;

    return onFinding(before, nonRecordingId, { seriousConsequence: consequence });
  },
  NonRecordingSanctioned: (before, { payload }) =>
    onFinding(before, (payload as Payload<'NonRecordingSanctioned'>).nonRecordingId, { sanctioned: true }),
};

const evolve = (before: InterferenceDocument | undefined, event: RecordedEvent, key: string): InterferenceDocument | undefined => {
  if (event.type === 'InterferenceRecorded') return opened(event, key);

  return (
    before && {
      ...before,
      ...CHANGES[event.type]?.(before, event),
      status: interferenceProcedure.next(before.status, event.type) ?? before.status,
      steps: [...before.steps, stepOf(event)],
    }
  );
};

export const interferenceTrails: Projection<InterferenceDocument> = {
  name: 'interferenceTrails',
  version: 2,
  eventTypes: ['InterferenceRecorded', ...interferenceProcedure.events],
  indexes: [{ fields: ['happenedAt'] }, { fields: ['caseId'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve,
};

export interface InterferenceFilter {
  readonly caseId?: string | null | undefined;
  readonly officialPerson?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly form?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly late?: boolean | null | undefined;
}

const LIMITS: Limits = { area: [{ field: 'jurisdiction', op: 'prefix' }], recordedBy: [{ field: 'recordedByPerson', op: 'eq' }] };

/** Records of interventions, latest first. */
export const interferenceTrail = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: InterferenceFilter; readonly page: PageInput },
): Promise<Connection<InterferenceDocument>> => {
  const filters: readonly Filter[] = [
    ...heldTo(scopes, LIMITS),
    ...equal('caseId', filter.caseId),
    ...equal('officialPerson', filter.officialPerson),
    ...equal('kind', filter.kind),
    ...equal('form', filter.form),
    ...equal('status', filter.status),
    ...(typeof filter.late === 'boolean' ? [{ field: 'late', op: 'eq', value: filter.late } as const] : []),
  ];

  return connection<InterferenceDocument>(reader, {
    collection: interferenceTrails.name,
    filters,
    orderBy: 'happenedAt',
    page,
  });
};
