import { LiuhenError } from '@liuhen/workflows';
import { explained } from './fault';

/** More than this waiting at once means that the server does not keep up; who comes then is told so. */
const MOST_WAITING = 20_000;

interface Waiting<T> {
  readonly items: readonly T[];
  resolve(): void;
  reject(error: unknown): void;
}

/** Writes that come while one is on its way go together in the next: one command for many. */
export class Gathered<T> {
  #waiting: Waiting<T>[] = [];
  #count = 0;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly what: string,
    private readonly write: (items: readonly T[]) => Promise<void>,
  ) {}

  add(items: readonly T[]): Promise<void> {
    if (this.#closed) return Promise.reject(new LiuhenError('SHUTTING_DOWN', this.what));
    if (items.length === 0) return Promise.resolve();
    if (this.#count + items.length > MOST_WAITING)
      return Promise.reject(new LiuhenError('STORAGE_FAILED', `${this.what}: ${this.#count} wait to be written`));
    this.#count += items.length;

    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Takes nothing more; settles when all that was taken is written or was told otherwise. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Whoever comes in the same turn of the loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const taken = this.#waiting;
      this.#waiting = [];
      this.#count = 0;
      try {
        await explained(() => this.write(taken.flatMap(({ items }) => items)));
        for (const each of taken) each.resolve();
      } catch (error) {
        for (const each of taken) each.reject(error);
      }
    }
    this.#running = undefined;
  }
}
