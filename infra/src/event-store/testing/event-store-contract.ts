import { randomUUID } from 'node:crypto';
import type { Followed, NewEvent, Position, RecordedEvent } from '@liuhen/workflows';
import { APPEND_LIMIT, appendBytes } from '../append-rules';
import type { EventStore } from '../port';
import { anEvent, someEvents } from './events';

export interface Harness {
  /** A store that nobody else appends to during a test; it may hold events of earlier tests. Closed by the suite. */
  open(): Promise<EventStore>;
}

const never = new AbortController().signal;

const upTo = async (following: AsyncIterable<Followed>, count: number): Promise<readonly RecordedEvent[]> => {
  const seen: RecordedEvent[] = [];
  for await (const item of following) {
    if (item.kind === 'event') seen.push(item.event);
    if (seen.length === count) break;
  }

  return seen;
};

const ids = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

/** A batch that a store counts as exactly so many bytes. */
const ofBytes = (bytes: number, count: number): readonly NewEvent[] => {
  const events = Array.from({ length: count }, () => anEvent({ payload: { text: '' } }));
  const [first = anEvent(), ...rest] = events;

  return [{ ...first, payload: { text: 'x'.repeat(bytes - appendBytes(events)) } }, ...rest];
};

/** What every event store has to do; one suite, run by every adapter. */
export const eventStoreContract = (name: string, harness: Harness): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    let origin: Position;
    let stream: string;
    beforeEach(async () => {
      store = await harness.open();
      origin = await store.head();
      stream = `case-${randomUUID()}`;
    });
    afterEach(() => store.close());

    const another = (): string => `case-${randomUUID()}`;
    const all = (limit = 100_000): Promise<readonly RecordedEvent[]> => store.readAll(origin, limit);

    describe('appending', () => {
      it('gives back what was appended, with stream, revision and growing positions', async () => {
        const events = someEvents(3);
        const done = await store.append(stream, events, 'none');
        const read = await store.readStream(stream);

        expect(read).toEqual(events.map((event, revision) => ({ ...event, stream, revision, position: read[revision]?.position })));
        expect(done).toEqual({ kind: 'appended', revision: 2, position: read[2]?.position, repeated: false });
        expect(read.every((event, at) => event.position > (read[at - 1]?.position ?? origin))).toBe(true);
      });

      it('keeps every letter and every number of an event', async () => {
        const payload = { 文: '排污口 “甲”\n\u0000\ud83d\ude00', none: null, list: [1, [], {}], exact: 0.1, big: 9007199254740991, '': '' };
        const event = anEvent({
          payload,
          occurredPrecision: 'month',
          basis: [{ rule: 'R-001', version: '2024' }],
          causationId: randomUUID(),
        });
        await store.append(stream, [event], 'none');

        expect(await store.readStream(stream)).toMatchObject([event]);
        expect(await all()).toMatchObject([event]);
        expect(await upTo(store.follow(origin, never), 1)).toMatchObject([event]);
      });

      it('refuses an append at another revision than the current one and writes nothing', async () => {
        await store.append(stream, someEvents(2), 'none');

        expect(await store.append(stream, someEvents(1), 0)).toEqual({ kind: 'wrongRevision', expected: 0, current: 1 });
        expect(await store.append(stream, someEvents(1), 7)).toEqual({ kind: 'wrongRevision', expected: 7, current: 1 });
        expect(await store.append(stream, someEvents(1), 'none')).toMatchObject({ kind: 'wrongRevision', current: 1 });
        expect(await store.append(another(), someEvents(1), 0)).toMatchObject({ kind: 'wrongRevision', current: -1 });
        expect(await store.readStream(stream)).toHaveLength(2);
      });

      it('lets exactly one of many racers win', async () => {
        await store.append(stream, someEvents(1), 'none');
        const done = await Promise.all(Array.from({ length: 20 }, () => store.append(stream, someEvents(1), 0)));

        expect(done.filter((each) => each.kind === 'appended')).toHaveLength(1);
        expect(await store.readStream(stream)).toHaveLength(2);
      });

      it('lets all racers in that expect any revision, each batch whole', async () => {
        const batches = Array.from({ length: 8 }, () => someEvents(3));
        const done = await Promise.all(batches.map((batch) => store.append(stream, batch, 'any')));
        const read = await store.readStream(stream);

        expect(done.map((each) => each.kind)).toEqual(batches.map(() => 'appended'));
        expect(read.map(({ revision }) => revision)).toEqual(Array.from({ length: 24 }, (_, at) => at));
        for (const batch of batches) {
          const first = read.findIndex(({ id }) => id === batch[0]?.id);
          expect(ids(read.slice(first, first + 3))).toEqual(ids(batch));
        }
      });

      it('takes a batch up to the limit, and refuses a larger one whole', async () => {
        const other = another();

        expect(await store.append(stream, ofBytes(APPEND_LIMIT, 3), 'none')).toMatchObject({ kind: 'appended', revision: 2 });
        await expect(store.append(other, ofBytes(APPEND_LIMIT + 1, 3), 'none')).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
        expect(await store.readStream(other)).toEqual([]);
      });

      it('refuses a batch without events and an event without a type', async () => {
        await expect(store.append(stream, [], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        await expect(store.append(stream, [anEvent({ type: '' })], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        expect(await all()).toEqual([]);
      });

      it('keeps a bad batch from harming those that arrive together with it', async () => {
        const known = anEvent();
        await store.append(stream, [known], 'none');
        const settled = await Promise.allSettled([
          store.append(another(), someEvents(1), 'none'),
          store.append(another(), [known], 'any'),
          store.append(another(), someEvents(1), 'none'),
        ]);

        expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(await all()).toHaveLength(3);
      });
    });

    describe('repeats', () => {
      it('knows a repeated batch by its ids, whatever revision is expected', async () => {
        const events = someEvents(2);
        const first = await store.append(stream, events, 'none');
        await store.append(stream, someEvents(1), 1);

        for (const expected of ['none', 'any', -1, 0, 1, 2, 77] as const) {
          expect(await store.append(stream, events, expected)).toEqual({ ...first, repeated: true });
        }
        expect(await store.readStream(stream)).toHaveLength(3);
      });

      it('knows it by its ids alone: the first content stands', async () => {
        const event = anEvent();
        await store.append(stream, [event], 'none');

        expect(await store.append(stream, [{ ...event, payload: { other: true } }], 0)).toMatchObject({ revision: 0, repeated: true });
        expect(await store.readStream(stream)).toMatchObject([event]);
      });

      it('knows it however much was written since', async () => {
        const old = someEvents(2);
        const first = await store.append(stream, old, 'none');
        for (let at = 0; at < 12; at += 1) await store.append(stream, someEvents(25), 'any');

        expect(await store.append(stream, old, 'any')).toEqual({ ...first, repeated: true });
        expect(await store.append(stream, old, 301)).toEqual({ ...first, repeated: true });
        expect(await store.readStream(stream)).toHaveLength(302);
      });

      it('stores a batch once that is sent many times at once', async () => {
        const events = someEvents(3);
        const done = await Promise.all(Array.from({ length: 10 }, () => store.append(stream, events, 'any')));

        expect(done.filter((each) => each.kind === 'appended' && !each.repeated)).toHaveLength(1);
        expect(done.every((each) => each.kind === 'appended' && each.revision === 2)).toBe(true);
        expect(ids(await store.readStream(stream))).toEqual(ids(events));
      });

      it('refuses overlapping batches: a part known at the front, the end or in the middle, and an id twice', async () => {
        const [known, alsoKnown] = [anEvent(), anEvent()];
        await store.append(stream, [known, alsoKnown], 'none');
        const overlapping = [
          [known, anEvent()],
          [anEvent(), known],
          [anEvent(), alsoKnown, anEvent()],
          [known, alsoKnown, anEvent()],
        ];
        for (const batch of overlapping) {
          for (const expected of ['any', 1, 'none'] as const) {
            await expect(store.append(stream, batch, expected)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
          }
        }
        const twice = anEvent();
        await expect(store.append(another(), [twice, twice], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        expect(await all()).toHaveLength(2);
      });

      it('takes a part of what is known, in its order, as a repeat', async () => {
        const [first, second, third] = [anEvent(), anEvent(), anEvent()];
        await store.append(stream, [first, second, third], 'none');

        expect(await store.append(stream, [first, second], 'any')).toMatchObject({ revision: 1, repeated: true });
        expect(await store.append(stream, [third], 0)).toMatchObject({ revision: 2, repeated: true });
      });

      it('refuses an id that another stream holds, alone or among new ones', async () => {
        const known = anEvent();
        await store.append(stream, [known], 'none');

        await expect(store.append(another(), [known], 'any')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        await expect(store.append(another(), [known], 'none')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        await expect(store.append(another(), [anEvent(), known], 'none')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        expect(await all()).toHaveLength(1);
      });

      it('lets one stream win where one id is sent to several at once', async () => {
        const event = anEvent();
        const settled = await Promise.allSettled(Array.from({ length: 6 }, () => store.append(another(), [event], 'none')));

        expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
        expect(ids(await all())).toEqual([event.id]);
      });
    });

    describe('reading', () => {
      it('reads the whole log from a position, in order, page by page', async () => {
        const other = another();
        await store.append(stream, someEvents(2), 'none');
        await store.append(other, someEvents(2), 'none');
        await store.append(stream, someEvents(30), 1);
        const read = await all();
        const paged: RecordedEvent[] = [];
        for (let page = await all(3); page.length > 0; page = await store.readAll(page.at(-1)?.position ?? 0, 3)) paged.push(...page);

        expect(read.slice(0, 5).map((event) => [event.stream, event.revision])).toEqual([
          [stream, 0],
          [stream, 1],
          [other, 0],
          [other, 1],
          [stream, 2],
        ]);
        expect(read).toHaveLength(34);
        expect(paged).toEqual(read);
        expect(await store.head()).toBe(read.at(-1)?.position);
        expect(await store.readAll(await store.head(), 10)).toEqual([]);
      });

      it('reads a part of a stream, and nothing of one that is not there', async () => {
        await store.append(stream, someEvents(6), 'none');
        const read = await store.readStream(stream);

        expect(await store.readStream(stream, { from: 2, limit: 3 })).toEqual(read.slice(2, 5));
        expect(await store.readStream(stream, { from: 4 })).toEqual(read.slice(4));
        expect(await store.readStream(stream, { from: 6 })).toEqual([]);
        expect(await store.readStream(another())).toEqual([]);
      });

      it('finds an event by its id, wherever it stands in its batch', async () => {
        const [first, second, third] = [anEvent(), anEvent(), anEvent()];
        await store.append(stream, [first, second, third], 'none');

        expect(await store.findEvent(second.id)).toMatchObject({ ...second, stream, revision: 1 });
        expect(await store.findEvent(third.id)).toMatchObject({ ...third, stream, revision: 2 });
        expect(await store.findEvent(first.id)).toEqual((await store.readStream(stream))[0]);
        expect(await store.findEvent(randomUUID())).toBeUndefined();
        expect(await store.findEvent('none')).toBeUndefined();
      });
    });

    describe('following', () => {
      it('goes through history into the present without gap or duplicate', async () => {
        await store.append(stream, someEvents(700), 'none');
        const following = upTo(store.follow(origin, never), 1200);
        for (let at = 0; at < 50; at += 1) await store.append(another(), someEvents(10), 'none');

        expect(ids(await following)).toEqual(ids(await all()));
      });

      it('gives a slow follower everything too', async () => {
        for (let at = 0; at < 6; at += 1) await store.append(stream, someEvents(500), 'any');
        const seen: string[] = [];
        for await (const item of store.follow(origin, never)) {
          if (item.kind === 'caughtUp') break;
          seen.push(item.event.id);
          if (seen.length % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
        }

        expect(seen).toEqual(ids(await all()));
      });

      it('resumes after the position it is given', async () => {
        await store.append(stream, someEvents(3), 'none');
        const [first, second] = await all(2);

        expect(await upTo(store.follow(first?.position ?? 0, never), 1)).toEqual([second]);
      });

      it('tells each time that it is at the end, and the store knows where its followers are', async () => {
        await store.append(stream, someEvents(2), 'none');
        const marks: Position[] = [];
        const heads = [await store.head()];
        for await (const item of store.follow(origin, never)) {
          if (item.kind === 'event') continue;
          marks.push(item.position);
          expect(store.health().followers).toEqual([{ state: 'caughtUp', position: item.position, reconnects: 0 }]);
          if (heads.length === 3) break;
          if (item.position !== heads.at(-1)) continue;
          await store.append(stream, someEvents(2), 'any');
          heads.push(await store.head());
        }
        const reached = marks.filter((mark) => heads.includes(mark));

        expect([...new Set(reached)]).toEqual(heads.slice(0, new Set(reached).size));
        expect(marks).toEqual([...marks].sort((a, b) => a - b));
        expect(store.health().followers).toEqual([]);
      });

      it('ends when the follower leaves or the store closes', async () => {
        const leave = new AbortController();
        const left = (async () => {
          for await (const item of store.follow(origin, leave.signal)) if (item.kind === 'caughtUp') leave.abort();
        })();
        await left;
        const other = store.follow(origin, never)[Symbol.asyncIterator]();
        expect((await other.next()).value).toEqual({ kind: 'caughtUp', position: origin });
        const end = other.next();
        await store.close();

        expect((await end).done).toBe(true);
      });
    });

    it('finishes appends under way when it closes, and refuses later calls', async () => {
      const pending = store.append(stream, someEvents(1), 'none');
      await store.close();

      expect(await pending).toMatchObject({ kind: 'appended' });
      await expect(store.append(stream, someEvents(1), 'any')).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      await expect(store.readAll(origin, 1)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      await expect(store.head()).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    });
  });
};
