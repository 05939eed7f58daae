import fc from 'fast-check';
import { START, type Document, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { someEvents } from '../event-store/testing/events';
import type { Known } from '../read-store/port';
import { FoldBuffer } from './fold';

/** Lists what touched it; `new` opens it anew, `gone` takes it away, `idle` leaves it as it is. */
const lists: Projection = {
  name: 'lists',
  version: 1,
  eventTypes: ['ProblemReported'],
  indexes: [],
  opens: ({ payload }) => (payload as Payload).kind === 'new',
  keysOf: ({ payload }) => (payload as Payload).keys,
  evolve: (before, { position, payload }) => {
    const { kind } = payload as Payload;
    if (kind === 'idle') return before;
    if (kind === 'gone') return undefined;

    return { seen: [...(kind === 'new' ? [] : ((before?.['seen'] as readonly number[] | undefined) ?? [])), position] };
  },
};

interface Payload {
  readonly kind: 'new' | 'more' | 'gone' | 'idle';
  readonly keys: readonly string[];
}

const payload: fc.Arbitrary<Payload> = fc.record({
  kind: fc.constantFrom('new', 'more', 'gone', 'idle'),
  keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 3 }),
});

const recorded = (payloads: readonly Payload[]): readonly RecordedEvent[] =>
  someEvents(payloads.length).map((event, at) => ({
    ...event,
    ...{ type: 'ProblemReported', payload: payloads[at], stream: 'case-1', revision: at, position: at + 1 },
  }));

const foldedOneByOne = (events: readonly RecordedEvent[]): ReadonlyMap<string, Document> => {
  const documents = new Map<string, Document>();
  for (const event of events) {
    for (const key of lists.keysOf(event)) {
      const after = lists.evolve(documents.get(key), event, key);
      if (after === undefined) documents.delete(key);
      else documents.set(key, after);
    }
  }

  return documents;
};

describe('documents folded batch by batch', () => {
  it('are those folded one event after another, however few of them are kept in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(payload, { minLength: 1, maxLength: 40 }),
        fc.record({ size: fc.integer({ min: 1, max: 9 }), kept: fc.integer({ min: 0, max: 8 }), before: fc.nat(20), caughtUp: fc.nat(40) }),
        async (payloads, { size, kept, before, caughtUp }) => {
          const events = recorded(payloads);
          const stored = new Map<string, Known>(
            [...foldedOneByOne(events.slice(0, before))].map(([key, document]) => [key, { document, seen: START }]),
          );
          const from = events.slice(0, before).at(-1)?.position ?? START;
          const load = (keys: readonly string[]) =>
            Promise.resolve(new Map(keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key) as Known] as const] : []))));
          const buffer = new FoldBuffer({ projection: lists, from, load, kept });
          for (let at = before; at < events.length; at += size) {
            await buffer.fold(events.slice(at, at + size));
            for (const { key, document } of buffer.take(at + size)) {
              if (document === null) stored.delete(key);
              else stored.set(key, { document, seen: START });
            }
            if (at >= caughtUp) buffer.caughtUp();
          }

          expect(new Map([...stored].map(([key, { document }]) => [key, document]))).toEqual(foldedOneByOne(events));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are asked for once, and not at all where they were written here or are opened by the event', async () => {
    const asked: string[] = [];
    const load = (keys: readonly string[]) => {
      asked.push(...keys);

      return Promise.resolve(new Map<string, Known>());
    };
    const events = recorded([
      { kind: 'new', keys: ['opened'] },
      { kind: 'more', keys: ['opened', 'unknown'] },
      { kind: 'more', keys: ['opened', 'unknown'] },
    ]);
    const buffer = new FoldBuffer({ projection: lists, from: 7, load });
    for (const event of events) {
      await buffer.fold([{ ...event, position: event.position + 7 }]);
      buffer.take(event.position + 7);
    }
    const fromStart = new FoldBuffer({ projection: lists, from: START, load });
    await fromStart.fold(events);

    expect(asked).toEqual(['unknown']);
  });

  it('are kept in memory by the thousand while it catches up, and only the last few hundred from then on', async () => {
    const asked: string[] = [];
    const load = (keys: readonly string[]) => {
      asked.push(...keys);

      return Promise.resolve(new Map(keys.map((key) => [key, { document: { seen: [] }, seen: START }])));
    };
    const events = recorded(Array.from({ length: 3_000 }, (_, at) => ({ kind: 'more', keys: [`document-${at}`] })));
    const [first, last] = [events.slice(0, 1), events.slice(-1)];
    const buffer = new FoldBuffer({ projection: lists, from: START, load });
    const again = async (run: readonly RecordedEvent[], position: number) => {
      await buffer.fold(run.map((event) => ({ ...event, position })));
      buffer.take(position);
    };
    await buffer.fold(events);
    buffer.take(3_000);
    await again(first, 3_001);
    expect(asked).toEqual([]);

    buffer.caughtUp();
    for (let at = 0; at < 600; at += 1) await again(events.slice(-(at % 200) - 1).slice(0, 1), 3_002 + at);
    expect(asked.length).toBeLessThan(250);

    asked.length = 0;
    await again(last, 4_000);
    expect(asked).toEqual([]);
    await again(first, 4_001);
    expect(asked).toEqual(['document-0']);
  });
});
