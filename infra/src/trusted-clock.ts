import { chinaNow, CLOCK_LIMIT, clockApart } from './clock';

/** How often our clock is held against the other one, milliseconds. */
const EVERY = 2_000;

export interface Clocks {
  /** How far the other clock is ahead of ours, milliseconds; 0 where there is no other. */
  other(): Promise<number>;
  /** Ours, milliseconds since the epoch. */
  wall(): number;
  /** Milliseconds of a clock that nobody sets. */
  steady(): number;
}

interface ClockLog {
  error(fields: object, message: string): void;
}

/**
 * Our clock, as long as it can be trusted: held against another one now and then, and in between against one that nobody sets. What was
 * recorded an hour too late would make everything that others record in that hour look back-dated, and the log is never put right: it
 * must not be written.
 */
export class TrustedClock {
  #timer: NodeJS.Timeout | undefined;
  #ahead = 0;
  #wall: number;
  #steady: number;

  constructor(
    private readonly clocks: Clocks,
    private readonly log: ClockLog,
  ) {
    this.#wall = clocks.wall();
    this.#steady = clocks.steady();
  }

  /** Of another machine's clock, by which it is asked for. */
  static beside(other: Clocks['other'], log: ClockLog): TrustedClock {
    const clock = new TrustedClock({ other, wall: Date.now, steady: () => performance.now() }, log);
    clock.#timer = setInterval(() => void clock.compare(), EVERY).unref();

    return clock;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** How far the other clock is ahead of ours by now, as far as is known, milliseconds. */
  get ahead(): number {
    const { clocks } = this;

    return this.#ahead + (clocks.steady() - this.#steady) - (clocks.wall() - this.#wall);
  }

  /** Present time; throws `CLOCK_APART` where it cannot be trusted. */
  now(): string {
    const { ahead } = this;
    if (Math.abs(ahead) > CLOCK_LIMIT) throw clockApart('the clock of the server of the read models, or ours of before,', ahead);

    return chinaNow();
  }

  async compare(): Promise<void> {
    try {
      const ahead = await this.clocks.other();
      this.#ahead = ahead;
      this.#wall = this.clocks.wall();
      this.#steady = this.clocks.steady();
    } catch (error) {
      this.log.error({ err: error }, 'our clock could not be held against that of the server of the read models');
    }
  }
}
