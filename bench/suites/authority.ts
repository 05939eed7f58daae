import { randomUUID } from 'node:crypto';
import { EventSourcedDesk, openSqliteEventStore, openSqliteReadStore, type EventStore } from '@liuhen/infra';
import { caseList, keptFrom } from '@liuhen/projections';
import { askingAs } from '@liuhen/schema';
import {
  ACTS,
  denialOf,
  evolveSubject,
  initialSubject,
  knowsOf,
  streamOf,
  type Act,
  type DocumentReader,
  type Subject,
} from '@liuhen/workflows';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { latencyUnder, type Target } from '../harness/load';
import { atLeast, atMost, inTurn, median, type Measurement, type Suite } from '../harness/measurement';
import { OFFICER } from '../history/events';
import { caseIdOf, fillFolder } from '../history/fill';
import type { OursReady } from '../servers/ours';

const SUITE = 'authority';
const EVENTS = 4_000;
const ROUNDS = 5;
const TIMES = 100;
const NOW = '2024-11-01T09:00:00+08:00';
const INPUT = { clueId: 'clue-1', to: 'permitDepartment', content: '已立案处罚，整改到位，结果见处罚决定书' };
const ACT = 'giveFeedback';

/** Milliseconds of one, of many in a row. */
const millisecondsEach = async (work: (at: number) => unknown): Promise<number> => {
  const began = performance.now();
  for (let at = 0; at < TIMES; at += 1) await work(at);

  return (performance.now() - began) / TIMES;
};

const declared = (): Act => {
  const act = ACTS.flatMap(({ acts }) => acts).find(({ name }) => name === ACT);
  if (act === undefined) throw new RangeError(ACT);

  return act;
};

const subjectOf = async (store: EventStore, caseId: string): Promise<Subject> => {
  const events = await store.readStream(streamOf('case', caseId));

  return events.reduce(evolveSubject, initialSubject('case'));
};

/** A whole act on the desk, durable, beside all that the desk asks of the table for it. */
const shareOfAct = async (store: EventStore, cases: number): Promise<Measurement> => {
  const desk = new EventSourcedDesk({ store, now: () => NOW });
  const act = declared();
  const subjects = await Promise.all(Array.from({ length: TIMES }, (_, at) => subjectOf(store, caseIdOf(at % cases))));
  const perform = async (at: number): Promise<void> => {
    const outcome = await desk.perform(
      {
        act: ACT,
        subject: caseIdOf(at % cases),
        idempotencyKey: randomUUID(),
        expectedRevision: null,
        occurredAt: null,
        evidence: [],
        input: INPUT,
      },
      OFFICER,
    );
    if (outcome.kind !== 'receipt') throw new Error(`the act was not done: ${JSON.stringify(outcome)}`);
  };
  const authorise = (at: number): void => {
    const subject = subjects[at] ?? initialSubject('case');
    const scene = { jurisdiction: OFFICER.jurisdiction, occurredAt: NOW, now: NOW, subject: caseIdOf(at % cases), item: 'clue-1' };
    if (denialOf(act, OFFICER, subject, scene) !== undefined || !knowsOf(OFFICER, subject, scene)) throw new Error('denied');
  };
  const { whole, check } = await inTurn(ROUNDS, {
    whole: () => millisecondsEach(perform),
    check: () => millisecondsEach(authorise),
  });

  return atMost({
    suite: SUITE,
    measure: { zh: '一次行为中的授权判断，对照整个行为', en: 'authorising an act vs the whole act, durable' },
    ours: check,
    peer: whole,
    unit: 'ms',
    target: 0.05,
  });
};

/** The list of cases as the resolver asks it, and the same question with everything permitted. */
const shareOfList = async (reader: DocumentReader): Promise<Measurement> => {
  const context = { actor: OFFICER, reader, now: () => NOW };
  const authorised = async (): Promise<void> => {
    const { actor, scopes } = await askingAs(context, 'caseList');
    const page = await caseList(reader, scopes, { filter: {}, page: {} });
    const kept = await keptFrom(reader, actor.person);
    if (page.edges.some(({ node }) => kept.has(node.caseId))) throw new Error('kept from a case');
  };
  const permitted = () => caseList(reader, [{ area: OFFICER.jurisdiction }], { filter: {}, page: {} });
  const { checked, open } = await inTurn(ROUNDS, {
    checked: () => millisecondsEach(authorised),
    open: () => millisecondsEach(permitted),
  });

  return atMost({
    suite: SUITE,
    measure: { zh: '案件清单含授权，对照全部放行', en: 'list of cases authorised vs everything permitted' },
    ours: checked,
    peer: open,
    unit: 'ms',
    target: 1.1,
  });
};

const LIST = { query: '{ caseList(first: 20) { edges { node { caseId stage } } } }' };
const REJECTED = 1_000;

/** Whoever is let in, alone and beside a thousand a second who are not. */
const besideRejected = async ({ url, token }: Target): Promise<readonly Measurement[]> => {
  const paces: number[] = [];
  const accepted = { url, ...(token === undefined ? {} : { token }), body: LIST, seconds: 5, perSecond: 100, connections: 8 };
  const forged = { url, token: `${(token ?? '').slice(0, -8)}AAAAAAAA`, body: LIST, seconds: 6, perSecond: REJECTED, connections: 64 };
  const { alone, beside } = await inTurn(3, {
    alone: async () => (await latencyUnder(accepted)).p99,
    beside: async () => {
      const [heard, refused] = await Promise.all([latencyUnder(accepted), latencyUnder(forged)]);
      if (refused.ok > 0) throw new Error('a forged token was let in');
      paces.push(refused.perSecond);

      return heard.p99;
    },
  });

  const p99 = atMost({
    suite: SUITE,
    measure: { zh: '每秒 1000 个被拒请求时的 p99，对照没有时', en: 'p99 of accepted requests beside 1,000 rejected/s vs alone' },
    ours: beside,
    peer: alone,
    unit: 'ms',
    target: 2,
  });
  const pace = atLeast({
    suite: SUITE,
    measure: { zh: '其时实际发出的被拒请求，对照每秒 1000 个', en: 'rejected requests made meanwhile vs 1,000/s' },
    ours: median(paces),
    peer: REJECTED,
    unit: 'requests/s',
    target: 0.9,
  });

  return [p99, pace];
};

/** What it costs to ask who may, and what those who may not cost the others. */
export const authoritySuite: Suite = () =>
  inFolder(async (folder) => {
    const { cases } = await fillFolder(folder, EVENTS);
    const store = await openSqliteEventStore({ folder });
    const reader = openSqliteReadStore({ folder });
    const shares: Measurement[] = [];
    try {
      shares.push(await shareOfAct(store, cases), await shareOfList(reader));
    } finally {
      await reader.close();
      await store.close();
    }
    const ours = await startChild<OursReady>('ours.js', folder);
    try {
      return [...shares, ...(await besideRejected(ours.ready))];
    } finally {
      await ours.stop();
    }
  });
