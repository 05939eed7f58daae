import {
  chinaNow,
  EMBEDDED,
  Freshness,
  meetEngines,
  openLeaseStore,
  openReadStore,
  openEventStore,
  processName,
  Progress,
  ReadModelKeeper,
  type Config,
  type EventStore,
  type LeaseStore,
  type ReadStore,
  LateLog,
  LogWatch,
  ReadLog,
  type Telemetry,
} from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import type { Logger } from 'pino';
import { openLedgerTurn, type LedgerTurn } from './ledger/turn';

export interface Stores {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly leases: LeaseStore;
  readonly freshness: Freshness;
  readonly progress: Progress;
  readonly ledger: LedgerTurn;
  /** What is put on record behind the answer. */
  readonly late: LateLog;
  readonly reads: ReadLog;
  /** Undefined where another process keeps the read models. */
  readonly keeper: ReadModelKeeper | undefined;
  /** Where another process keeps the read models: whether they can be asked how far they are. */
  readonly watch: Watch;
  /** Whether the log answers. */
  readonly logWatch: LogWatch;
}

interface Watch {
  readonly fault: unknown;
  stop(): void;
}

/** Milliseconds between two looks at checkpoints that another process writes, for those who ask whether it follows. */
const LOOK = 1_000;

const NO_WATCH: Watch = { fault: undefined, stop: () => undefined };

const watchOf = (freshness: Freshness): Watch => {
  const watch = { fault: undefined as unknown, stop: () => clearInterval(timer) };
  const timer = setInterval(() => {
    freshness.refresh().then(
      () => {
        watch.fault = undefined;
      },
      (error: unknown) => {
        watch.fault = error;
      },
    );
  }, LOOK);

  return watch;
};

const opened = async <T extends { close(): Promise<unknown> }>(parts: { close(): Promise<unknown> }[], opening: Promise<T>): Promise<T> => {
  const part = await opening;
  parts.push(part);

  return part;
};

const assemble = async (config: Config, log: Logger, telemetry: Telemetry, parts: { close(): Promise<unknown> }[]): Promise<Stores> => {
  const store = await opened(parts, openEventStore({ events: config.events, deployment: config.deployment, folder: config.data, log }));
  const readStore = await opened(parts, openReadStore(config));
  await meetEngines({ store, readStore, log }, Date.now());
  const leases = await opened(parts, openLeaseStore(config));
  for (const projection of allProjections) await readStore.ensure(projection);
  const ledger = await openLedgerTurn({ config, leases, log });
  parts.push({ close: () => ledger.stop() });
  const logWatch = new LogWatch(store, log);
  parts.push({ close: () => Promise.resolve(logWatch.stop()) });
  const late = new LateLog({ store, onFault: (error) => log.error({ err: error }, 'a read or a refusal is not on record yet') });
  const reads = new ReadLog({ late, now: chinaNow });
  const names = allProjections.map(({ name }) => name);
  const freshness = new Freshness(() => readStore.checkpoint(names));
  const progress = new Progress(readStore, allProjections);
  if (!config.roles.includes('projector')) {
    await freshness.refresh();

    return { store, readStore, leases, freshness, progress, ledger, late, reads, keeper: undefined, watch: watchOf(freshness), logWatch };
  }
  const keeper = new ReadModelKeeper({
    feed: store,
    readStore,
    leases,
    projections: allProjections,
    freshness,
    holder: processName(),
    partitions: config.partitions,
    // Who writes the folder's log need not wait for one that can no longer live.
    seize: config.events === EMBEDDED,
    onProjected: (events, time) => telemetry.projected(events, time),
    log,
  });
  parts.push({ close: () => keeper.stop() });
  keeper.start();
  await keeper.begun;

  return { store, readStore, leases, freshness, progress, ledger, late, reads, keeper, watch: NO_WATCH, logWatch };
};

/** Opens what is configured; where a part is refused, nothing stays open. */
export const openStores = async (config: Config, log: Logger, telemetry: Telemetry): Promise<Stores> => {
  const parts: { close(): Promise<unknown> }[] = [];
  try {
    return await assemble(config, log, telemetry, parts);
  } catch (error) {
    for (const part of parts.reverse()) await part.close();
    throw error;
  }
};

export const closeStores = async ({
  store,
  readStore,
  leases,
  freshness,
  ledger,
  late,
  keeper,
  watch,
  logWatch,
}: Stores): Promise<void> => {
  watch.stop();
  logWatch.stop();
  await late.stop();
  await ledger.stop();
  await keeper?.stop();
  freshness.close();
  await leases.close();
  await readStore.close();
  await store.close();
};
