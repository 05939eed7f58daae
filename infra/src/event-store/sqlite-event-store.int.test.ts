import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { START } from '@liuhen/workflows';
import { openSqliteEventReader, openSqliteEventStore } from './sqlite-event-store';
import { eventStoreContract } from './testing/event-store-contract';
import { anEvent, someEvents } from './testing/events';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-log-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

eventStoreContract('SQLite', { open: () => openSqliteEventStore({ folder: newFolder() }) });

describe('the folder of the SQLite event store', () => {
  it('keeps its events over a restart', async () => {
    const folder = newFolder();
    const first = await openSqliteEventStore({ folder });
    await first.append('case-1', someEvents(2), 'none');
    await first.close();
    const second = await openSqliteEventStore({ folder });

    expect(await second.readStream('case-1')).toHaveLength(2);
    expect(await second.append('case-1', someEvents(1), 1)).toMatchObject({ revision: 2 });
    await second.close();
  });

  it('takes one writer only, and a reader beside it', async () => {
    const folder = newFolder();
    const writer = await openSqliteEventStore({ folder });
    await writer.append('case-1', someEvents(1), 'none');
    const reader = openSqliteEventReader({ folder });

    await expect(openSqliteEventStore({ folder })).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      detail: expect.stringContaining(String(process.pid)),
    });
    expect(await reader.readAll(START, 10)).toHaveLength(1);
    await reader.close();
    await writer.close();
    await (await openSqliteEventStore({ folder })).close();
  });

  it('refuses to change or remove what is recorded, even for someone with the file in hand', async () => {
    const folder = newFolder();
    const store = await openSqliteEventStore({ folder });
    await store.append('case-1', someEvents(1), 'none');
    const db = new DatabaseSync(join(folder, 'events.db'));

    expect(() => db.exec("UPDATE events SET body = '{}'")).toThrow('immutable');
    expect(() => db.exec('DELETE FROM events')).toThrow('immutable');
    db.close();
    await store.close();
  });

  it('refuses a folder of a newer version and a file that is not ours', async () => {
    const newer = newFolder();
    await (await openSqliteEventStore({ folder: newer })).close();
    const db = new DatabaseSync(join(newer, 'events.db'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const foreign = newFolder();
    writeFileSync(join(foreign, 'events.db'), 'not a database, but long enough to look like one'.repeat(20));

    await expect(openSqliteEventStore({ folder: newer })).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
    await expect(openSqliteEventStore({ folder: foreign })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });

  it('answers STORAGE_FULL, writes nothing, and goes on once there is room', async () => {
    const folder = newFolder();
    const store = await openSqliteEventStore({ folder });
    await store.append('case-1', someEvents(1), 'none');
    const tight = Reflect.get(store, 'db') as DatabaseSync;
    tight.exec('PRAGMA max_page_count = 12');
    const big = anEvent({ payload: { text: 'x'.repeat(200_000) } });

    await expect(store.append('case-2', [anEvent(), big], 'none')).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(await store.readStream('case-2')).toEqual([]);
    tight.exec('PRAGMA max_page_count = 1000000');
    expect(await store.append('case-2', [big], 'none')).toMatchObject({ kind: 'appended', revision: 0 });
    await store.close();
  });
});
