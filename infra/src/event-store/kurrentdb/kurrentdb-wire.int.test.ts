import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '@liuhen/workflows';
import { Wire } from '../../testing/wire';
import type { EventStore } from '../port';
import { someEvents } from '../testing/events';
import { openAt, startDouble, stopDoubles } from './testing/opened';

/** One node each: a cluster would name its other nodes, and the client would go round the wire. */
const PLACES: readonly { readonly name: string; readonly url: () => Promise<string> }[] = [
  { name: 'the protocol double', url: async () => (await startDouble()).url },
  ...[process.env['KURRENTDB_URL'] ?? []].flat().map((url) => ({ name: 'a server', url: () => Promise.resolve(url) })),
];

const ids = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

afterAll(stopDoubles);

describe.each(PLACES)('the log on $name, behind a wire that fails', ({ url }) => {
  let wire: Wire;
  let store: EventStore;
  let stream: string;
  beforeEach(async () => {
    wire = await Wire.to(await url());
    store = await openAt(wire.url, { deadline: 2_000, patience: 30_000 });
    stream = `case-${randomUUID()}`;
  });
  afterEach(async () => {
    wire.mend();
    await store.close();
    await wire.close();
  });

  it('holds each append once, whichever answer was lost', async () => {
    const sent: NewEvent[] = [];
    for (let answers = 0; answers < 8; answers += 1) {
      const events = someEvents(2);
      wire.loseAnswerAfter(answers);
      const done = await store.append(stream, events, sent.length === 0 ? 'none' : sent.length - 1);
      sent.push(...events);

      expect(done).toMatchObject({ kind: 'appended', revision: sent.length - 1, repeated: false });
    }
    wire.mend();

    expect(ids(await store.readStream(stream))).toEqual(ids(sent));
  }, 60_000);

  it('is followed without gap or repetition while the wire is cut again and again', async () => {
    const leave = new AbortController();
    const heard: RecordedEvent[] = [];
    const sent: NewEvent[] = [];
    const allThere = () => heard.length >= sent.length;
    let told: () => void = () => undefined;
    const follower = (async (after: number) => {
      for await (const item of store.follow(after, leave.signal)) {
        if (item.kind === 'event' && item.event.stream === stream) heard.push(item.event);
        told();
      }
    })(await store.head());
    const caughtUp = async (): Promise<void> => {
      while (!allThere()) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
    };
    for (let round = 0; round < 5; round += 1) {
      const events = someEvents(3);
      await store.append(stream, events, 'any');
      sent.push(...events);
      if (round % 2 === 0) await caughtUp();
      wire.cut();
      wire.mend();
    }
    await caughtUp();
    leave.abort();
    await follower;

    expect(ids(heard)).toEqual(ids(sent));
  }, 60_000);

  it('is late on a slow wire, never wrong', async () => {
    wire.slowDown(150);
    const batches = Array.from({ length: 4 }, () => someEvents(2));
    const done = await Promise.all(batches.map((events) => store.append(stream, events, 'any')));

    expect(done.map((each) => each.kind)).toEqual(batches.map(() => 'appended'));
    expect([...ids(await store.readStream(stream))].sort()).toEqual([...batches.flatMap(ids)].sort());
  }, 60_000);
});
