import { areasAbove, kindOfStream, placeOf, streamOf, type AuditScope, type RecordedEvent } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';
import { streamsNeeded } from '../desk/registers';
import { groupedByAct, LawJudge, needsOf } from './lawfulness';

export type SelectSource = Pick<EventStore, 'head' | 'readAll' | 'readStream'>;

/** What a deployment knows of its files that the log alone does not say. */
export interface Related {
  /** May the package hold this file, as far as whoever asks for it is told of things? A file of which nothing is on record is one too. */
  mayHold(stream: string): Promise<boolean>;
  /** Streams of the interference records that name a case. */
  interferencesOf(caseId: string): Promise<readonly string[]>;
  /** Streams in which a person acted or is named. */
  streamsOfPerson(person: string): Promise<readonly string[]>;
}

/** An outlet with years of hourly data is a matter of its own; an act that looked one up is judged in part without it. */
const LARGEST_REGISTER = 5_000;

const PAGE = 1_000;

const streamsOfCase = async (caseId: string, related: Related): Promise<readonly string[]> => [
  streamOf('case', caseId),
  streamOf('refusals', caseId),
  streamOf('records', caseId),
  ...(await related.interferencesOf(caseId)),
];

/** Day of the recording in China. */
const dayOfRecording = ({ recordedAt }: RecordedEvent): string =>
  Temporal.Instant.from(recordedAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();

/** First position recorded on a day or later, by halving: positions grow with the clock. */
const firstOn = async (source: SelectSource, day: string): Promise<number> => {
  let [from, to] = [0, await source.head()];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const [event] = await source.readAll(middle, 1);
    if (event === undefined || dayOfRecording(event) >= day) to = middle;
    else from = event.position;
  }

  return from;
};

const streamsBetween = async (source: SelectSource, { from, to }: AuditScope): Promise<readonly string[]> => {
  if (from === null && to === null) return [];
  const streams = new Set<string>();
  let after = from === null ? 0 : await firstOn(source, from);
  for (;;) {
    const page = await source.readAll(after, PAGE);
    const last = page.at(-1);
    const within = page.filter((event) => to === null || dayOfRecording(event) <= to);
    for (const { stream } of within) streams.add(stream);
    if (last === undefined || within.length < page.length) return [...streams];
    after = last.position;
  }
};

/** Areas whose units a decision can have asked: above the place, wherever the place is told, and the office's own. */
const areasAsked = async (
  source: SelectSource,
  event: RecordedEvent,
  { place, parties = [] }: { readonly place: string | null; readonly parties?: readonly string[] | undefined },
): Promise<readonly string[]> => {
  const named = (event.asked?.input as { readonly jurisdiction?: unknown } | undefined)?.jurisdiction;
  const opened = await Promise.all(parties.map(async (id) => (await source.readStream(streamOf('party', id), { limit: 1 }))[0]?.payload));
  const places = [
    place,
    named,
    event.actor.jurisdiction,
    ...opened.map((payload) => (payload as { readonly jurisdiction?: unknown } | undefined)?.jurisdiction),
  ];

  return [...new Set(places.filter((each) => typeof each === 'string').flatMap(areasAbove))];
};

/** Device data are judged in part, and kept without what was asked. */
const UNASKED = ['outlet', 'refusals', 'records', 'clock'];

/** Streams whose state a decision in the record looked at. */
const registersFor = async (source: SelectSource, streams: readonly string[]): Promise<readonly string[]> => {
  const named = new Set<string>();
  for (const stream of streams.filter((each) => !UNASKED.includes(kindOfStream(each)))) {
    const judge = new LawJudge(() => true);
    for (const act of groupedByAct(await source.readStream(stream))) {
      const subject = judge.subjectOf(stream);
      const [first] = act;
      if (first === undefined || subject === undefined) continue;
      const needs = needsOf(first, subject);
      const areas = needs.unitsOfPlace === true ? await areasAsked(source, first, { place: placeOf(subject), parties: needs.parties }) : [];
      for (const each of streamsNeeded(needs, areas)) named.add(each);
      if (first.actor.acting !== undefined) named.add(streamOf('unit', first.actor.acting.unit));
      judge.replay(act);
    }
  }
  const small = async (stream: string) => (await source.readStream(stream, { from: LARGEST_REGISTER, limit: 1 })).length === 0;
  const kept = await Promise.all([...named].map(async (stream) => ((await small(stream)) ? [stream] : [])));

  return kept.flat();
};

export interface Selected {
  readonly stream: string;
  /** Of its last event; -1 for a register that had none, which is a fact that a decision rests on too. */
  readonly revision: number;
}

/** The keys that sign the ledger, which everyone is shown; no package is verified without them. */
const LEDGER_FILE = streamOf('records', 'ledger');

const held = async (streams: Iterable<string>, related: Related): Promise<readonly string[]> => {
  const kept: string[] = [];
  for (const stream of new Set(streams)) if (await related.mayHold(stream)) kept.push(stream);

  return kept;
};

/** Whole streams that a scope takes in, with what their acts looked up, each as far as it has come; none that may not be held. */
export const selectStreams = async (source: SelectSource, scope: AuditScope, related: Related): Promise<readonly Selected[]> => {
  const cases = await Promise.all(scope.cases.map((id) => streamsOfCase(id, related)));
  const persons = await Promise.all(scope.persons.map((person) => related.streamsOfPerson(person)));
  const asked = await held([...cases.flat(), ...persons.flat(), ...(await streamsBetween(source, scope))], related);
  const registers = new Set(await held(await registersFor(source, asked), related));
  const selected: Selected[] = [];
  for (const stream of new Set([...asked, LEDGER_FILE, ...registers])) {
    const last = (await source.readStream(stream)).at(-1);
    if (last !== undefined || registers.has(stream)) selected.push({ stream, revision: last?.revision ?? -1 });
  }

  return selected;
};
