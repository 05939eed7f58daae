import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PageRequest, Projection } from '@liuhen/workflows';
import { encodeCursor } from './cursor';
import { fieldInBody, pageSql } from './query';
import { columnOf, tableOf } from './sqlite-collection';
import { openSqliteReadStore } from './sqlite-read-store';
import { readStoreContract } from './testing/read-store-contract';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-read-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

readStoreContract('SQLite', { open: () => Promise.resolve(openSqliteReadStore({ folder: newFolder() })) });

const rows: Projection = {
  name: 'rows',
  version: 1,
  eventTypes: [],
  indexes: [{ fields: ['name'] }],
  keysOf: () => [],
  evolve: (before) => before,
};
const upTo = (checkpoint: number) => ({ checkpoint, event: `event-${checkpoint}` });
const batch = (checkpoint: number, name: string, generation = 1) => ({
  projection: 'rows',
  generation,
  changes: [{ key: 'a', document: { name } }],
  ...upTo(checkpoint),
});

describe('the folder of the SQLite read store', () => {
  it('keeps documents and checkpoint over a restart', async () => {
    const folder = newFolder();
    const first = openSqliteReadStore({ folder });
    await first.ensure(rows);
    await first.apply([batch(4, 'x')]);
    await first.close();
    const second = openSqliteReadStore({ folder });
    await second.ensure(rows);

    expect(await second.standing('rows')).toEqual({ version: 1, generation: 1, ...upTo(4) });
    expect(await second.get('rows', 'a')).toEqual({ name: 'x' });
    await second.close();
  });

  it('takes up a folder of a version that noted no event at a checkpoint, and notes it from there on', async () => {
    const folder = newFolder();
    const before = openSqliteReadStore({ folder });
    await before.ensure(rows);
    await before.apply([batch(4, 'x')]);
    const older = Reflect.get(before, 'db') as DatabaseSync;
    // That version moves the checkpoint and leaves what it does not know; the first of its kind had no such table.
    older.exec('UPDATE collections SET checkpoint = 6');
    expect(await before.standing('rows')).toEqual({ version: 1, generation: 1, checkpoint: 6, event: undefined });
    older.exec('DROP TABLE marks');
    await before.close();
    const store = openSqliteReadStore({ folder });

    expect(await store.standing('rows')).toEqual({ version: 1, generation: 1, checkpoint: 6, event: undefined });
    await store.apply([batch(7, 'y')]);
    expect(await store.standing('rows')).toEqual({ version: 1, generation: 1, ...upTo(7) });
    await store.close();
  });

  it('shows a second process what the first one wrote, and the rebuild that the first one swapped in', async () => {
    const folder = newFolder();
    const writer = openSqliteReadStore({ folder });
    await writer.ensure(rows);
    await writer.apply([batch(1, 'one')]);
    const reader = openSqliteReadStore({ folder });
    expect(await reader.get('rows', 'a')).toEqual({ name: 'one' });

    await writer.apply([batch(2, 'two')]);
    expect(await reader.get('rows', 'a')).toEqual({ name: 'two' });

    const rebuild = await writer.rebuild(rows);
    await rebuild.write([{ key: 'a', document: { name: 'three' } }]);
    await rebuild.swap(upTo(2));
    expect(await reader.get('rows', 'a')).toEqual({ name: 'three' });
    expect(await reader.apply([batch(3, 'late')])).toEqual(['moved']);
    expect(await reader.apply([batch(3, 'four', 2)])).toEqual(['done']);
    expect(await writer.get('rows', 'a')).toEqual({ name: 'four' });
    await reader.close();
    await writer.close();
  });

  it('takes up a rebuild that was cut short as if it had never begun', async () => {
    const folder = newFolder();
    const first = openSqliteReadStore({ folder });
    await first.ensure(rows);
    await (await first.rebuild(rows)).write([{ key: 'leftover', document: { name: 'x' } }]);
    await first.close();
    const second = openSqliteReadStore({ folder });
    const rebuild = await second.rebuild(rows);
    await rebuild.swap(upTo(0));

    expect(await second.count('rows', [], 10)).toBe(0);
    await second.close();
  });

  it('answers STORAGE_FULL, writes nothing of the batch, is asked on, and goes on once there is room', async () => {
    const store = openSqliteReadStore({ folder: newFolder() });
    await store.ensure(rows);
    await store.apply([batch(1, 'one')]);
    const tight = Reflect.get(store, 'db') as DatabaseSync;
    tight.exec(`PRAGMA max_page_count = ${Number(tight.prepare('PRAGMA page_count').get()?.['page_count']) + 2}`);
    const big = {
      ...batch(2, 'two'),
      changes: [
        { key: 'a', document: { name: 'two' } },
        { key: 'b', document: { name: 'x'.repeat(200_000) } },
      ],
    };

    await expect(store.apply([big])).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(await store.get('rows', 'a')).toEqual({ name: 'one' });
    expect(await store.standing('rows')).toMatchObject({ checkpoint: 1 });
    tight.exec('PRAGMA max_page_count = 1000000');
    expect(await store.apply([big])).toEqual(['done']);
    expect(await store.get('rows', 'a')).toEqual({ name: 'two' });
    await store.close();
  });
});

describe('a page of the SQLite read store', () => {
  const listed: Projection = { ...rows, indexes: [{ fields: ['name'] }, { fields: ['stage', 'name'] }] };
  const FIELDS = ['name', 'stage'];
  let db: DatabaseSync;
  beforeAll(async () => {
    const folder = newFolder();
    const store = openSqliteReadStore({ folder });
    await store.ensure(listed);
    await store.close();
    db = new DatabaseSync(join(folder, 'read.db'), { readOnly: true });
  });
  afterAll(() => db.close());

  /** How the engine picks the rows of a page, statement by statement. */
  const plansOf = (request: PageRequest): readonly (readonly string[])[] =>
    pageSql(tableOf('rows', 1), request, (field) => (FIELDS.includes(field) ? columnOf(field) : fieldInBody(field))).map(
      ({ sql, values }) => {
        const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values, request.first + 1);
        const details = steps.map(({ detail }) => String(detail));

        return details.slice(details.indexOf('CO-ROUTINE picked') + 1, details.indexOf('SCAN picked'));
      },
    );

  const STAGE = { field: 'stage', op: 'eq', value: 'clue' } as const;
  const ways = [
    { filters: [], bounded: /^SEARCH .* USING COVERING INDEX docs_rows_1_key \(key[<>]\?\)$/ },
    { filters: [], orderBy: 'name', bounded: /^SEARCH .* USING COVERING INDEX docs_rows_1_0 \(.*f_name.*\)$/ },
    { filters: [STAGE], orderBy: 'name', bounded: /^SEARCH .* USING COVERING INDEX docs_rows_1_1 \(f_stage=\? AND .*f_name.*\)$/ },
  ];
  const places = (['asc', 'desc'] as const).flatMap((direction) => [null, '', 'x'].map((value) => ({ direction, value })));

  it.each(ways.flatMap((way) => places.map((place) => ({ ...way, ...place }))))(
    'begins in the index where the last one ended: by $orderBy $direction after $value, of $filters',
    ({ bounded, value, ...view }) => {
      const plans = plansOf({ ...view, first: 50, after: encodeCursor({ value, key: 'k' }) });

      expect(plans.length).toBeGreaterThan(0);
      // One step each: neither a scan nor a sorter.
      for (const plan of plans) expect(plan).toEqual([expect.stringMatching(bounded)]);
    },
  );
});
