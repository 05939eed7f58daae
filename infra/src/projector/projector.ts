import { LiuhenError, type EventFeed, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import type { ReadStore } from '../read-store/port';
import { FoldBuffer } from './fold';

export interface ProjectorLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface ProjectorOptions {
  readonly feed: EventFeed;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  readonly log: ProjectorLog;
  /** Told what the read models show now; times in milliseconds since the epoch. */
  readonly onProjected?: (events: readonly RecordedEvent[], time: { readonly began: number; readonly ended: number }) => void;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly checkpoint: Position;
}

/** Events folded in one transaction at most. */
const BATCH = 500;

/** Pause before another try after a fault, milliseconds. */
const PAUSE = 1_000;

interface Waiter {
  readonly position: Position;
  resolve(): void;
}

/** Follows the log and keeps the read models: each batch of events is one transaction with its checkpoint. */
export class Projector {
  readonly #leave = new AbortController();
  readonly #waiters = new Set<Waiter>();
  #position: Position = 0;
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
    if (this.#position >= position) return Promise.resolve();

    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        position,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new LiuhenError('NOT_FRESH_IN_TIME', `at ${this.#position}, asked for ${position}`));
      }, milliseconds);
      this.#waiters.add(waiter);
    });
  }

  /** Last fault, undefined while all is well. */
  get fault(): unknown {
    return this.#fault;
  }

  get position(): Position {
    return this.#position;
  }

  status(): readonly ProjectionStatus[] {
    return this.options.projections.map(({ name }) => {
      const { version, checkpoint } = this.options.readStore.standing(name);

      return { name, version, checkpoint };
    });
  }

  async #run(): Promise<void> {
    while (!this.#leave.signal.aborted) {
      try {
        await this.#follow();
      } catch (error) {
        this.#fault = error;
        this.options.log.error({ err: error }, 'projector fault, trying again');
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  /** Returns when the follower left, or when a rebuild was swapped in and the checkpoints have to be read again. */
  async #follow(): Promise<void> {
    const { feed, readStore, projections } = this.options;
    const lanes = projections.map((projection) => {
      const { generation, checkpoint } = readStore.standing(projection.name);

      return { projection, generation, checkpoint, buffer: new FoldBuffer(projection, (key) => readStore.peek(projection.name, key)) };
    });
    const start = Math.min(...lanes.map((lane) => lane.checkpoint));
    let pending: RecordedEvent[] = [];
    for await (const item of feed.follow(start, this.#leave.signal)) {
      if (item.kind === 'event') pending.push(item.event);
      if (item.kind === 'event' && pending.length < BATCH) continue;
      if (!this.#flush(lanes, pending)) return;
      pending = [];
      if (item.kind === 'caughtUp') this.#reached(item.position);
    }
  }

  #flush(lanes: readonly Lane[], events: readonly RecordedEvent[]): boolean {
    const last = events.at(-1);
    if (last === undefined) return true;
    const began = Date.now();
    for (const { buffer, checkpoint } of lanes) for (const event of events) if (event.position > checkpoint) buffer.fold(event);
    const applied = this.options.readStore.apply(
      lanes.map(({ projection, generation, buffer }) => ({
        projection: projection.name,
        generation,
        changes: buffer.take(),
        checkpoint: last.position,
      })),
    );
    if (applied.includes('moved')) return false;
    this.#fault = undefined;
    this.#reached(last.position);
    this.options.onProjected?.(events, { began, ended: Date.now() });

    return true;
  }

  #reached(position: Position): void {
    this.#position = Math.max(this.#position, position);
    for (const waiter of [...this.#waiters]) {
      if (waiter.position > this.#position) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }
}

interface Lane {
  readonly projection: Projection;
  readonly generation: number;
  readonly checkpoint: Position;
  readonly buffer: FoldBuffer;
}
