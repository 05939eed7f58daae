import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { measureLag, Telemetry, type Config, type EventStore, type Freshness, type Lag } from '@liuhen/infra';
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

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

export interface MetricsDoor {
  /** Undefined where metrics are off. */
  readonly port: number | undefined;
  close(): Promise<void>;
}

/** Metrics have a door of their own: they are for the operator's network, not for the public. */
export const openMetrics = async (
  config: Config,
  telemetry: Telemetry,
  watched: Watched & { readonly lag: LagProbe },
): Promise<MetricsDoor> => {
  const { store, frames, lag } = watched;
  telemetry.watch({ lag: () => lag.measure(), store: () => store.health(), frames });
  if (config.metricsPort === undefined) return { port: undefined, close: () => telemetry.stop() };
  const server = createServer((request, response) => {
    if (request.url === '/metrics') telemetry.answer(request, response);
    else response.writeHead(404).end();
  });
  const port = await listening(server, config.metricsPort, config.host);

  return {
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await telemetry.stop();
    },
  };
};
