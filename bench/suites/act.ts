import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { ask, requestsPerSecond, type Target } from '../harness/load';
import { atLeast, inTurn, type Suite } from '../harness/measurement';
import { caseIdOf, fillFolder } from '../history/fill';
import type { OursReady } from '../servers/ours';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 32;
const EVENTS = 40_000;

export const FEEDBACK_INPUT = { clueId: 'clue-1', to: 'permitDepartment', content: '已立案处罚，整改到位，结果见处罚决定书' };

export const FEEDBACK = `mutation Feedback($caseId: ID!, $input: GiveFeedbackInput!, $request: ActRequestInput!) {
  giveFeedback(caseId: $caseId, input: $input, request: $request) {
    __typename
    ... on Receipt { subject revision position eventTypes repeated warnings { rule } }
    ... on Refusal { code rule }
    ... on InvalidInput { code fields { path } }
    ... on Denied { code rule }
  }
}`;

const INSERT = 'mutation Feedback($caseId: ID!, $input: Feedback!) { record(caseId: $caseId, input: $input) { id revision } }';

/** Cases in turn, as officers work on different ones. */
const nextOf = (cases: number): (() => string) => {
  let next = 0;

  return () => {
    next += 1;

    return caseIdOf(next % cases);
  };
};

/** A refusal is a good answer to the load generator, but it would measure something else. */
const insistOnReceipt = async (target: Target, body: object): Promise<void> => {
  const { giveFeedback } = await ask(target, body);
  const { __typename } = giveFeedback as { readonly __typename: string };
  if (__typename !== 'Receipt') throw new Error(`the act was not done: ${JSON.stringify(giveFeedback)}`);
};

/** One act over HTTP and GraphQL: read, fold, decide, append durably, project. */
export const actSuite: Suite = () =>
  inFolder(async (folder) => {
    const [data, bare] = [join(folder, 'data'), join(folder, 'bare')];
    mkdirSync(bare);
    const { cases } = await fillFolder(data, EVENTS);
    const ours = await startChild<OursReady>('ours.js', data);
    const peer = await startChild<Target>('apollo-insert.js', bare);
    const caseId = nextOf(cases);
    const act = () => ({
      query: FEEDBACK,
      variables: { caseId: caseId(), input: FEEDBACK_INPUT, request: { idempotencyKey: randomUUID() } },
    });
    const insert = () => ({ query: INSERT, variables: { caseId: caseId(), input: FEEDBACK_INPUT } });
    await insistOnReceipt(ours.ready, act());
    const load = { connections: CONNECTIONS, seconds: SECONDS };
    const rates = await inTurn(ROUNDS, {
      ours: () => requestsPerSecond({ ...load, url: ours.ready.url, token: ours.ready.token, body: act }),
      peer: () => requestsPerSecond({ ...load, url: peer.ready.url, body: insert }),
    });
    await ours.stop();
    await peer.stop();

    return [
      atLeast({
        suite: 'act',
        measure: { zh: `行为（${CONNECTIONS} 连接），对照 Apollo 只插一行`, en: 'act over GraphQL vs Apollo doing one durable insert' },
        ours: rates.ours,
        peer: rates.peer,
        unit: 'acts/s',
        target: 0.5,
      }),
    ];
  });
