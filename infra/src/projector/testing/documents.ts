import type { Document } from '@liuhen/workflows';
import type { ReadStore } from '../../read-store/port';

/** Every document of one read model. */
export const documentsOf = async (store: ReadStore, collection: string): Promise<Readonly<Record<string, Document>>> => {
  const all: Record<string, Document> = {};
  let after: string | undefined;
  for (;;) {
    const page = await store.find(collection, {
      filters: [],
      direction: 'asc',
      first: 200,
      ...(after === undefined ? {} : { after }),
    });
    for (const { key, document } of page.rows) all[key] = document;
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage) return all;
  }
};

/** Every document of every read model that was made there, as a reader finds it. */
export const everything = async (store: ReadStore): Promise<Readonly<Record<string, Readonly<Record<string, Document>>>>> => {
  const names = [...(await store.standings()).keys()];

  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await documentsOf(store, name)] as const)));
};
