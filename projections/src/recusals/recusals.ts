import {
  idOfStream,
  type ConductEvent,
  type DisciplineEvent,
  type DocumentReader,
  type Filter,
  type InterferenceEvent,
  type Page,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';

/** Who is kept from reading what: from a record that names them, and from a case on which there is one or which they were told to leave (O-46). Shown to nobody. */
export interface RecusalDocument extends Readonly<Record<string, unknown>> {
  readonly key: string;
  /** The record that names them, which they never read; null for a recusal from a case. */
  readonly recordId: string | null;
  readonly caseId: string | null;
  readonly persons: readonly string[];
  /** They may read the case again. */
  readonly lifted: boolean;
}

type Recorded = Extract<InterferenceEvent, { type: 'InterferenceRecorded' }>['payload'];
type Transferred = Extract<DisciplineEvent, { type: 'DisciplineClueTransferred' }>['payload'];
type Silent = Extract<InterferenceEvent, { type: 'NonRecordingFound' }>['payload'];
type Suppressed = Extract<InterferenceEvent, { type: 'RecordingSuppressed' }>['payload'];
type Barred = Extract<ConductEvent, { type: 'PersonBarred' }>['payload'];

interface Named {
  readonly caseId: string | null;
  readonly persons: readonly (string | null)[];
}

const NAMES: Readonly<Record<string, (event: RecordedEvent) => Named>> = {
  InterferenceRecorded: ({ payload }) => {
    const { caseId, official } = payload as Recorded;

    return { caseId, persons: [official.person] };
  },
  DisciplineClueTransferred: ({ payload }) => {
    const { caseId, responsibleManager, others } = payload as Transferred;

    return { caseId, persons: [responsibleManager, ...others].map(({ person }) => person) };
  },
  PersonBarred: (event) => ({ caseId: idOfStream(event.stream), persons: [(event.payload as Barred).person] }),
};

/** Who is named in a record that there is, beside those whom it began with. */
const ADDS: Readonly<Record<string, (event: RecordedEvent) => string | null>> = {
  NonRecordingFound: ({ payload }) => (payload as Silent).person.person,
  RecordingSuppressed: ({ payload }) => (payload as Suppressed).leader.person,
};

/** What ends it, for the case: a record found untrue, a clue returned, a recusal lifted. */
const ENDS = ['InterferenceFoundUntrue', 'DisciplineClueReturned', 'PersonBarLifted'];

const keyOf = ({ stream, payload }: RecordedEvent): string => `${stream}/${(payload as { readonly barId?: string }).barId ?? 'record'}`;

const opened = (event: RecordedEvent, key: string): RecusalDocument | undefined => {
  const named = NAMES[event.type]?.(event);
  if (named === undefined) return undefined;
  const recordId = event.type === 'PersonBarred' ? null : idOfStream(event.stream);

  return { key, recordId, caseId: named.caseId, persons: named.persons.filter((person) => person !== null), lifted: false };
};

const evolve = (before: RecusalDocument | undefined, event: RecordedEvent, key: string): RecusalDocument | undefined => {
  const add = ADDS[event.type];
  if (add === undefined && !ENDS.includes(event.type)) return opened(event, key);
  if (before === undefined) return undefined;
  const added = add?.(event) ?? null;

  return add === undefined ? { ...before, lifted: true } : { ...before, persons: [...before.persons, ...(added === null ? [] : [added])] };
};

export const recusals: Projection<RecusalDocument> = {
  name: 'recusals',
  version: 2,
  eventTypes: [...Object.keys(NAMES), ...Object.keys(ADDS), ...ENDS],
  indexes: [{ fields: ['key'] }, { fields: ['caseId', 'key'] }],
  keysOf: (event) => [keyOf(event)],
  evolve,
};

const PAGE = 200;

const all = async (reader: DocumentReader, filters: readonly Filter[]): Promise<readonly RecusalDocument[]> => {
  const found: RecusalDocument[] = [];
  let after: string | undefined;
  for (;;) {
    const page: Page<RecusalDocument> = await reader.find<RecusalDocument>(recusals.name, {
      filters,
      orderBy: 'key',
      direction: 'asc',
      first: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.rows.map(({ document }) => document));
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) return found;
  }
};

/** Ids of the cases that this person may not read, of the records that name them, and of those that name others on these cases. */
export const keptFrom = async (reader: DocumentReader, person: string): Promise<ReadonlySet<string>> => {
  const own = await all(reader, [{ field: 'persons', op: 'has', value: person }]);
  const cases = [...new Set(own.flatMap(({ caseId, lifted }) => (lifted || caseId === null ? [] : [caseId])))];
  const others = await Promise.all(cases.map((caseId) => all(reader, [{ field: 'caseId', op: 'eq', value: caseId }])));

  return new Set([...cases, ...[...own, ...others.flat()].flatMap(({ recordId }) => recordId ?? [])]);
};

/** Persons who may not read this case. */
export const personsKeptFrom = async (reader: DocumentReader, caseId: string): Promise<ReadonlySet<string>> => {
  const found = await all(reader, [
    { field: 'lifted', op: 'eq', value: false },
    { field: 'caseId', op: 'eq', value: caseId },
  ]);

  return new Set(found.flatMap(({ persons }) => persons));
};
