import type { ResolvedEvent } from '@kurrent/kurrentdb-client';
import { LiuhenError, type Followed, type NewEvent, type Position, type RecordedEvent } from '@liuhen/workflows';
import { adoptFault, appendFault, asNew } from '../append-rules';
import type { AppendDone, EventStore, ExpectedRevision, ReadOptions, StoreHealth, WrongRevision } from '../port';
import { checkAddress } from './address';
import { Appender } from './appender';
import { Catalogue } from './catalogue';
import { Connection } from './connection';
import { Claim } from './deployment';
import { commitOf, readOf } from './envelope';
import { Follower } from './follower';
import { IdIndex } from './id-index';
import { DEFAULT_TIMING, type KurrentOptions, type StoreLog } from './options';
import { startAt } from './position';
import { checkServerVersion } from './server-version';
import { DEPLOYMENT_STREAM, EVENTS } from './streams';

/** Events asked for at once where no number was given. */
const PAGE = 10_000;

/** The log on KurrentDB, or EventStoreDB from 22.10 on. */
class KurrentEventStore implements EventStore {
  readonly #closing = new AbortController();
  readonly #under = new Set<Promise<unknown>>();
  readonly #followers = new Set<Follower>();

  constructor(
    private readonly connection: Connection,
    private readonly catalogue: Catalogue,
    private readonly appender: Appender,
    private readonly log: StoreLog,
  ) {}

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendDone | WrongRevision> {
    if (this.#closing.signal.aborted) return Promise.reject(new LiuhenError('SHUTTING_DOWN', 'event store'));
    const fault = appendFault(events);
    if (fault !== undefined) return Promise.reject(fault);

    return this.#track(this.appender.append(stream, events, expected));
  }

  async adopt(run: readonly RecordedEvent[]): Promise<void> {
    this.#open();
    const { head, positions } = this.catalogue.index;
    const fault = appendFault(run.map(asNew)) ?? adoptFault(run, head);
    if (fault !== undefined) throw fault;
    if (head !== positions.last.position) throw new LiuhenError('STORE_OF_OTHERS', `the log went on to position ${head} on its own`);
    const done = await this.#track(this.appender.adopt(run));
    if (done.kind === 'appended') return;
    throw new LiuhenError('STORE_OF_OTHERS', `${run[0]?.stream ?? ''} is at revision ${done.current}, expected ${done.expected}`);
  }

  async readStream(stream: string, { from = 0, limit = -1 }: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    this.#open();
    const events: RecordedEvent[] = [];
    const wanted = limit < 0 ? Number.POSITIVE_INFINITY : limit;
    while (events.length < wanted) {
      const next = from + events.length;
      const maxCount = Math.min(PAGE, wanted - events.length);
      const page = await this.connection.read(stream, (client, as) =>
        client.readStream(stream, { fromRevision: BigInt(next), maxCount, ...as }),
      );
      if (page === undefined) return this.#missing(stream, next);
      events.push(...page.map((resolved, at) => this.#own(stream, next + at, readOf(resolved, this.catalogue.index.positions))));
      if (page.length < maxCount) break;
    }

    return events;
  }

  async findEvent(id: string): Promise<RecordedEvent | undefined> {
    this.#open();

    return (await this.catalogue.find(id))?.event;
  }

  async readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]> {
    this.#open();
    const events: RecordedEvent[] = [];
    // Reading includes the place it starts from, and what is foreign or the deployment's own is left out.
    let place = this.catalogue.index.lastPlace(after);
    while (events.length < limit) {
      const maxCount = Math.min(PAGE, limit - events.length + 1);
      const page = await this.connection.read('log', (client, as) =>
        client.readAll({ fromPosition: startAt(place), filter: EVENTS, maxCount, ...as }),
      );
      for (const resolved of page ?? []) {
        place = Math.max(place, commitOf(resolved));
        const event = this.#ours(resolved);
        if (event !== undefined && event.position > (events.at(-1)?.position ?? after)) events.push(event);
      }
      if ((page?.length ?? 0) < maxCount) break;
    }

    return events.slice(0, limit);
  }

  async head(): Promise<Position> {
    this.#open();
    await this.catalogue.catchUp();

    return this.catalogue.index.head;
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<Followed> {
    const follower = new Follower({
      connection: this.connection,
      catalogue: this.catalogue,
      log: this.log,
      after,
      signal: AbortSignal.any([signal, this.#closing.signal]),
    });
    this.#followers.add(follower);
    try {
      yield* follower.run();
    } finally {
      this.#followers.delete(follower);
    }
  }

  health(): StoreHealth {
    return {
      followers: [...this.#followers].map((follower) => follower.health()),
      foreign: this.catalogue.foreign,
      truncating: this.catalogue.index.allTruncating(),
    };
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.allSettled([...this.#under]);
    await this.connection.close();
    this.catalogue.index.close();
  }

  #open(): void {
    if (this.#closing.signal.aborted) throw new LiuhenError('SHUTTING_DOWN', 'event store');
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#under.add(work);
    const done = (): void => void this.#under.delete(work);
    work.then(done, done);

    return work;
  }

  #ours(resolved: ResolvedEvent): RecordedEvent | undefined {
    const read = resolved.event?.streamId === DEPLOYMENT_STREAM ? undefined : readOf(resolved, this.catalogue.index.positions);
    if (read?.kind === 'foreign') this.catalogue.setAside(read.foreign);

    return read?.kind === 'ours' ? read.stored.event : undefined;
  }

  /** No such stream: new, or taken away by somebody. */
  #missing(stream: string, next: number): readonly RecordedEvent[] {
    const known = Math.max(next - 1, this.catalogue.index.revisionOf(stream));
    if (known >= 0 && this.catalogue.index.covers(stream, known)) {
      throw new LiuhenError('STORE_TRUNCATED', `${stream} held ${known + 1} events and holds none`);
    }

    return [];
  }

  /** A fold over a stream with a hole, or with somebody else's event in it, would be a decision on nothing. */
  #own(stream: string, revision: number, read: ReturnType<typeof readOf>): RecordedEvent {
    if (read?.kind === 'foreign') {
      this.catalogue.setAside(read.foreign);
      throw new LiuhenError('FOREIGN_EVENT', `${stream}, revision ${read.foreign.revision}, type ${read.foreign.type}`);
    }
    if (read?.stored.event.revision === revision) return read.stored.event;
    throw new LiuhenError('STORE_TRUNCATED', `${stream} should go on with revision ${revision}`);
  }
}

const checkSettings = (catalogue: Catalogue): void => {
  const [first, ...more] = catalogue.index.allTruncating();
  if (first !== undefined) throw new LiuhenError('STORE_TRUNCATED', more.length === 0 ? first : `${first} and ${more.length} more`);
};

/**
 * Opens the log on a server. Errors, with nothing written: `CONFIG_INVALID`, `STORE_UNREACHABLE`, `STORE_DENIED`,
 * `STORE_TOO_OLD`, `STORE_OF_OTHERS`, `STORE_TRUNCATED`.
 */
export const openKurrentEventStore = async (options: KurrentOptions): Promise<EventStore> => {
  const { deadline = DEFAULT_TIMING.deadline, patience = DEFAULT_TIMING.patience } = options;
  checkAddress(options.url);
  const connection = new Connection(options.url, { deadline, patience });
  let index: IdIndex | undefined;
  try {
    checkServerVersion(await connection.serverVersion());
    const claim = new Claim(connection, options.deployment, patience);
    await claim.check();
    index = new IdIndex(options.folder, options.deployment);
    const catalogue = new Catalogue(connection, index, options.log);
    await catalogue.verify(options.deployment);
    await catalogue.catchUp();
    checkSettings(catalogue);
    const appender = new Appender(connection, catalogue, claim, { deadline, patience });

    return new KurrentEventStore(connection, catalogue, appender, options.log);
  } catch (error) {
    index?.close();
    await connection.close();
    throw error;
  }
};
