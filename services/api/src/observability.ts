import {
  measureLag,
  serveMetrics,
  Telemetry,
  type Config,
  type EventStore,
  type Freshness,
  type Lag,
  type MetricsDoor,
} from '@liuhen/infra';
import type { Logger } from 'pino';

/** How often the lag is measured, milliseconds. */
const EVERY = 2_000;

export interface Watched {
  readonly store: EventStore;
  readonly freshness: Freshness;
  readonly frames: () => Readonly<Record<string, number>>;
}

/** Traces and metrics of this process, from before anything is opened. */
export const openTelemetry = ({ traces }: Config): Telemetry =>
  new Telemetry({ service: 'liuhen-api', ...(traces === undefined ? {} : { traces }) });

/** Measures how far the read models are behind, so that readiness and metrics say the same. */
export class LagProbe {
  #last: Lag = { events: 0, seconds: 0 };
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly watched: Pick<Watched, 'store' | 'freshness'>,
    private readonly log: Logger,
  ) {
    this.#timer = setInterval(() => void this.measure(), EVERY).unref();
  }

  get last(): Lag {
    return this.#last;
  }

  async measure(): Promise<Lag> {
    try {
      this.#last = await measureLag(this.watched.store, this.watched.freshness.position, Date.now());
    } catch (error) {
      this.log.error({ err: error }, 'the lag of the read models could not be measured');
    }

    return this.#last;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** The metrics of this process, at their own door. */
export const openMetrics = (config: Config, telemetry: Telemetry, watched: Watched & { readonly lag: LagProbe }): Promise<MetricsDoor> => {
  const { store, frames, lag } = watched;
  telemetry.watch({ lag: () => lag.measure(), store: () => store.health(), frames });

  return serveMetrics(config, telemetry);
};
