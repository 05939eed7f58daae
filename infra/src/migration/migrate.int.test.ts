import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START, type RecordedEvent } from '@liuhen/workflows';
import { openSqliteEventStore, type EventStore } from '../event-store';
import { openAt, startDouble, stopDoubles } from '../event-store/kurrentdb/testing/opened';
import { anEvent, someEvents } from '../event-store/testing/events';
import { openDeployment, entwined } from '../ledger/testing/deployment';
import { hexOf } from '../ledger/suite';
import { digestLog, eventsOf } from './log-digest';
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

const eventsIn = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const all: RecordedEvent[] = [];
  for await (const event of eventsOf(store)) all.push(event);

  return all;
};

describe('moving a log to another engine', () => {
  it('keeps every event, its stream, its revision, its position and the order of all, there, to another server and back', async () => {
    const [source, target, second, back] = [await filled(), await server(), await server(), await embedded()];
    const told: number[] = [];
    const there = await migrateEvents({ source, target, onProgress: (events) => told.push(events) });
    await migrateEvents({ source: target, target: second });
    await migrateEvents({ source: second, target: back });

    expect(there).toMatchObject({ ...(await digestLog(source)), found: 0 });
    expect(await eventsIn(target)).toEqual(await eventsIn(source));
    expect(await eventsIn(back)).toEqual(await eventsIn(source));
    expect(told.at(-1)).toBe(there.events);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('goes on where it was cut short', async () => {
    const [source, target] = [await filled(), await server()];
    let left = 7;
    const cut = {
      ...target,
      readAll: target.readAll.bind(target),
      adopt: (...args: Parameters<EventStore['adopt']>) => {
        left -= 1;
        if (left === 0) throw new Error('the cable is out');

        return target.adopt(...args);
      },
    };

    await expect(migrateEvents({ source, target: cut })).rejects.toThrow('the cable is out');
    const found = (await target.readAll(START, 10_000)).length;
    expect(found).toBeGreaterThan(0);
    expect(await migrateEvents({ source, target })).toMatchObject({ ...(await digestLog(source)), found });
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

  it('goes on after the move: new events come after those moved, wherever the server stands, and are found from every position', async () => {
    const [source, far] = [await filled(), await startDouble()];
    // A server whose own records have taken much room: positions there are ahead of any that a fresh one would count.
    far.log.idle(5_000);
    const [there, near] = [kept(await openAt(far.url)), await startDouble()];
    await there.append('case-0', someEvents(2), 'none');
    const target = kept(await openAt(near.url));
    await migrateEvents({ source: there, target });
    const { position } = (await there.readAll(START, 10)).at(-1) ?? { position: START };
    const done = await target.append('case-0', someEvents(3), 1);
    const other = kept(await openAt(near.url));
    const all = await eventsIn(other);

    expect(done).toMatchObject({ kind: 'appended', revision: 4, position: all.at(-1)?.position });
    expect(all.map((event) => event.position)).toEqual([...all.map((event) => event.position)].sort((a, b) => a - b));
    expect(all.at(1)?.position).toBe(position);
    expect(await other.head()).toBe(all.at(-1)?.position);
    for (const store of [target, other]) {
      for (const [at, event] of all.entries()) {
        expect(await store.readAll(event.position, 100)).toEqual(all.slice(at + 1));
        expect(await store.readAll(event.position - 1, 100)).toEqual(all.slice(at));
      }
    }
    const followed: RecordedEvent[] = [];
    for await (const item of other.follow(all[0]?.position ?? START, new AbortController().signal)) {
      if (item.kind === 'caughtUp') break;
      followed.push(item.event);
    }
    expect(followed).toEqual(all.slice(1));
    expect((await migrateEvents({ source: other, target: source }).catch((error: unknown) => error)) as object).toMatchObject({
      code: 'STORE_OF_OTHERS',
    });
  });

  it('is not begun on a log that went on by itself', async () => {
    const [source, target] = [await filled(), await server()];
    await migrateEvents({ source, target });
    await target.append('case-new', someEvents(1), 'none');
    const head = await target.head();
    const [event] = await source.readAll(START, 1);
    if (event === undefined) throw new Error('an empty log');
    const strange = { ...event, id: anEvent().id, stream: 'case-other', position: head + 1_000_000 };

    await expect(target.adopt([strange])).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
    await expect(source.adopt([{ ...strange, revision: 3 }])).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
    await expect(source.adopt([{ ...strange, position: 1 }])).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
    expect(await target.head()).toBe(head);
  });

  it.each(['sha256-ed25519', 'sm3-sm2'] as const)('gives the root that the ledger signed, in the suite %s', async (suite) => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-migrate-'));
    folders.push(folder);
    const deployment = await openDeployment(folder, { suite });
    await entwined(deployment, 7, 40);
    const { checkpoint } = await deployment.signed('case-0');
    const done = await migrateEvents({ source: deployment.store, target: await server(), signed: checkpoint });
    await deployment.close();

    expect(done).toMatchObject({ events: checkpoint.size, root: hexOf(checkpoint.root) });
  });

  it('is refused where the source is not what was signed: an event changed, or the end cut off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-migrate-'));
    folders.push(folder);
    const deployment = await openDeployment(folder);
    await entwined(deployment, 3, 5);
    const { checkpoint: signed } = await deployment.signed('case-0');
    const events = await deployment.store.readAll(START, 100);
    await deployment.close();
    const reading = (kept: readonly RecordedEvent[]) => ({
      readAll: (after: number, limit: number) => Promise.resolve(kept.filter(({ position }) => position > after).slice(0, limit)),
    });
    const changed = events.map((event, at) => (at === 4 ? { ...event, recordedAt: '2020-01-01T00:00:00.000+08:00' } : event));

    for (const source of [reading(changed), reading(events.slice(0, -1))]) {
      await expect(migrateEvents({ source, target: await server(), signed })).rejects.toMatchObject({ code: 'LEDGER_DIFFERS' });
    }
  });
});
