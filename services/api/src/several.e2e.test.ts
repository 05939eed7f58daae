import { openEventSource, logger } from '@liuhen/infra';
import { isClockEvent, START, type RecordedEvent } from '@liuhen/workflows';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Listener } from '../../projector/src/testing/listener';
import { Officer, type Acknowledged } from '../../projector/src/testing/officer';
import { EarlierYear } from '../../projector/src/testing/overdue';
import { Stand } from '../../projector/src/testing/stand';

/** Take-over is due within ten seconds of a death; what is looked at may take some more to be seen. */
const TAKE_OVER = 10_000;

const ADD = `mutation ($caseId: ID!, $input: AddProblemInput!, $request: ActRequestInput!) {
  act: addProblem(caseId: $caseId, input: $input, request: $request) { __typename ... on Receipt { actId revision } ... on Conflict { currentRevision } } }`;

interface Outcome {
  readonly __typename: string;
  readonly actId?: string;
  readonly revision?: number;
}

(withMongo ? describe : describe.skip)('a deployment of several processes', () => {
  let stand: Stand;
  let first: Acknowledged;
  let revision = 0;
  /** The API that is left where one was killed. */
  let other = 'api-2';

  beforeAll(async () => {
    stand = await Stand.open({ events: 'double', readModels: newDatabase(), projectors: 2 });
  }, 180_000);
  afterAll(async () => {
    await stand.remove();
    await dropDatabases();
  });

  const url = (name: string): string => stand.addressOf(name) ?? '';
  /** As an officer and a listener see a deployment: one address of it. */
  const door = (name: string): { graphql: string; tokens: Stand['tokens'] } => ({ graphql: url(name), tokens: stand.tokens });
  const events = async (): Promise<readonly RecordedEvent[]> => {
    const place = { events: stand.engines.direct.events, deployment: 'liuhen', folder: '', log: logger('silent') };
    const source = await openEventSource(place);
    const all = await source.readAll(START, 10_000);
    await source.close();

    return all;
  };

  const ask = async (at: string, query: string, variables: object): Promise<Readonly<Record<string, Outcome>>> => {
    const response = await fetch(url(at), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${stand.tokens.officer}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Readonly<Record<string, Outcome>> | null; errors?: unknown };
    if (data == null) throw new Error(JSON.stringify(errors));

    return data;
  };
  const add = async (at: string, request: object): Promise<Outcome | undefined> => {
    const input = { title: '又一问题', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2024-09-01T08:00:00+08:00' };

    return (await ask(at, ADD, { caseId: first.subject, input, request }))['act'];
  };
  let partyId = '';

  const checkpoint = async (name: string): Promise<string | null> => {
    const response = await fetch(new URL('/ledger/checkpoint', url(name)));

    return response.ok ? response.text() : null;
  };
  /** Milliseconds until a process shows the ledger. */
  const untilShownAt = async (name: string): Promise<number> => {
    const begun = performance.now();
    while ((await checkpoint(name)) === null) await new Promise((wake) => setImmediate(wake));

    return performance.now() - begun;
  };

  it('shows at one API what was done at the other, no older than the act', async () => {
    const here = new Officer(door('api-1'), 'here');
    const there = new Officer(door('api-2'), 'there');
    first = await here.act();
    partyId = here.acknowledged[0]?.subject ?? '';

    expect(await there.problemsSeen(first)).toBe(1);
  }, 60_000);

  it('gives of two officers at two APIs one the act and the other a conflict, each time', async () => {
    for (let round = 0; round < 15; round += 1) {
      const both = await Promise.all(
        ['api-1', 'api-2'].map((at) => add(at, { idempotencyKey: `race-${round}-${at}`, expectedRevision: revision })),
      );

      expect(both.map((outcome) => outcome?.__typename).sort()).toEqual(['Conflict', 'Receipt']);
      revision = both.find((outcome) => outcome?.__typename === 'Receipt')?.revision ?? 0;
    }
  }, 60_000);

  it('does an act once that is asked for under one key at both APIs at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.all(['api-1', 'api-2'].map((at) => add(at, { idempotencyKey: `once-${round}` })));

      expect(both[0]).toEqual(both[1]);
      expect(both[0]?.__typename).toBe('Receipt');
    }
    const acts = (await events()).filter(({ type }) => type === 'ProblemFound').map(({ actId }) => actId);
    expect(acts.length).toBe(1 + 15 + 10);
    expect(new Set(acts).size).toBe(acts.length);
  }, 60_000);

  it('shows the ledger in the one process that signs it, and nothing of it in the other', async () => {
    const names = ['api-1', 'api-2'];
    let shown = await Promise.all(names.map(checkpoint));
    while (shown.every((note) => note === null)) shown = await Promise.all(names.map(checkpoint));

    expect(shown.filter((note) => note !== null)).toHaveLength(1);
  }, 60_000);

  it('goes on at the other API where the one that signs is killed: nobody misses or hears twice, acts and the ledger go on', async () => {
    const signer = (await checkpoint('api-1')) === null ? 'api-2' : 'api-1';
    other = signer === 'api-1' ? 'api-2' : 'api-1';
    const at = door(signer);
    const listener = new Listener(at);
    listener.start();
    const officer = new Officer(at, 'survivor');
    for (let act = 0; act < 5; act += 1) await officer.act();
    await stand.kill(signer);
    at.graphql = url(other);
    const takenOver = untilShownAt(other);
    for (let act = 0; act < 5; act += 1) await officer.act();
    const last = officer.acknowledged.at(-1)?.position ?? 0;
    while ((listener.heard.at(-1) ?? 0) < last) await new Promise((wake) => setImmediate(wake));
    await listener.leave();

    expect(await takenOver).toBeLessThan(TAKE_OVER * 1.5);
    const told = (await events()).filter(({ stream }) => stream.startsWith('case-')).map(({ position }) => position);
    expect(listener.heard).toEqual(told.filter((position) => position <= last));
  }, 120_000);

  it('keeps read models and clock going when their keepers are killed, and the clock says nothing twice', async () => {
    const officer = new Officer(door(other), 'last');
    const clock = async () => (await events()).filter((event) => isClockEvent(event));
    const until = async (caseId: string) => {
      let said = await clock();
      while (!said.some(({ payload }) => payload.subject === caseId)) said = await clock();

      return said;
    };
    const earlier = await EarlierYear.of(stand);
    await earlier.overdueCase('before');
    await until('before');
    await stand.kill('projector-1');
    await stand.kill('scheduler-1');
    const done = await officer.act();

    expect(await officer.problemsSeen(done)).toBeGreaterThan(0);
    await earlier.overdueCase('after');
    await earlier.close();
    const said = await until('after');

    expect(said.map(({ type }) => type)).toContain('ObligationBreached');
    const told = said.map(({ type, payload }) =>
      JSON.stringify([type, payload.obligationId, payload.cycle, 'level' in payload ? payload.level : 0]),
    );
    expect(new Set(told).size).toBe(told.length);
  }, 120_000);
});
