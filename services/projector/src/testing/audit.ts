import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openReadStore, openSqliteEventReader, openSqliteReadStore, rebuildProjections, type ReadStore } from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import { kindOfStream, START, type Document, type RecordedEvent } from '@liuhen/workflows';
import type { Listener } from './listener';
import type { Officer } from './officer';
import type { Stand } from './stand';

const documentsOf = async (store: ReadStore, collection: string): Promise<Readonly<Record<string, Document>>> => {
  const all: Record<string, Document> = {};
  for (let after: string | undefined; ;) {
    const page = await store.find(collection, {
      filters: [],
      orderBy: 'none',
      direction: 'asc',
      first: 200,
      ...(after === undefined ? {} : { after }),
    });
    for (const { key, document } of page.rows) all[key] = document;
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage) return all;
  }
};

const everything = async (store: ReadStore) => {
  const all: Record<string, Readonly<Record<string, Document>>> = {};
  for (const { name } of allProjections) all[name] = await documentsOf(store, name);

  return all;
};

const PAGE = 2_000;

const logOf = async (folder: string): Promise<readonly RecordedEvent[]> => {
  const reader = openSqliteEventReader({ folder });
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await reader.readAll(events.at(-1)?.position ?? START, PAGE);
    events.push(...page);
    if (page.length < PAGE) break;
  }
  await reader.close();

  return events;
};

const rebuiltOf = async (folder: string) => {
  const beside = mkdtempSync(join(tmpdir(), 'liuhen-rebuilt-'));
  const source = openSqliteEventReader({ folder });
  const readStore = openSqliteReadStore({ folder: beside });
  await rebuildProjections({ source, readStore, projections: allProjections });
  const documents = await everything(readStore);
  await readStore.close();
  await source.close();
  rmSync(beside, { recursive: true, force: true });

  return documents;
};

const actsFaults = (events: readonly RecordedEvent[], officers: readonly Officer[]): readonly string[] => {
  const byAct = new Map<string, readonly RecordedEvent[]>();
  for (const event of events) byAct.set(event.actId, [...(byAct.get(event.actId) ?? []), event]);

  return officers
    .flatMap(({ acknowledged }) => acknowledged)
    .flatMap(({ key, actId, position }) => {
      const own = byAct.get(actId) ?? [];
      const once = new Set(own.map(({ id }) => id)).size === own.length && new Set(own.map(({ stream }) => stream)).size === 1;

      return once && own.at(-1)?.position === position ? [] : [`${key} acknowledged at ${position}, in the log ${own.length} times`];
    });
};

const listenerFaults = (events: readonly RecordedEvent[], listeners: readonly Listener[]): readonly string[] => {
  const told = events.filter(({ stream }) => kindOfStream(stream) === 'case').map(({ position }) => position);

  return listeners.flatMap(({ heard }, at) =>
    isDeepStrictEqual(heard, told) ? [] : [`listener ${at} heard ${heard.length} of ${told.length}, or not in order`],
  );
};

const documentFaults = async (stand: Stand): Promise<readonly string[]> => {
  const readStore = await openReadStore({ data: stand.folder, readModels: stand.readModels });
  try {
    const [live, rebuilt] = [await everything(readStore), await rebuiltOf(stand.folder)];

    return allProjections
      .map(({ name }) => name)
      .filter((name) => !isDeepStrictEqual(live[name], rebuilt[name]))
      .map((name) => `${name} is not what a rebuild gives`);
  } finally {
    await readStore.close();
  }
};

/** What is wrong after all that: acknowledged acts that are not there exactly once, read models unlike a rebuild, events not told. */
export const audit = async (stand: Stand, officers: readonly Officer[], listeners: readonly Listener[]): Promise<readonly string[]> => {
  const events = await logOf(stand.folder);

  return [...actsFaults(events, officers), ...listenerFaults(events, listeners), ...(await documentFaults(stand))];
};
