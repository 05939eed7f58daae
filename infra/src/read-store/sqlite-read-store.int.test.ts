import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Projection } from '@liuhen/workflows';
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
const batch = (checkpoint: number, name: string, generation = 1) => ({
  projection: 'rows',
  generation,
  changes: [{ key: 'a', document: { name } }],
  checkpoint,
});

describe('the folder of the SQLite read store', () => {
  it('keeps documents and checkpoint over a restart', async () => {
    const folder = newFolder();
    const first = openSqliteReadStore({ folder });
    first.ensure(rows);
    first.apply([batch(4, 'x')]);
    await first.close();
    const second = openSqliteReadStore({ folder });
    second.ensure(rows);

    expect(second.standing('rows')).toEqual({ version: 1, generation: 1, checkpoint: 4 });
    expect(await second.get('rows', 'a')).toEqual({ name: 'x' });
    await second.close();
  });

  it('shows a second process what the first one wrote, and the rebuild that the first one swapped in', async () => {
    const folder = newFolder();
    const writer = openSqliteReadStore({ folder });
    writer.ensure(rows);
    writer.apply([batch(1, 'one')]);
    const reader = openSqliteReadStore({ folder });
    expect(await reader.get('rows', 'a')).toEqual({ name: 'one' });

    writer.apply([batch(2, 'two')]);
    expect(await reader.get('rows', 'a')).toEqual({ name: 'two' });

    const rebuild = writer.rebuild(rows);
    rebuild.write([{ key: 'a', document: { name: 'three' } }]);
    rebuild.swap(2);
    expect(await reader.get('rows', 'a')).toEqual({ name: 'three' });
    expect(reader.apply([batch(3, 'late')])).toEqual(['moved']);
    expect(reader.apply([batch(3, 'four', 2)])).toEqual(['done']);
    expect(await writer.get('rows', 'a')).toEqual({ name: 'four' });
    await reader.close();
    await writer.close();
  });

  it('takes up a rebuild that was cut short as if it had never begun', async () => {
    const folder = newFolder();
    const first = openSqliteReadStore({ folder });
    first.ensure(rows);
    first.rebuild(rows).write([{ key: 'leftover', document: { name: 'x' } }]);
    await first.close();
    const second = openSqliteReadStore({ folder });
    const rebuild = second.rebuild(rows);
    rebuild.swap(0);

    expect(await second.count('rows', [], 10)).toBe(0);
    await second.close();
  });
});
