import { hasCode, LiuhenError, START, type EventFeed, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import type { ReadStore } from '../read-store/port';
import { tooNew } from '../read-store/too-new';
import { pause } from '../pause';
import { FoldBuffer } from './fold';
import { Freshness } from './freshness';

export interface ProjectorLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface ProjectorOptions {
  readonly feed: EventFeed;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  readonly log: ProjectorLog;
  /** Fencing token of the lease under which the read models are kept; none where nobody else could. */
  readonly token?: number;
  /** Told how far the read models are, each time they have moved. */
  readonly told?: (position: Position) => void;
  /** Told what the read models show now; times in milliseconds since the epoch. */
  readonly onProjected?: (events: readonly RecordedEvent[], time: { readonly began: number; readonly ended: number }) => void;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly checkpoint: Position;
}

/** Pause before another try after a fault, milliseconds. */
const PAUSE = 1_000;

/**
 * Events of the first batch after a start or a fault; each full one is followed by one twice as large. Whoever is ended before a large
 * batch is through, over and over, would never get anywhere.
 */
const FIRST = 100;

/** Follows the log and keeps the read models: each batch of events is one transaction with its checkpoint. */
export class Projector {
  readonly #leave = new AbortController();
  readonly #freshness = new Freshness();
  #fault: unknown;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectorOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#running;
  }

  /** Settles when the read models hold everything up to a position; rejects with `NOT_FRESH_IN_TIME`. */
  waitFor(position: Position, milliseconds: number): Promise<void> {
    return this.#freshness.waitFor(position, milliseconds);
  }

  /** Settles when it follows no longer: stopped, fenced off by a later keeper, or with read models that are of another version by now. */
  get ended(): Promise<void> {
    return this.#running;
  }

  /** Last fault, undefined while all is well. */
  get fault(): unknown {
    return this.#fault;
  }

  get position(): Position {
    return this.#freshness.position;
  }

  status(): Promise<readonly ProjectionStatus[]> {
    return Promise.all(
      this.options.projections.map(async ({ name }) => {
        const { version, checkpoint } = await this.options.readStore.standing(name);

        return { name, version, checkpoint };
      }),
    );
  }

  async #run(): Promise<void> {
    // Asked anew each time: it changes while we follow.
    const left = (): boolean => this.#leave.signal.aborted;
    while (!left()) {
      try {
        const lanes = await this.#lanes();
        if (lanes === undefined) return;
        await this.#follow(lanes);
      } catch (error) {
        if (left()) return;
        this.#fault = error;
        if (hasCode(error, 'LEASE_LOST') || hasCode(error, 'STORE_TOO_NEW')) return;
        this.options.log.error({ err: error }, 'projector fault, trying again');
        await pause(PAUSE, this.#leave.signal);
      }
    }
  }

  /** Undefined where there is nothing to go on from before a rebuild. */
  async #lanes(): Promise<readonly Lane[] | undefined> {
    const { readStore, projections } = this.options;
    const lanes = await Promise.all(projections.map((projection) => laneOf(readStore, projection)));

    return lanes.every(({ projection, version }) => version === projection.version) ? lanes : undefined;
  }

  /** Returns when the follower left, or when a rebuild was swapped in and the checkpoints have to be read again. */
  async #follow(lanes: readonly Lane[]): Promise<void> {
    const { feed, readStore } = this.options;
    const start = Math.min(...lanes.map((lane) => lane.checkpoint));
    let pending: RecordedEvent[] = [];
    let known = start > START;
    let size = FIRST;
    for await (const item of feed.follow(start, this.#leave.signal)) {
      if (item.kind === 'event') pending.push(item.event);
      if (item.kind === 'event' && pending.length < Math.min(size, readStore.batch)) continue;
      const [first] = pending;
      if (!known && first !== undefined) await readStore.belongTo(first.id);
      known ||= first !== undefined;
      if (!(await this.#flush(lanes, pending))) return;
      if (pending.length >= size) size *= 2;
      pending = [];
      if (item.kind === 'event') continue;
      this.#reached(item.position);
      for (const { buffer } of lanes) buffer.caughtUp();
    }
  }

  async #flush(lanes: readonly Lane[], events: readonly RecordedEvent[]): Promise<boolean> {
    const last = events.at(-1);
    if (last === undefined) return true;
    const began = Date.now();
    const { readStore, token = 0 } = this.options;
    await Promise.all(lanes.map((lane) => lane.buffer.fold(after(lane.checkpoint, events))));
    const applied = await readStore.apply(
      lanes.map(({ projection, generation, buffer }) => ({
        projection: projection.name,
        generation,
        changes: buffer.take(last.position),
        checkpoint: last.position,
        event: last.id,
      })),
      token,
    );
    if (applied.includes('fenced')) throw new LiuhenError('LEASE_LOST', `token ${token}`);
    if (applied.includes('moved')) return false;
    this.#fault = undefined;
    this.#reached(last.position);
    this.options.onProjected?.(events, { began, ended: Date.now() });

    return true;
  }

  #reached(position: Position): void {
    this.#freshness.reached(position);
    this.options.told?.(position);
  }
}

interface Lane {
  readonly projection: Projection;
  /** Of the documents, which may be older than that of the projection. */
  readonly version: number;
  readonly generation: number;
  readonly checkpoint: Position;
  readonly buffer: FoldBuffer;
}

/** `STORE_TOO_NEW` where a newer program has written the documents. */
const laneOf = async (readStore: ReadStore, projection: Projection): Promise<Lane> => {
  const standing = await readStore.standing(projection.name);
  if (standing.version > projection.version) throw tooNew(projection.name, standing, projection);
  const { version, generation, checkpoint } = standing;
  const buffer = new FoldBuffer({ projection, from: checkpoint, load: (keys) => readStore.load(projection.name, keys) });

  return { projection, version, generation, checkpoint, buffer };
};

const after = (checkpoint: Position, events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  (events[0]?.position ?? START) > checkpoint ? events : events.filter(({ position }) => position > checkpoint);
