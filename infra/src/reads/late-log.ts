import type { NewEvent } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';

export interface LateLogOptions {
  readonly store: Pick<EventStore, 'append'>;
  /** Told when events could not be put on record; they are tried again. */
  onFault(error: unknown): void;
}

/** Events gather so long before they are written, milliseconds: one write for many, and none on the way of an answer. */
const GATHER = 500;

interface Late {
  readonly stream: string;
  readonly event: NewEvent;
}

/** Puts on record behind the answer what no answer may wait for. */
export class LateLog {
  #waiting: Late[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: LateLogOptions) {}

  add(stream: string, event: NewEvent): void {
    this.#waiting.push({ stream, event });
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
      batch.map(async (late) => {
        try {
          await this.options.store.append(late.stream, [late.event], 'any');
        } catch (error) {
          this.#waiting.push(late);
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
