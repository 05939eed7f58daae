import { LiuhenError, type NewEvent, type Position, type RecordedEvent } from '@liuhen/workflows';
import { asNew } from '../append-rules';
import type { AppendDone, ExpectedRevision, WrongRevision } from '../port';
import type { Catalogue } from './catalogue';
import type { AppendAnswer, Connection } from './connection';
import type { Claim } from './deployment';
import { eventData, type EventData, type Stored } from './envelope';
import type { Timing } from './options';
import { backOff, pause } from './pause';
import { placeOf } from './position';

type Appended = AppendDone | WrongRevision;

interface Batch {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly data: readonly EventData[];
  readonly expected: ExpectedRevision;
  /** Position of the last event where all of them were moved here and keep theirs. */
  readonly moved: Position | undefined;
}

const NEVER = new AbortController().signal;

/**
 * Appends that mean the same whatever the server remembers. Each goes at one exact revision, never at "any": so the server
 * writes it once at most, and a try whose answer was lost can be repeated. What is known before is looked up by its ids.
 */
export class Appender {
  /** Ids on their way: the same ids a second time in this process wait for the first outcome. */
  readonly #onTheWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly connection: Connection,
    private readonly catalogue: Catalogue,
    private readonly claim: Claim,
    private readonly timing: Timing,
  ) {}

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.#inTurn({ stream, events, data: events.map((event) => eventData(event)), expected, moved: undefined });
  }

  /** Events of another log, of one stream and one after the other; each keeps its position. */
  adopt(run: readonly RecordedEvent[]): Promise<Appended> {
    const [first] = run;
    const events = run.map(asNew);
    const data = run.map((event, at) => eventData(events[at] ?? asNew(event), event.position));
    const expected = first === undefined || first.revision === 0 ? 'none' : first.revision - 1;

    return this.#inTurn({ stream: first?.stream ?? '', events, data, expected, moved: run.at(-1)?.position });
  }

  async #inTurn(batch: Batch): Promise<Appended> {
    const ids = batch.events.map(({ id }) => id);
    for (let other = this.#sent(ids); other !== undefined; other = this.#sent(ids)) await other;
    const work = this.#append(batch);
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    for (const id of ids) this.#onTheWay.set(id, settled);
    try {
      return await work;
    } finally {
      for (const id of ids) this.#onTheWay.delete(id);
    }
  }

  #sent(ids: readonly string[]): Promise<unknown> | undefined {
    return ids.map((id) => this.#onTheWay.get(id)).find((each) => each !== undefined);
  }

  async #append(batch: Batch): Promise<Appended> {
    await this.claim.make();
    const { stream, expected } = batch;
    const { index } = this.catalogue;
    const known = index.revisionOf(stream);
    const from = typeof expected === 'number' ? expected : known;
    // A deleted stream would be begun anew by an append that expects none.
    const gone = expected === 'none' && known >= 0;
    if (gone || !index.covers(stream, from)) await this.catalogue.catchUp();
    const before = await this.#before(batch);
    if (before !== undefined) return before;
    if (gone) return { kind: 'wrongRevision', expected, current: index.revisionOf(stream) };

    return this.#write(batch, expected === 'none' ? -1 : from);
  }

  async #write(batch: Batch, revision: number): Promise<Appended> {
    const end = performance.now() + this.timing.patience;
    let at = revision;
    let cause: unknown;
    for (let tries = 0; performance.now() < end; tries += 1) {
      const answer = await this.connection.append(batch.stream, batch.data, at);
      if (answer.kind === 'written') return this.#written(batch, at, answer);
      if (answer.kind === 'unclear') {
        cause = answer.cause;
        await pause(backOff(tries), NEVER);
        continue;
      }
      await this.catalogue.catchUp();
      const before = await this.#before(batch);
      if (before !== undefined) return before;
      if (batch.expected !== 'any') return { kind: 'wrongRevision', expected: batch.expected, current: answer.current };
      at = answer.current;
    }

    throw new LiuhenError('OUTCOME_UNKNOWN', batch.stream, { cause });
  }

  #written(
    { stream, events, moved }: Batch,
    before: number,
    { revision, commit, prepare }: Extract<AppendAnswer, { kind: 'written' }>,
  ): AppendDone {
    const place = placeOf({ commit, prepare });
    if (place === undefined || revision !== before + events.length) {
      throw new LiuhenError('STORE_TRUNCATED', `${stream} went on with revision ${revision} after ${before}; it had been deleted`);
    }
    const { index } = this.catalogue;
    if (moved !== undefined) index.positions.learn({ position: moved, place });
    const position = moved ?? index.positions.of(place);
    index.note({ ids: events.map(({ id }) => id), stream, revision, position, place });

    return { kind: 'appended', revision, position, repeated: false };
  }

  /** What a batch gets that is in the log already, whole or in part; undefined for a new one. */
  async #before({ stream, events, data }: Batch): Promise<AppendDone | undefined> {
    const settings = this.catalogue.index.truncating(stream);
    if (settings !== undefined) throw new LiuhenError('STORE_TRUNCATED', `${stream} ${settings}`);
    const known = events.filter(({ id }) => this.catalogue.index.knows(id));
    if (known.length === 0) return undefined;
    const found = (await Promise.all(known.map(({ id }) => this.catalogue.find(id)))).filter((each) => each !== undefined);
    if (found.some(({ event }) => event.stream !== stream))
      throw new LiuhenError('INVALID_INPUT', 'an event id is known in another stream');
    const last = found.at(-1);
    if (last === undefined || found.length < events.length) throw new LiuhenError('INVALID_INPUT', 'a part of the batch is known already');
    const { revision, position } = last.event;

    return { kind: 'appended', revision, position, repeated: !isOwn(last, data) };
  }
}

/** Written by this very call, whose answer was lost. */
const isOwn = (found: Stored, data: readonly EventData[]): boolean => data.some(({ id }) => id === found.serverId);
