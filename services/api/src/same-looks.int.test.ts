import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventSourcedDesk,
  LateLog,
  logger,
  openSqliteEventStore,
  openSqliteReadStore,
  rebuildProjections,
  type EventStore,
} from '@liuhen/infra';
import { allProjections, knownStandings } from '@liuhen/projections';
import { seenCaseOf, TOPICS } from '@liuhen/schema';
import { ACTS, FUNCTIONS, streamOf, type Actor, type DocumentReader, type NewEvent, type OfficialFunction } from '@liuhen/workflows';
import { inputOf } from '../../../infra/src/desk/testing/inputs';
import { FIRM } from './testing/firm';
import { Lair, OFFICER } from './testing/lair';

const AT = '2024-08-30T09:00:00+08:00';
const [SHORT, LONG, NONE] = ['case-short', 'case-long0', 'case-none0'] as const;
/** Of the strangers themselves. */
const OWN = 'case-own';
const AWAY = '540102';
const EVENTS = 1_000;

const problem = (stream: string, at: number, jurisdiction = '370811'): NewEvent => ({
  type: 'ProblemFound',
  payload: {
    problemId: `problem-${at + 1}`,
    title: '超标',
    source: 'automaticData',
    partyId: 'party-1',
    partyName: '某厂',
    outletId: null,
    jurisdiction,
    facts: '超标',
    foundAt: AT,
    suspicionIds: [],
    reporterAwaitsAnswer: false,
  },
  id: `${stream}-${at}`,
  schemaVersion: 1,
  occurredAt: AT,
  recordedAt: AT,
  actor: OFFICER,
  actId: `${stream}-act`,
  correlationId: stream,
  causationId: null,
  basis: [],
  evidence: [],
});

/** Everything that is asked of a store, in order, with the ids of the cases taken out. */
const watched = <T extends object>(store: T, asked: string[]): T =>
  new Proxy(store, {
    get: (target, name): unknown => {
      const found: unknown = Reflect.get(target, name, target);
      if (typeof found !== 'function') return found;

      return (...args: readonly unknown[]): unknown => {
        asked.push(`${String(name)} ${JSON.stringify(args).replaceAll(SHORT, NONE).replaceAll(LONG, NONE)}`);

        return (found as (...all: readonly unknown[]) => unknown).apply(target, [...args]);
      };
    },
  });

describe('a stranger who asks for a case of one event, for one of a thousand, and for none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-looks-'));
  const asked: string[] = [];
  let store: EventStore;
  let late: LateLog;
  let close: () => Promise<void>;
  let desk: EventSourcedDesk;
  let reader: DocumentReader;

  beforeAll(async () => {
    store = await openSqliteEventStore({ folder });
    const readStore = openSqliteReadStore({ folder });
    const fill = async (id: string, count: number) => {
      for (let from = 0; from < count; from += 100) {
        const events = Array.from({ length: Math.min(100, count - from) }, (_, at) => problem(id, from + at));
        await store.append(streamOf('case', id), events, from === 0 ? 'none' : from - 1);
      }
    };
    await fill(SHORT, 1);
    await fill(LONG, EVENTS);
    await store.append(streamOf('case', OWN), [problem(OWN, 0, AWAY)], 'none');
    await rebuildProjections({ source: store, readStore, projections: allProjections });
    reader = watched<DocumentReader>(readStore, asked);
    const seen = watched(store, asked);
    late = new LateLog({
      store,
      onFault: (error) => {
        throw error;
      },
    });
    desk = new EventSourcedDesk({ store: seen, now: () => AT, standingOf: knownStandings(reader), late });
    close = async () => {
      await late.stop();
      await readStore.close();
      await store.close();
    };
  });

  afterAll(() => close());

  const looksOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    asked.length = 0;
    await work().catch(() => undefined);

    return asked.filter((each) => !each.startsWith('findEvent'));
  };
  const stranger = (fn: OfficialFunction, over: Partial<Actor> = {}): Actor => ({
    ...OFFICER,
    person: 'stranger',
    function: fn,
    jurisdiction: AWAY,
    ...(fn === 'dischargingEntity' ? { party: 'another' } : {}),
    ...over,
  });
  /** Which unit is asked is another one, and how far the case is known; how many looks there are is not. */
  const shape = (looks: readonly string[]) => looks.map((each) => each.replaceAll(/\d+/g, '#'));
  const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];

  it('makes the service take the same looks, and no write, for every act on a case and every function', async () => {
    const acts = ACTS.filter(({ kind }) => kind === 'case').flatMap((group) => group.acts.filter((act) => !act.opens));
    let [count, keys] = [0, 0];
    for (const { name } of acts) {
      const input = inputOf(name, { file: undefined, partyId: 'party-1', labId: 'lab-1', target: 'x-1', pick: 1 });
      for (const fn of functions) {
        const attempt = (subject: string) => () => {
          keys += 1;
          const request = { act: name, subject, idempotencyKey: `k${keys}`, expectedRevision: null, occurredAt: null, evidence: [], input };

          return desk.perform(request, stranger(fn));
        };
        const [none, short, long] = [await looksOf(attempt(NONE)), await looksOf(attempt(SHORT)), await looksOf(attempt(LONG))];
        expect(shape(short)).toEqual(shape(none));
        expect(shape(long)).toEqual(shape(none));
        expect(none.filter((each) => each.startsWith('append'))).toEqual([]);
        count += 1;
      }
    }
    process.stdout.write(`looks: ${count} pairs of act and function take the same looks at a case of theirs, of others and of nobody\n`);
    expect(count).toBeGreaterThan(1_000);
  });

  const NAMING: readonly (readonly [string, (id: string) => object])[] = [
    ['acceptClue', (intoCaseId) => ({ clueId: 'clue-1', intoCaseId })],
    ['adoptCase', (fromCaseId) => ({ fromCaseId, reason: '同一企业' })],
    ['mergeCase', (into) => ({ into, reason: '同一企业' })],
  ];

  it.each(NAMING)('makes %s on a case of theirs take the same looks, whichever case it names', async (act, naming) => {
    let keys = 0;
    const look = (id: string) =>
      looksOf(() => {
        keys += 1;
        const request = { act, subject: OWN, idempotencyKey: `${act}-${keys}`, expectedRevision: null, occurredAt: null, evidence: [] };

        return desk.perform({ ...request, input: naming(id) }, stranger('enforcementAgency'));
      });
    await look('case-warm0');
    const none = await look(NONE);

    const reads = (await look(LONG)).filter((each) => each.startsWith('readStream') && each.includes(NONE));
    expect(reads.length).toBeGreaterThan(0);
    // However long it is: one event of it at most is read.
    expect(reads.filter((each) => !each.includes('"limit":1}'))).toEqual([]);
    expect(shape(await look(SHORT))).toEqual(shape(none));
    expect(shape(await look(LONG))).toEqual(shape(none));
  });

  it('makes a question take the same looks, for every function that may ask it', async () => {
    for (const fn of functions) {
      const context = { reader, now: () => AT };
      const look = (caseId: string) => looksOf(() => seenCaseOf(context, stranger(fn), { caseId, view: 'caseFile' }));
      const none = await look(NONE);

      expect(await look(SHORT)).toEqual(none);
      expect(await look(LONG)).toEqual(none);
      expect(none.some((each) => each.includes('caseFiles'))).toBe(false);
    }
  });

  it('makes a subscription never look at a file that it is told nothing of', async () => {
    const listener = {
      actor: stranger('enforcementAgency'),
      wanted: {},
      context: { reader, waitFor: () => Promise.resolve(), now: () => AT },
    };
    const look = (id: string) =>
      looksOf(() => TOPICS.caseChanged.tell({ ...problem(id, 0), stream: streamOf('case', id), revision: 0, position: 1 }, listener));

    expect(await look(LONG)).toEqual(await look(SHORT));
    expect((await look(LONG)).some((each) => each.includes('caseFiles'))).toBe(false);
  });

  it('is on record afterwards all the same', async () => {
    await desk.perform(
      {
        act: 'closeCase',
        subject: LONG,
        idempotencyKey: 'tried',
        expectedRevision: null,
        occurredAt: null,
        evidence: [],
        input: { summary: '结案' },
      },
      stranger('enforcementAgency'),
    );
    await late.flush();
    const attempts = await store.readStream(streamOf('refusals', LONG));

    expect(attempts.filter(({ payload }) => (payload as { readonly act: string }).act === 'closeCase').at(-1)).toMatchObject({
      type: 'ActRefused',
      actor: { person: 'stranger' },
      payload: { subject: LONG, code: 'OUT_OF_JURISDICTION', jurisdiction: '370811' },
    });
    expect(await store.readStream(streamOf('refusals', NONE))).toEqual([]);
  });
});

describe('the log of the service', () => {
  it('has as many lines about an attempt on a case of others as about one on none', async () => {
    let lines: string[] = [];
    const lair = await Lair.open({ LIUHEN_LOG_LEVEL: 'debug' }, logger('debug', { write: (line: string) => void lines.push(line) }));
    const registrar: Actor = { ...OFFICER, person: 'registrar', function: 'registrar' };
    const open = async (actor: Actor, name: string, input: object) => {
      const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${name}(input: $input, request: { idempotencyKey: "${name}" }) { ... on Receipt { subject position } } }`;
      const { data } = await lair.ask(query, { actor, variables: { input } });

      return data?.[name] as { readonly subject: string; readonly position: string };
    };
    const { subject: partyId } = await open(registrar, 'registerParty', FIRM);
    const { subject, position } = await open(OFFICER, 'reportProblem', {
      title: '超标',
      source: 'enforcementMonitoring',
      partyId,
      facts: '超标',
      foundAt: '2026-01-05T09:00:00+08:00',
    });
    const FILE = 'query ($id: ID!, $at: Position) { caseFile(caseId: $id, atLeast: $at) { caseId } }';
    const ACT =
      'mutation ($id: ID!, $key: String!) { closeCase(caseId: $id, input: { summary: "结案" }, request: { idempotencyKey: $key }) { __typename } }';
    const away: Actor = { ...OFFICER, person: 'away', jurisdiction: '540100' };
    const told = async (id: string, key: string): Promise<readonly string[]> => {
      lines = [];
      await lair.ask(FILE, { actor: away, variables: { id, at: position } });
      await lair.ask(ACT, { actor: away, variables: { id, key } });

      return lines.map((line) => String((JSON.parse(line) as { readonly msg?: string }).msg));
    };
    await told('nobody', 'warm');

    expect(await told(subject, 'k1')).toEqual(await told('a'.repeat(subject.length), 'k2'));
    await lair.service.stop();
  });
});
