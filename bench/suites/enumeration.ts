import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { atMost, median, type Measurement, type Suite } from '../harness/measurement';
import { caseIdOf, fillCases } from '../history/fill';
import type { ReadyWithStranger } from '../servers/ours';

const SUITE = 'enumeration';
/** Cases of each length, every one of which is asked for the first time once. */
const CASES = 40;
const [SHORT, LONG] = [30, 1_000];
const WARM_UP = 300;
/** How often somebody asks who wants to stay unnoticed. */
const ASKED = 9;
const GUESSES = 4_000;

type Kind = 'short' | 'long' | 'none';
type Ask = (caseId: string) => Promise<number>;

const FILE = 'query ($id: ID!) { caseFile(caseId: $id) { caseId } }';
const ACT = `mutation ($id: ID!, $key: String!) {
  closeCase(caseId: $id, input: { summary: "结案" }, request: { idempotencyKey: $key }) { __typename ... on InvalidInput { code } }
}`;

/** Milliseconds until one answer is there, over a connection that stays open; whoever is let in has made it worthless. */
const overHttp = ({ url, stranger }: ReadyWithStranger, query: string): Ask => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let keys = 0;

  return async (id) => {
    keys += 1;
    const body = JSON.stringify({ query, variables: { id, ...(query === ACT ? { key: `${query.length}-${keys}` } : {}) } });
    const began = performance.now();
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: `Bearer ${stranger}` },
    });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [AsyncIterable<Buffer>];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const spent = performance.now() - began;
    const text = Buffer.concat(chunks).toString();
    if (!text.includes('UNKNOWN_ID')) throw new Error(text);

    return spent;
  };
};

/** Milliseconds until the server has taken a subscription up and a ping behind it. */
const overSocket = async ({ websocket, stranger }: ReadyWithStranger): Promise<Ask> => {
  const socket = new WebSocket(websocket, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${stranger}` } }));
  await once(socket, 'message');
  let ids = 0;

  return async (caseId) => {
    ids += 1;
    const id = String(ids);
    const query = `subscription { caseChanged(caseId: "${caseId}", after: "0") { caseId } }`;
    const began = performance.now();
    const pong = once(socket, 'pong');
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
    socket.ping();
    await pong;
    const spent = performance.now() - began;
    // Over before the next one begins, which would else pay for it.
    const over = once(socket, 'pong');
    socket.send(JSON.stringify({ id, type: 'complete' }));
    socket.ping();
    await over;

    return spent;
  };
};

const sample = (values: readonly number[]): readonly number[] =>
  Array.from({ length: ASKED }, () => values[Math.floor(Math.random() * values.length)] ?? 0);

/** How often it is right to say of two, each asked a few times, that the slower one is there: a half is guessing. */
const shareGuessed = (there: readonly number[], nowhere: readonly number[]): number => {
  let right = 0;
  for (let at = 0; at < GUESSES; at += 1) right += Number(median(sample(there)) > median(sample(nowhere)));
  const share = right / GUESSES;

  // Whoever knows that it goes the other way guesses the other way.
  return Math.max(share, 1 - share);
};

const quartiles = (values: readonly number[]): string => {
  const sorted = [...values].sort((one, other) => one - other);

  return [0.05, 0.25, 0.5, 0.75, 0.95].map((at) => (sorted[Math.floor(at * sorted.length)] ?? 0).toFixed(3)).join(' ');
};

const ORDERS: readonly (readonly Kind[])[] = [
  ['short', 'none', 'long'],
  ['long', 'short', 'none'],
  ['none', 'long', 'short'],
];

const idOf = (kind: Kind, at: number, run: number): string => {
  switch (kind) {
    case 'short':
      return caseIdOf(at);
    case 'long':
      return caseIdOf(CASES + at);
    case 'none':
      return caseIdOf((run + 3) * CASES + at);
  }
};

/** What a stranger sees of the clock: cases asked for in turn, each for the first time, beside ids that there are not. */
const probed = async ({ ask, warmUp }: Way, run: number): Promise<Readonly<Record<Kind, readonly number[]>>> => {
  const times: Record<Kind, number[]> = { short: [], long: [], none: [] };
  for (let at = 0; at < warmUp; at += 1) await ask(`warm-${at}`);
  for (let at = 0; at < CASES; at += 1) {
    for (const kind of ORDERS[at % ORDERS.length] ?? []) times[kind].push(await ask(idOf(kind, at, run)));
  }

  return times;
};

interface Way {
  readonly zh: string;
  readonly en: string;
  readonly ask: Ask;
  /** Times that something is asked for before it counts. */
  readonly warmUp: number;
}

/** How often a stranger tells a case that is there from one that is not by the time that the answer takes. */
export const enumerationSuite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    await fillCases(folder, [...Array<number>(CASES).fill(SHORT), ...Array<number>(CASES).fill(LONG)]);
    const found: Measurement[] = [];
    for (const [run, name] of (['act', 'question', 'subscription'] as const).entries()) {
      // A service of its own for each: what one has warmed up would spare the other the look.
      const ours = await startChild<ReadyWithStranger>('ours.js', folder);
      try {
        const ways: Readonly<Record<typeof name, () => Promise<Way>>> = {
          act: () => Promise.resolve({ zh: '办理', en: 'an act on', ask: overHttp(ours.ready, ACT), warmUp: WARM_UP }),
          question: () => Promise.resolve({ zh: '查询', en: 'a question for', ask: overHttp(ours.ready, FILE), warmUp: WARM_UP }),
          subscription: async () => ({ zh: '订阅', en: 'a subscription to', ask: await overSocket(ours.ready), warmUp: ASKED }),
        };
        const way = await ways[name]();
        const { zh, en } = way;
        const times = await probed(way, run);
        for (const kind of ['short', 'long', 'none'] as const) say(`  ${name} ${kind}: ${quartiles(times[kind])} ms`);
        for (const [kind, events] of [
          ['short', SHORT],
          ['long', LONG],
        ] as const) {
          found.push(
            atMost({
              suite: SUITE,
              measure: {
                zh: `${zh}他人案件（${events} 事件），凭 ${ASKED} 次应答用时猜中有无此案`,
                en: `${en} a case of ${events} events of others: told from none by the time of ${ASKED} answers, vs guessing`,
              },
              ours: shareGuessed(times[kind], times.none),
              peer: 0.5,
              unit: 'right guesses',
              target: 1.5,
            }),
          );
        }
      } finally {
        await ours.stop();
      }
    }

    return found;
  });
