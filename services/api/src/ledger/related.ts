import type { Related } from '@liuhen/infra';
import { interferenceTrails, personTrails, type InterferenceDocument, type TrailEntry } from '@liuhen/projections';
import { streamOf, type DocumentReader, type Filter } from '@liuhen/workflows';

const PAGE = 200;

/** All documents of a collection that meet the filters, page by page. */
async function* documents<D extends Readonly<Record<string, unknown>>>(
  reader: DocumentReader,
  collection: string,
  query: { readonly filters: readonly Filter[]; readonly orderBy: string },
): AsyncIterable<D> {
  let after: string | undefined;
  do {
    const page = await reader.find<D>(collection, { ...query, direction: 'asc', first: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { document } of page.rows) yield document;
    after = page.hasNextPage ? page.rows.at(-1)?.cursor : undefined;
  } while (after !== undefined);
}

/** What belongs to a case or a person, as the read models know it. */
export const relatedStreams = (reader: DocumentReader): Omit<Related, 'mayHold'> => ({
  interferencesOf: async (caseId) => {
    const filters: readonly Filter[] = [{ field: 'caseId', op: 'eq', value: caseId }];
    const streams: string[] = [];
    for await (const { interferenceId } of documents<InterferenceDocument>(reader, interferenceTrails.name, {
      filters,
      orderBy: 'happenedAt',
    })) {
      streams.push(streamOf('interference', interferenceId));
    }

    return streams;
  },
  streamsOfPerson: async (person) => {
    const filters: readonly Filter[] = [{ field: 'person', op: 'eq', value: person }];
    const streams = new Set<string>();
    for await (const { stream } of documents<TrailEntry>(reader, personTrails.name, { filters, orderBy: 'position' })) streams.add(stream);

    return [...streams];
  },
});
