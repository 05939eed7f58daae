import { START, type Followed, type RecordedEvent } from '@liuhen/workflows';
import type { EventStore } from '../port';
import { anEvent, someEvents } from './events';

export interface Harness {
  /** A new, empty store; closed by the suite. */
  open(): Promise<EventStore>;
}

const upTo = async (following: AsyncIterable<Followed>, count: number): Promise<readonly RecordedEvent[]> => {
  const seen: RecordedEvent[] = [];
  for await (const item of following) {
    if (item.kind === 'event') seen.push(item.event);
    if (seen.length === count) break;
  }

  return seen;
};

/** What every event store has to do; one suite, run by every adapter. */
export const eventStoreContract = (name: string, harness: Harness): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await harness.open();
    });
    afterEach(() => store.close());

    it('gives back what was appended, with stream, revision and growing positions', async () => {
      const events = someEvents(3);
      const done = await store.append('case-1', events, 'none');
      const read = await store.readStream('case-1');

      expect(done).toMatchObject({ kind: 'appended', revision: 2, repeated: false });
      expect(read).toMatchObject(events.map((event, revision) => ({ ...event, stream: 'case-1', revision })));
      expect(read.every((event, at) => at === 0 || event.position > (read[at - 1]?.position ?? 0))).toBe(true);
    });

    it('refuses an append at another revision than the current one and writes nothing', async () => {
      await store.append('case-1', someEvents(2), 'none');

      expect(await store.append('case-1', someEvents(1), 0)).toEqual({ kind: 'wrongRevision', expected: 0, current: 1 });
      expect(await store.append('case-1', someEvents(1), 'none')).toMatchObject({ kind: 'wrongRevision', current: 1 });
      expect(await store.append('case-2', someEvents(1), 0)).toMatchObject({ kind: 'wrongRevision', current: -1 });
      expect(await store.readStream('case-1')).toHaveLength(2);
    });

    it('lets exactly one of many racers win', async () => {
      await store.append('case-1', someEvents(1), 'none');
      const done = await Promise.all(Array.from({ length: 20 }, () => store.append('case-1', someEvents(1), 0)));

      expect(done.filter((each) => each.kind === 'appended')).toHaveLength(1);
      expect(await store.readStream('case-1')).toHaveLength(2);
    });

    it('knows a repeated batch by its ids, whatever revision is expected', async () => {
      const events = someEvents(2);
      const first = await store.append('case-1', events, 'none');
      await store.append('case-1', someEvents(1), 1);

      expect(await store.append('case-1', events, 'none')).toEqual({ ...first, repeated: true });
      expect(await store.append('case-1', events, 77)).toEqual({ ...first, repeated: true });
      expect(await store.readStream('case-1')).toHaveLength(3);
    });

    it('refuses a batch of which a part is known, an id of another stream, and an id twice', async () => {
      const known = anEvent();
      await store.append('case-1', [known], 'none');

      await expect(store.append('case-1', [known, anEvent()], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      await expect(store.append('case-2', [known], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      const twice = anEvent();
      await expect(store.append('case-3', [twice, twice], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      expect(await store.readAll(START, 10)).toHaveLength(1);
    });

    it('keeps a bad batch from harming those that arrive together with it', async () => {
      const known = anEvent();
      await store.append('case-0', [known], 'none');
      const settled = await Promise.allSettled([
        store.append('case-1', someEvents(1), 'none'),
        store.append('case-2', [known], 'any'),
        store.append('case-3', someEvents(1), 'none'),
      ]);

      expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.readAll(START, 10)).toHaveLength(3);
    });

    it('reads the whole log from a position, in order', async () => {
      await store.append('case-1', someEvents(2), 'none');
      await store.append('case-2', someEvents(2), 'none');
      const all = await store.readAll(START, 10);
      const rest = await store.readAll(all[1]?.position ?? 0, 1);

      expect(all.map((event) => [event.stream, event.revision])).toEqual([
        ['case-1', 0],
        ['case-1', 1],
        ['case-2', 0],
        ['case-2', 1],
      ]);
      expect(rest).toEqual([all[2]]);
      expect(await store.head()).toBe(all[3]?.position);
    });

    it('finds an event by its id', async () => {
      const event = anEvent();
      await store.append('case-1', [event], 'none');

      expect(await store.findEvent(event.id)).toMatchObject({ id: event.id, stream: 'case-1', revision: 0 });
      expect(await store.findEvent('none')).toBeUndefined();
    });

    it('follows through history into the present without gap or duplicate', async () => {
      await store.append('case-1', someEvents(700), 'none');
      const leave = new AbortController();
      const following = upTo(store.follow(START, leave.signal), 1200);
      for (let at = 0; at < 50; at += 1) await store.append(`live-${at}`, someEvents(10), 'none');
      const seen = await following;
      leave.abort();

      expect(seen.map((event) => event.id)).toEqual((await store.readAll(START, 2000)).map((event) => event.id));
    });

    it('resumes following after the position it is given', async () => {
      await store.append('case-1', someEvents(3), 'none');
      const [first, second] = await store.readAll(START, 2);
      const seen = await upTo(store.follow(first?.position ?? 0, new AbortController().signal), 1);

      expect(seen).toEqual([second]);
    });

    it('ends following when the follower leaves or the store closes', async () => {
      const leave = new AbortController();
      const left = (async () => {
        for await (const item of store.follow(START, leave.signal)) if (item.kind === 'caughtUp') leave.abort();
      })();
      await left;
      const other = store.follow(START, new AbortController().signal)[Symbol.asyncIterator]();
      expect((await other.next()).value).toEqual({ kind: 'caughtUp', position: START });
      const end = other.next();
      await store.close();

      expect((await end).done).toBe(true);
    });

    it('finishes appends under way when it closes, and refuses later calls', async () => {
      const pending = store.append('case-1', someEvents(1), 'none');
      await store.close();

      expect(await pending).toMatchObject({ kind: 'appended' });
      await expect(store.append('case-1', someEvents(1), 'any')).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      await expect(store.readAll(START, 1)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    });
  });
};
