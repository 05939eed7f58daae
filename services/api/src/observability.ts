import {
  LagProbe,
  serveMetrics,
  Telemetry,
  type Config,
  type EventStore,
  type MetricsDoor,
  type Progress,
  type ReadStore,
} from '@liuhen/infra';
import { countDuties } from '@liuhen/projections';
import type { Logger } from 'pino';
import type { LedgerTurn } from './ledger/turn';

interface Watched {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly progress: Progress;
  readonly ledger: LedgerTurn;
}

/** Traces and metrics of this process, from before anything is opened. */
export const openTelemetry = ({ traces }: Config): Telemetry =>
  new Telemetry({ service: 'liuhen-api', ...(traces === undefined ? {} : { traces }) });

export const openLagProbe = ({ store, readStore, progress }: Watched, log: Logger): LagProbe =>
  new LagProbe({ log: store, position: () => progress.position(), clock: () => readStore.clock() }, log);

interface Measuring extends Watched {
  readonly lag: LagProbe;
  readonly frames: () => Readonly<Record<string, number>>;
}

/** The metrics of this process, at their own door. */
export const openMetrics = (
  config: Config,
  telemetry: Telemetry,
  { store, readStore, ledger, frames, lag }: Measuring,
): Promise<MetricsDoor> => {
  telemetry.watch({
    lag: () => lag.measure(),
    clockApart: () => lag.apart,
    store: () => store.health(),
    obligations: () => countDuties(readStore),
    ledgerHeadAge: () => ledger.headAge(Date.now()),
    frames,
  });

  return serveMetrics(config, telemetry);
};
