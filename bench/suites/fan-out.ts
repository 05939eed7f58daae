import { randomUUID } from 'node:crypto';
import { buildSchema } from '@liuhen/schema';
import { Audience } from '../harness/audience';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { ask } from '../harness/load';
import { atLeast, inTurn, secondsOf, type Suite } from '../harness/measurement';
import { everyFieldOf } from '../harness/selection';
import { caseIdOf, fillFolder } from '../history/fill';
import type { OursReady } from '../servers/ours';

const CLIENTS = 1_000;
const ROUNDS = 3;
const EVENTS = 15;
const CASES_EVENTS = 1_000;

/** Time that late or doubled messages get to show up, milliseconds. */
const PATIENCE = 500;

const SUITE = 'fan-out';

const ACT = `mutation Feedback($caseId: ID!, $input: GiveFeedbackInput!, $request: ActRequestInput!) {
  giveFeedback(caseId: $caseId, input: $input, request: $request) { __typename }
}`;

const feed = ({ ready }: { readonly ready: OursReady }) =>
  ask(ready, {
    query: ACT,
    variables: {
      caseId: caseIdOf(1),
      input: { clueId: 'clue-1', to: 'permitDepartment', content: '已立案处罚' },
      request: { idempotencyKey: randomUUID() },
    },
  });

/** Messages that arrive in a second when one event after the other is told to everybody. */
const deliveries = async (audience: Audience, trigger: () => Promise<unknown>): Promise<number> => {
  const seconds = await secondsOf(async () => {
    for (let event = 0; event < EVENTS; event += 1) await audience.hear(CLIENTS, trigger);
  });

  return (CLIENTS * EVENTS) / seconds;
};

/** One event to a thousand clients; ours from the act over HTTP on, the peer from memory. */
export const fanOutSuite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    await fillFolder(folder, CASES_EVENTS);
    const ours = await startChild<OursReady>('ours.js', folder);
    const peer = await startChild<{ readonly websocket: string }>('plain-ws.js');
    const query = `subscription { caseChanged ${everyFieldOf(buildSchema(), 'CaseChanged')} }`;
    const { token, websocket } = ours.ready;
    const mine = await Audience.seat({ url: websocket, token, query, count: CLIENTS });
    const theirs = await Audience.seat({ url: peer.ready.websocket, token, query, count: CLIENTS });
    await mine.hear(CLIENTS, () => feed(ours));
    const event = JSON.stringify(mine.last);
    await theirs.hear(CLIENTS, () => peer.ask(event));
    if (JSON.stringify(theirs.last) !== event) throw new Error('the peer tells something else');
    say(`  ${CLIENTS} clients each, messages of ${event.length} characters, all the same`);
    const rates = await inTurn(ROUNDS, {
      ours: () => deliveries(mine, () => feed(ours)),
      peer: () => deliveries(theirs, () => peer.ask(event)),
    });
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const [received, told] = [mine.received, CLIENTS * (1 + ROUNDS * EVENTS)];
    if (received > told) throw new Error(`${received - told} messages came twice`);
    mine.leave();
    theirs.leave();
    await ours.stop();
    await peer.stop();

    return [
      atLeast({
        suite: SUITE,
        measure: { zh: `一个事件推送 ${CLIENTS} 个客户端，对照 graphql-ws`, en: `one event to ${CLIENTS} clients vs plain graphql-ws` },
        ours: rates.ours,
        peer: rates.peer,
        unit: 'messages/s',
        target: 2,
      }),
      atLeast({
        suite: SUITE,
        measure: { zh: '收到的消息，对照应收', en: 'messages received vs told' },
        ours: received,
        peer: told,
        unit: 'messages',
        target: 1,
      }),
    ];
  });
