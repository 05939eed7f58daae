import {
  Freshness,
  LagProbe,
  LogWatch,
  meetEngines,
  openLeaseStore,
  openReadStore,
  openEventSource,
  processName,
  Progress,
  ReadModelKeeper,
  serveHealth,
  serveMetrics,
  Telemetry,
  type Config,
  type EventSource,
  type LeaseStore,
  type ReadStore,
} from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import type { Logger } from 'pino';

export interface RunningProjector {
  /** `/healthz` says that the process lives, `/readyz` that it can do its work, whether or not it is its turn. */
  readonly health: string;
  /** Undefined where metrics are off. */
  readonly metrics: string | undefined;
  readonly keeper: ReadModelKeeper;
  stop(): Promise<void>;
}

interface Parts {
  readonly feed: EventSource;
  readonly readStore: ReadStore;
  readonly leases: LeaseStore;
}

const openParts = async (config: Config, log: Logger): Promise<Parts> => {
  const feed = await openEventSource({ events: config.events, deployment: config.deployment, folder: config.data, log });
  try {
    const readStore = await openReadStore(config);
    try {
      return { feed, readStore, leases: await openLeaseStore(config) };
    } catch (error) {
      await readStore.close();
      throw error;
    }
  } catch (error) {
    await feed.close();
    throw error;
  }
};

const closeParts = async ({ feed, readStore, leases }: Parts): Promise<void> => {
  await leases.close();
  await readStore.close();
  await feed.close();
};

/** Keeps the read models, or stands by while another one does. Errors at the start: those of the stores that are configured. */
export const startProjector = async (config: Config, log: Logger): Promise<RunningProjector> => {
  const parts = await openParts(config, log);
  const telemetry = new Telemetry({ service: 'liuhen-projector', ...(config.traces === undefined ? {} : { traces: config.traces }) });
  const keeper = new ReadModelKeeper({
    ...parts,
    projections: allProjections,
    freshness: new Freshness(),
    holder: processName(),
    partitions: config.partitions,
    onProjected: (events, time) => telemetry.projected(events, time),
    log,
  });
  try {
    await meetEngines({ ...parts, store: parts.feed, log }, Date.now());
    for (const projection of allProjections) await parts.readStore.ensure(projection);
    const progress = new Progress(parts.readStore, allProjections);
    const lag = new LagProbe({ log: parts.feed, position: () => progress.position(), clock: () => parts.readStore.clock() }, log);
    const logWatch = new LogWatch(parts.feed, log);
    telemetry.watch({ lag: () => lag.measure(), clockApart: () => lag.apart, store: () => parts.feed.health() });
    const metrics = await serveMetrics(config, telemetry);
    const door = await serveHealth(config, () => ({
      faults: [...logWatch.faults, ...(keeper.fault === undefined ? [] : ['projector'])],
      more: { partitions: keeper.kept, lag: lag.last, rebuilding: progress.rebuilding },
    }));
    keeper.start();

    return {
      health: door.url,
      metrics: metrics.port === undefined ? undefined : `http://${config.host}:${metrics.port}/metrics`,
      keeper,
      stop: async () => {
        await keeper.stop();
        logWatch.stop();
        lag.stop();
        door.close();
        await metrics.close();
        await closeParts(parts);
        log.info('stopped');
      },
    };
  } catch (error) {
    await closeParts(parts);
    throw error;
  }
};
