import { openSqliteReadStore, type Change, type ReadStore } from '@liuhen/infra';
import type { PageRequest, Projection } from '@liuhen/workflows';
import { inFolder } from '../harness/folder';
import { atMost, inTurn, secondsOf, type Measurement, type Suite } from '../harness/measurement';

const DOCUMENTS = 120_000;
const DEPTH = 100_000;
const PAGE = 200;
const REPEATS = 50;

const rows: Projection = {
  name: 'rows',
  version: 1,
  eventTypes: [],
  indexes: [{ fields: ['dueOn'] }],
  keysOf: () => [],
  evolve: (before) => before,
};

/** Half of them due on no day at all, the others on some hundred days. */
const changeOf = (at: number): Change => ({
  key: `duty-${String((at * 7_919) % DOCUMENTS).padStart(6, '0')}`,
  document: { dueOn: at % 2 === 0 ? null : `2024-09-${String(at % 97).padStart(2, '0')}`, text: '限期改正违法行为'.repeat(20) },
  isNew: true,
});

const fill = async (store: ReadStore): Promise<void> => {
  await store.ensure(rows);
  for (let at = 0; at < DOCUMENTS; at += PAGE * 10) {
    const changes = Array.from({ length: PAGE * 10 }, (_, each) => changeOf(at + each));
    await store.apply([{ projection: rows.name, generation: 1, changes, checkpoint: at + 1, event: `event-${at + 1}` }]);
  }
};

const cursorAt = async (store: ReadStore, request: PageRequest): Promise<string> => {
  let after = '';
  for (let seen = 0; seen < DEPTH; seen += PAGE) {
    const page = await store.find(rows.name, after === '' ? request : { ...request, after });
    after = page.rows.at(-1)?.cursor ?? '';
  }

  return after;
};

const microseconds = async (store: ReadStore, request: PageRequest): Promise<number> => {
  const seconds = await secondsOf(async () => {
    for (let at = 0; at < REPEATS; at += 1) await store.find(rows.name, request);
  });

  return (seconds * 1e6) / REPEATS;
};

const WAYS = [
  { zh: '按键', en: 'by key', request: { filters: [], direction: 'asc', first: PAGE } },
  { zh: '按日期', en: 'by day, ascending', request: { filters: [], orderBy: 'dueOn', direction: 'asc', first: PAGE } },
  { zh: '按日期倒序', en: 'by day, descending', request: { filters: [], orderBy: 'dueOn', direction: 'desc', first: PAGE } },
] as const;

/** A page far down a long list beside the first one. */
export const pagesSuite: Suite = () =>
  inFolder(async (folder) => {
    const store = openSqliteReadStore({ folder });
    await fill(store);
    const all: Measurement[] = [];
    for (const { zh, en, request } of WAYS) {
      const after = await cursorAt(store, request);
      const times = await inTurn(5, {
        ours: () => microseconds(store, { ...request, after }),
        peer: () => microseconds(store, request),
      });
      all.push(
        atMost({
          suite: 'pages',
          measure: { zh: `第 ${DEPTH} 行之后的一页，${zh}，对照第一页`, en: `page after row ${DEPTH} vs the first page, ${en}` },
          ...times,
          unit: 'µs',
          target: 1.5,
        }),
      );
    }
    await store.close();

    return all;
  });
