import {
  chinaNow,
  EMBEDDED,
  Freshness,
  Lease,
  LogWatch,
  meetClock,
  meetEngines,
  openEventStore,
  openLeaseStore,
  openReadStore,
  processName,
  serveHealth,
  serveMetrics,
  Telemetry,
  type Config,
  type EventStore,
  type LeaseStore,
  type ReadStore,
} from '@liuhen/infra';
import { allProjections, countDuties } from '@liuhen/projections';
import type { Logger } from 'pino';
import { Scheduler } from './scheduler';

/** Read models are as fresh as the clock needs them, milliseconds; else it tries again later. */
const PATIENCE = 60_000;

interface ClockStores {
  readonly store: EventStore;
  readonly reader: ReadStore;
  readonly leases: LeaseStore;
  readonly freshness: Freshness;
}

/** The clock over stores that are open already; of several, one is it at a time. */
export const clockOver = ({ store, reader, leases, freshness }: ClockStores, { events }: Config, log: Logger): Scheduler =>
  new Scheduler({
    store,
    reader,
    waitFor: (position) => freshness.waitFor(position, PATIENCE),
    now: chinaNow,
    meetClock: () => meetClock(reader),
    log,
    turn: new Lease({
      store: leases,
      name: 'scheduler',
      holder: processName(),
      log,
      // Who writes the folder's log need not wait for one that can no longer live.
      seize: events === EMBEDDED,
    }),
  });

export interface RunningClock {
  readonly health: string;
  /** Undefined where metrics are off. */
  readonly metrics: string | undefined;
  readonly scheduler: Scheduler;
  stop(): Promise<void>;
}

const opening = async <T extends { close(): Promise<unknown> }>(parts: { close(): Promise<unknown> }[], part: Promise<T>): Promise<T> => {
  const opened = await part;
  parts.push(opened);

  return opened;
};

/** The statutory clock as a program of its own, or standing by. Errors at the start: those of the stores that are configured. */
export const startClock = async (config: Config, log: Logger): Promise<RunningClock> => {
  const parts: { close(): Promise<unknown> }[] = [];
  const closeAll = async (): Promise<void> => {
    for (const part of parts.splice(0).reverse()) await part.close();
  };
  try {
    const store = await opening(parts, openEventStore({ events: config.events, deployment: config.deployment, folder: config.data, log }));
    const reader = await opening(parts, openReadStore(config));
    await meetEngines({ store, readStore: reader, log }, Date.now());
    const leases = await opening(parts, openLeaseStore(config));
    for (const projection of allProjections) await reader.ensure(projection);
    const freshness = new Freshness(() => reader.checkpoint(allProjections.map(({ name }) => name)));
    const scheduler = clockOver({ store, reader, leases, freshness }, config, log);
    const telemetry = new Telemetry({ service: 'liuhen-scheduler', ...(config.traces === undefined ? {} : { traces: config.traces }) });
    telemetry.watch({ store: () => store.health(), obligations: () => countDuties(reader) });
    const metrics = await serveMetrics(config, telemetry);
    parts.push(metrics);
    const logWatch = new LogWatch(store, log);
    parts.push({ close: () => Promise.resolve(logWatch.stop()) });
    const door = await serveHealth(config, () => ({
      faults: [...logWatch.faults, ...(scheduler.status().fault === undefined ? [] : ['scheduler'])],
      more: { lastPass: scheduler.status().lastPass, told: scheduler.status().told },
    }));
    scheduler.start();

    return {
      health: door.url,
      metrics: metrics.port === undefined ? undefined : `http://${config.host}:${metrics.port}/metrics`,
      scheduler,
      stop: async () => {
        await scheduler.stop();
        door.close();
        freshness.close();
        await closeAll();
        log.info('stopped');
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};
