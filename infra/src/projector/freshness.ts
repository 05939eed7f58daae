import { LiuhenError, START, type Position } from '@liuhen/workflows';

interface Waiter {
  readonly position: Position;
  resolve(): void;
}

/** Between two looks at checkpoints that another process writes, milliseconds. */
const LOOK = 10;

/** Between two looks that failed. */
const LOOK_AGAIN = 500;

/**
 * How far the read models are. The projector of this process tells it; where there is none, or none that has its turn,
 * the checkpoints are looked at while somebody waits.
 */
export class Freshness {
  readonly #waiters = new Set<Waiter>();
  #position: Position = START;
  /** How often somebody told where they are. */
  #told = 0;
  #looking: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly look?: () => Promise<Position>) {}

  get position(): Position {
    return this.#position;
  }

  reached(position: Position): void {
    this.#told += 1;
    this.#position = Math.max(this.#position, position);
    for (const waiter of [...this.#waiters]) {
      if (waiter.position > this.#position) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
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
      this.#lookAfter(0);
    });
  }

  /**
   * Looks at the checkpoints now; answers where the read models are. That may be behind what was seen before, where they are of
   * another history and begin anew; unless what was told meanwhile is later than the look.
   */
  async refresh(): Promise<Position> {
    if (this.look !== undefined) {
      const told = this.#told;
      const seen = await this.look();
      if (this.#told === told) this.#position = seen;
      this.reached(seen);
    }

    return this.#position;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#looking);
  }

  #lookAfter(milliseconds: number): void {
    if (this.look === undefined || this.#looking !== undefined || this.#closed) return;
    this.#looking = setTimeout(() => {
      this.refresh().then(
        () => this.#looked(LOOK),
        // Who waits hears of it when the time is over.
        () => this.#looked(LOOK_AGAIN),
      );
    }, milliseconds);
  }

  #looked(next: number): void {
    this.#looking = undefined;
    if (this.#waiters.size > 0) this.#lookAfter(next);
  }
}
