import {
  chinaNow,
  EventSourcedDesk,
  LogWatch,
  meetEngines,
  openDeviceStores,
  openEventStore,
  openReadStore,
  openTls,
  serveHealth,
  serveMetrics,
  Telemetry,
  TrustedClock,
  WatchedDesk,
  type Config,
  type ReadStore,
  type Tls,
} from '@liuhen/infra';
import { allProjections, deviceOf } from '@liuhen/projections';
import type { Desk } from '@liuhen/workflows';
import type { Logger } from 'pino';
import { Hj212Server, type GatewayCounters } from './server/server';
import { deskSink } from './server/sink';

export interface DeviceDoor {
  readonly port: number;
  frames(): GatewayCounters;
  close(): Promise<void>;
}

interface GatewayParts {
  readonly reader: ReadStore;
  readonly desk: Desk;
  /** Undefined where nothing here is spoken over TLS. */
  readonly tls: Tls | undefined;
}

/** HJ 212 over TCP on stores that are open already, with what is kept of it beside the log. */
export const gatewayOver = async ({ reader, desk, tls }: GatewayParts, config: Config, log: Logger): Promise<DeviceDoor> => {
  const kept = await openDeviceStores(config);
  const server = new Hj212Server({
    host: config.host,
    port: config.hj212Port,
    tls: config.hj212Tls ? tls : undefined,
    devices: { deviceOf: (mn) => deviceOf(reader, mn) },
    sink: deskSink(desk),
    series: kept.series,
    quarantine: kept.quarantine,
    log,
    now: chinaNow,
  });
  try {
    const { port } = await server.start();

    return {
      port,
      frames: () => server.counters(),
      close: async () => {
        await server.stop();
        await kept.close();
      },
    };
  } catch (error) {
    await kept.close();
    throw error;
  }
};

/** What only grows: connections come and go. */
export const counted = ({ connections: _connections, ...frames }: GatewayCounters): Readonly<Record<string, number>> => frames;

export interface RunningGateway {
  readonly health: string;
  readonly hj212: { readonly host: string; readonly port: number };
  frames(): GatewayCounters;
  stop(): Promise<void>;
}

/** Milliseconds between two looks whether the register of devices can be asked. */
const LOOK = 1_000;

/** Looks now and then whether a device could be found; `undefined` while it could. */
const watch = (reader: ReadStore): { readonly fault: unknown; stop(): void } => {
  const seen = { fault: undefined as unknown, stop: () => clearInterval(timer) };
  const timer = setInterval(() => {
    deviceOf(reader, '').then(
      () => {
        seen.fault = undefined;
      },
      (error: unknown) => {
        seen.fault = error;
      },
    );
  }, LOOK);

  return seen;
};

/** The gateway as a program of its own; any number may run, and a device may come to any of them. Errors at the start: those of the stores that are configured. */
export const startGateway = async (config: Config, log: Logger): Promise<RunningGateway> => {
  const closings: (() => unknown)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closings.splice(0).reverse()) await close();
  };
  try {
    const tls = config.tls === null ? undefined : openTls(config.tls, log);
    closings.push(() => tls?.close());
    const store = await openEventStore({ events: config.events, deployment: config.deployment, folder: config.data, log });
    closings.push(() => store.close());
    const reader = await openReadStore(config);
    closings.push(() => reader.close());
    await meetEngines({ store, readStore: reader, log }, Date.now());
    for (const projection of allProjections) await reader.ensure(projection);
    const telemetry = new Telemetry({ service: 'liuhen-gateway', ...(config.traces === undefined ? {} : { traces: config.traces }) });
    const clock = TrustedClock.beside(() => reader.clock(), log);
    closings.push(() => clock.stop());
    const desk = new WatchedDesk(new EventSourcedDesk({ store, now: () => clock.now() }), telemetry, Date.now);
    const seen = watch(reader);
    closings.push(() => seen.stop());
    const logWatch = new LogWatch(store, log);
    closings.push(() => logWatch.stop());
    const gateway = await gatewayOver({ reader, desk, tls }, config, log);
    closings.push(() => gateway.close());
    telemetry.watch({ store: () => store.health(), frames: () => counted(gateway.frames()) });
    const metrics = await serveMetrics(config, telemetry);
    closings.push(() => metrics.close());
    const door = await serveHealth(config, () => ({
      faults: [...logWatch.faults, ...(seen.fault === undefined ? [] : ['read models cannot be asked'])],
      more: { frames: gateway.frames() },
    }));
    closings.push(() => door.close());

    return {
      health: door.url,
      hj212: { host: config.host, port: gateway.port },
      frames: () => gateway.frames(),
      stop: async () => {
        await closeAll();
        log.info('stopped');
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};
