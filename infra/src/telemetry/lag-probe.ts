import type { Position } from '@liuhen/workflows';
import { measureLag, type Lag, type LagSource } from './lag';

/** How often it is measured, milliseconds. */
const EVERY = 2_000;

export interface Measured {
  readonly log: LagSource;
  /** How far the read models are. */
  position(): Promise<Position> | Position;
  /** How far the clock of their server is ahead of ours, milliseconds. */
  clock(): Promise<number>;
}

interface ProbeLog {
  error(fields: object, message: string): void;
}

/** Measures how far the read models are behind, and how far the clocks are apart, so that readiness and metrics say the same. */
export class LagProbe {
  #last: Lag = { events: 0, seconds: 0 };
  /** Seconds, ahead of ours. */
  #apart = 0;
  #measuring: Promise<Lag> | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly measured: Measured,
    private readonly log: ProbeLog,
  ) {
    this.#timer = setInterval(() => void this.measure(), EVERY).unref();
  }

  get last(): Lag {
    return this.#last;
  }

  /** Seconds that the server's clock is ahead of ours. */
  get apart(): number {
    return this.#apart;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Whoever asks while it is being measured is told the same: a log that is away must not be asked ever more. */
  measure(): Promise<Lag> {
    this.#measuring ??= this.#measure().finally(() => {
      this.#measuring = undefined;
    });

    return this.#measuring;
  }

  async #measure(): Promise<Lag> {
    try {
      const { measured } = this;
      this.#last = await measureLag(measured.log, await measured.position(), Date.now());
      this.#apart = (await measured.clock()) / 1_000;
    } catch (error) {
      this.log.error({ err: error }, 'the lag of the read models could not be measured');
    }

    return this.#last;
  }
}
