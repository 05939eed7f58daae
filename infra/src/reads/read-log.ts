import { randomUUID } from 'node:crypto';
import { streamOf, type Actor, type NewEvent } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';

/** One look at what is not everyone's to see. */
export interface SensitiveLook {
  readonly actor: Actor;
  /** Query of the public contract. */
  readonly view: string;
  /** Case, person or record looked at. */
  readonly subject: string;
  /** The reader's own words, null for none. */
  readonly why: string | null;
}

export interface ReadLogOptions {
  readonly store: Pick<EventStore, 'append'>;
  /** Present time, ISO instant with offset. */
  now(): string;
  /** Told when reads could not be put on record; they are tried again. */
  onFault(error: unknown): void;
}

/** Reads gather so long before they are written, milliseconds: one write for many, and none on the way of an answer. */
const GATHER = 500;

/** The same person looking at the same thing for the same reason within this time is one look, milliseconds. */
const ONE_LOOK = 60_000;

/** Looks remembered to tell a repetition. */
const KEPT = 20_000;

/** Puts sensitive reads on record, behind the answer. */
export class ReadLog {
  readonly #seen = new Map<string, number>();
  #waiting: NewEvent[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: ReadLogOptions) {}

  note({ actor, view, subject, why }: SensitiveLook): void {
    const key = `${actor.person}|${actor.function}|${view}|${subject}|${why ?? ''}`;
    const at = performance.now();
    const before = this.#seen.get(key);
    if (before !== undefined && at - before < ONE_LOOK) return;
    this.#seen.delete(key);
    this.#seen.set(key, at);
    if (this.#seen.size > KEPT) this.#seen.delete(this.#seen.keys().next().value ?? '');
    const now = this.options.now();
    this.#waiting.push({
      id: randomUUID(),
      type: 'SensitiveRead',
      payload: { view, subject, why },
      schemaVersion: 1,
      occurredAt: now,
      recordedAt: now,
      actor,
      actId: randomUUID(),
      correlationId: subject,
      causationId: null,
      basis: [],
      evidence: [],
    });
    this.#timer ??= setTimeout(() => void this.flush(), GATHER);
  }

  /** Writes what has gathered; settles when it is on the disk, or has been put back to be tried again. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());

    return this.#writing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    // Each waits for its own; those of one turn share one transaction of the store.
    await Promise.all(
      batch.map(async (event) => {
        try {
          await this.options.store.append(streamOf('records', event.correlationId), [event], 'any');
        } catch (error) {
          this.#waiting.push(event);
          this.options.onFault(error);
        }
      }),
    );
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => void this.flush(), GATHER);
  }

  /** Writes what is left, once. */
  async stop(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
  }
}
