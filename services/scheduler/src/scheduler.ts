import { ClockPass, type ClockPorts } from './pass';

export interface ClockLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Who may run the clock. Several may: nothing is told twice; but one at a time is enough. */
export interface Turn {
  /** Does the work while the turn is held, anew each time it is got back, until the signal aborts. */
  take(work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void>;
}

/** One process, whose turn it always is. */
export const alwaysMine: Turn = { take: (work, signal) => work(signal) };

/** Settles after so many milliseconds, or when the signal aborts. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const pauseByTimer: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });

export interface SchedulerOptions extends ClockPorts {
  readonly log: ClockLog;
  readonly turn?: Turn;
  readonly pause?: Pause;
  /** Rejects with `CLOCK_APART` while this machine's clock is not to be trusted: a duty must not be over an hour early. */
  readonly meetClock?: () => Promise<void>;
}

export interface SchedulerStatus {
  /** Present time of the last pass that was finished, null before the first. */
  readonly lastPass: string | null;
  /** Events told since the start. */
  readonly told: number;
  /** Last fault, undefined while all is well. */
  readonly fault: unknown;
}

/** Between two looks, milliseconds. */
const TICK = 1_000;
/** Before another try after a fault, milliseconds. */
const AFTER_FAULT = 5_000;

/** The statutory clock: turns time into events, and nothing else. */
export class Scheduler {
  readonly #leave = new AbortController();
  readonly #pass: ClockPass;
  #running: Promise<void> = Promise.resolve();
  #status: SchedulerStatus = { lastPass: null, told: 0, fault: undefined };

  constructor(private readonly options: SchedulerOptions) {
    this.#pass = new ClockPass(options);
  }

  start(): void {
    const { turn = alwaysMine } = this.options;
    this.#running = turn.take((signal) => this.#run(signal), this.#leave.signal);
  }

  /** Finishes the batch under way, and looks no more. */
  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#running;
  }

  status(): SchedulerStatus {
    return this.#status;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { pause = pauseByTimer } = this.options;
    while (!signal.aborted) {
      const well = await this.#look(signal);
      await pause(well ? TICK : AFTER_FAULT, signal);
    }
  }

  async #look(signal: AbortSignal): Promise<boolean> {
    try {
      await this.options.meetClock?.();
      const { told, seen } = await this.#pass.run(signal);
      this.#status = { lastPass: this.options.now(), told: this.#status.told + told, fault: undefined };
      if (told > 0) this.options.log.info({ told, seen }, 'the statutory clock spoke');

      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.#status = { ...this.#status, fault: error };
      this.options.log.error({ err: error }, 'the statutory clock failed and tries again');

      return false;
    }
  }
}
