import {
  idOfStream,
  kindOfStream,
  type ConductEvent,
  type DisciplineEvent,
  type DocumentReader,
  type InterferenceEvent,
  type Page,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';

/** Who is kept from reading a case: named in a record on it, or told to stand aside (O-46). Shown to nobody. */
export interface RecusalDocument extends Readonly<Record<string, unknown>> {
  /** Empty where the record is about no case. */
  readonly caseId: string;
  /** The record that names them, of which they are not told either; null where there is none. */
  readonly recordId: string | null;
  readonly persons: readonly string[];
  readonly lifted: boolean;
}

type Recorded = Extract<InterferenceEvent, { type: 'InterferenceRecorded' }>['payload'];
type Transferred = Extract<DisciplineEvent, { type: 'DisciplineClueTransferred' }>['payload'];
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

/** What ends it: a record found untrue, a clue returned, a recusal lifted. */
const ENDS = ['InterferenceFoundUntrue', 'DisciplineClueReturned', 'PersonBarLifted'];

const keyOf = ({ stream, payload }: RecordedEvent): string => `${stream}/${(payload as { readonly barId?: string }).barId ?? 'record'}`;

const opened = (event: RecordedEvent): RecusalDocument | undefined => {
  const named = NAMES[event.type]?.(event);
  if (named === undefined) return undefined;
  const persons = named.persons.filter((person) => person !== null);
  const recordId = kindOfStream(event.stream) === 'case' ? null : idOfStream(event.stream);

  return persons.length === 0 ? undefined : { caseId: named.caseId ?? '', recordId, persons, lifted: false };
};

export const recusals: Projection<RecusalDocument> = {
  name: 'recusals',
  version: 2,
  eventTypes: [...Object.keys(NAMES), ...ENDS],
  indexes: [{ fields: ['lifted'] }, { fields: ['caseId'] }],
  keysOf: (event) => [keyOf(event)],
  evolve: (before, event) => (ENDS.includes(event.type) ? before && { ...before, lifted: true } : opened(event)),
};

const PAGE = 200;

const standing = async (reader: DocumentReader, field: 'persons' | 'caseId', value: string): Promise<readonly RecusalDocument[]> => {
  const all: RecusalDocument[] = [];
  let after: string | undefined;
  for (;;) {
    const page: Page<RecusalDocument> = await reader.find<RecusalDocument>(recusals.name, {
      filters: [
        { field: 'lifted', op: 'eq', value: false },
        { field, op: field === 'persons' ? 'has' : 'eq', value },
      ],
      orderBy: 'caseId',
      direction: 'asc',
      first: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page.rows.map(({ document }) => document));
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) return all;
  }
};

/** Cases that this person may not read, the records that name them, and those that name others on the same cases. */
export const casesKeptFrom = async (reader: DocumentReader, person: string): Promise<ReadonlySet<string>> => {
  const own = await standing(reader, 'persons', person);
  const cases = [...new Set(own.map(({ caseId }) => caseId))].filter((caseId) => caseId !== '');
  const others = await Promise.all(cases.map((caseId) => standing(reader, 'caseId', caseId)));
  const records = [...own, ...others.flat()].flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));

  return new Set([...cases, ...records]);
};

/** Persons who may not read this case. */
export const personsKeptFrom = async (reader: DocumentReader, caseId: string): Promise<ReadonlySet<string>> =>
  new Set((await standing(reader, 'caseId', caseId)).flatMap(({ persons }) => persons));
