import { jsonEvent, KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';
import { openKurrentEventStore, type EventStore } from '@liuhen/infra';
import type { NewEvent } from '@liuhen/workflows';
import { kurrentServer } from '../harness/kurrentdb';
import { atLeast, inTurn, secondsOf, type Suite } from '../harness/measurement';
import { someEvents } from '../history/events';

const WARM = 3;
const ROUNDS = 9;
const SINGLES = 1_000;
const CALLERS = 64;
const EACH = 40;
const READ = 5_000;

const SUITE = 'kurrentdb';

/** What an overhead of so many hundredths leaves of the rate. */
const within = (percent: number): number => 1 / (1 + percent / 100);

type Append = (stream: string, event: NewEvent, revision: number) => Promise<unknown>;

const ourAppend =
  (store: EventStore): Append =>
  (stream, event, revision) =>
    store.append(stream, [event], revision < 0 ? 'none' : revision);

/** The same bytes, and nothing asked but the revision. */
const bareAppend =
  (client: KurrentDBClient): Append =>
  (stream, { id, type, payload, ...metadata }, revision) =>
    client.appendToStream(stream, jsonEvent({ id, type, data: payload as Record<string, unknown>, metadata: { liuhen: 0, ...metadata } }), {
      streamState: revision < 0 ? 'no_stream' : BigInt(revision),
      requiresLeader: true,
    });

const stream = (): string => `case-${crypto.randomUUID()}`;

const oneCaller = async (append: Append): Promise<number> => {
  const [name, events] = [stream(), someEvents(SINGLES)];
  const seconds = await secondsOf(async () => {
    for (const [at, event] of events.entries()) await append(name, event, at - 1);
  });

  return SINGLES / seconds;
};

const manyCallers = async (append: Append): Promise<number> => {
  const work = Array.from({ length: CALLERS }, () => ({ name: stream(), events: someEvents(EACH) }));
  const seconds = await secondsOf(() =>
    Promise.all(
      work.map(async ({ name, events }) => {
        for (const [at, event] of events.entries()) await append(name, event, at - 1);
      }),
    ),
  );

  return (CALLERS * EACH) / seconds;
};

const bareRead = async (client: KurrentDBClient): Promise<number> => {
  let count = 0;
  const seconds = await secondsOf(async () => {
    const filter = streamNameFilter({ regex: '^[^$]' });
    for await (const { event } of client.readAll({ filter, maxCount: READ, requiresLeader: true })) if (event !== undefined) count += 1;
  });

  return count / seconds;
};

const ourRead = async (store: EventStore): Promise<number> => {
  let count = 0;
  const seconds = await secondsOf(async () => {
    count = (await store.readAll(0, READ)).length;
  });

  return count / seconds;
};

/** What the adapter costs over the bare client, on the same server in the same run. */
export const kurrentSuite: Suite = async () => {
  const { url, stop } = await kurrentServer();
  const log = { info: () => undefined, error: () => undefined };
  const store = await openKurrentEventStore({ url, deployment: 'liuhen-bench', log });
  const client = KurrentDBClient.connectionString(url);
  const [ours, bare] = [ourAppend(store), bareAppend(client)];
  for (let at = 0; at < READ / 500; at += 1) await store.append(stream(), someEvents(500), 'none');
  const contenders = {
    one: () => oneCaller(ours),
    bareOne: () => oneCaller(bare),
    many: () => manyCallers(ours),
    bareMany: () => manyCallers(bare),
    read: () => ourRead(store),
    bareRead: () => bareRead(client),
  };
  // The server and both clients are slow until they are compiled.
  await inTurn(WARM, contenders);
  const rates = await inTurn(ROUNDS, contenders);
  await client.dispose();
  await store.close();
  stop();
  const common = { suite: SUITE, unit: 'events/s' };

  return [
    atLeast({
      ...common,
      measure: { zh: '单个调用者逐条追加，对照裸客户端', en: 'one event per append, one caller, vs the bare client' },
      ours: rates.one,
      peer: rates.bareOne,
      target: within(15),
    }),
    atLeast({
      ...common,
      measure: { zh: `${CALLERS} 个并发调用者，对照裸客户端`, en: `${CALLERS} callers at once, vs the bare client` },
      ours: rates.many,
      peer: rates.bareMany,
      target: within(15),
    }),
    atLeast({
      ...common,
      measure: { zh: `读取 ${READ} 条，对照裸客户端`, en: `reading ${READ} events, vs the bare client` },
      ours: rates.read,
      peer: rates.bareRead,
      target: within(20),
    }),
  ];
};
