import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START } from '@liuhen/workflows';
import { openSqliteEventStore, type EventStore } from '../event-store';
import { openAt, startDouble, stopDoubles } from '../event-store/kurrentdb/testing/opened';
import { anEvent, someEvents } from '../event-store/testing/events';
import { digestLog } from './log-digest';
import { migrateEvents } from './migrate';

const folders: string[] = [];
const stores: EventStore[] = [];
const kept = (store: EventStore): EventStore => {
  stores.push(store);

  return store;
};
const embedded = async (): Promise<EventStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-migrate-'));
  folders.push(folder);

  return kept(await openSqliteEventStore({ folder }));
};
const server = async (): Promise<EventStore> => kept(await openAt((await startDouble()).url, { deadline: 5_000 }));
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  stopDoubles();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Streams grown by turns, one of them by more than an append may hold. */
const filled = async (): Promise<EventStore> => {
  const store = await embedded();
  for (let round = 0; round < 30; round += 1) await store.append(`case-${round % 4}`, someEvents(1 + (round % 3)), 'any');
  await store.append('case-0', someEvents(450), 'any');
  for (let at = 0; at < 5; at += 1) await store.append('case-big', [anEvent({ payload: { text: '大'.repeat(150_000) } })], 'any');

  return store;
};

describe('moving a log to another engine', () => {
  it('keeps every event, its stream, its revision and the order of all, there and back', async () => {
    const [source, target, back] = [await filled(), await server(), await embedded()];
    const told: number[] = [];
    const there = await migrateEvents({ source, target, onProgress: (events) => told.push(events) });
    await migrateEvents({ source: target, target: back });

    expect(there).toEqual({ ...(await digestLog(source)), found: 0 });
    expect(await digestLog(back)).toEqual(await digestLog(source));
    expect(told.at(-1)).toBe(there.events);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('goes on where it was cut short', async () => {
    const [source, target] = [await filled(), await server()];
    let left = 7;
    const cut = {
      ...target,
      readAll: target.readAll.bind(target),
      append: (...args: Parameters<EventStore['append']>) => {
        left -= 1;
        if (left === 0) throw new Error('the cable is out');

        return target.append(...args);
      },
    };

    await expect(migrateEvents({ source, target: cut })).rejects.toThrow('the cable is out');
    const found = (await target.readAll(START, 10_000)).length;
    expect(found).toBeGreaterThan(0);
    expect(await migrateEvents({ source, target })).toEqual({ ...(await digestLog(source)), found });
    expect(await migrateEvents({ source, target })).toMatchObject({ found: (await digestLog(source)).events });
  });

  it('refuses a target that holds something else, or more', async () => {
    const source = await filled();
    const other = await server();
    await other.append('case-0', someEvents(1), 'none');
    const longer = await server();
    await migrateEvents({ source, target: longer });
    await longer.append('case-new', someEvents(1), 'none');

    for (const target of [other, longer]) {
      const before = await digestLog(target);
      await expect(migrateEvents({ source, target })).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
      expect(await digestLog(target)).toEqual(before);
    }
  });
});
