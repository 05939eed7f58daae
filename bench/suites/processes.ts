import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openKurrentEventStore } from '@liuhen/infra';
import { streamOf } from '@liuhen/workflows';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { kurrentServer } from '../harness/kurrentdb';
import { requestsPerSecond, type Target } from '../harness/load';
import { atLeast, inTurn, type Suite } from '../harness/measurement';
import { caseIdOf, eventsOfCase } from '../history/fill';
import type { OursReady } from '../servers/ours';
import { FEEDBACK, FEEDBACK_INPUT } from './act';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 32;
const CASES = 100;
const EVENTS = 6;

const QUIET = { info: () => undefined, error: () => undefined, warn: () => undefined };

const fill = async (url: string): Promise<void> => {
  const store = await openKurrentEventStore({ url, deployment: 'liuhen', log: QUIET });
  for (let at = 0; at < CASES; at += 1) await store.append(streamOf('case', caseIdOf(at)), eventsOfCase(at, EVENTS), 'none');
  await store.close();
};

/** Acts per second at one API, and at two on the same log; each takes its share of the officers. */
export const processesSuite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    const server = await kurrentServer();
    await fill(server.url);
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    mkdirSync(one);
    mkdirSync(other);
    const first = await startChild<OursReady>('api.js', one, server.url);
    const second = await startChild<OursReady>('api.js', other, server.url);
    let next = 0;
    const body = () => {
      next += 1;

      return {
        query: FEEDBACK,
        variables: { caseId: caseIdOf(next % CASES), input: FEEDBACK_INPUT, request: { idempotencyKey: randomUUID() } },
      };
    };
    const at = ({ url, token }: Target, connections: number) =>
      requestsPerSecond({ url, ...(token === undefined ? {} : { token }), connections, seconds: SECONDS, body });
    const rates = await inTurn(ROUNDS, {
      two: async () =>
        (await Promise.all([first, second].map(({ ready }) => at(ready, CONNECTIONS / 2)))).reduce((sum, rate) => sum + rate, 0),
      one: () => at(first.ready, CONNECTIONS),
    });
    await first.stop();
    await second.stop();
    server.stop();
    say(`  ${availableParallelism()} cores for two APIs, the log and who asks: two APIs and both others want four`);

    return [
      atLeast({
        suite: 'processes',
        measure: { zh: '两个接口进程对照一个', en: `acts at two APIs vs one, on ${availableParallelism()} cores` },
        ours: rates.two,
        peer: rates.one,
        unit: 'acts/s',
        target: 1.7,
      }),
    ];
  });
