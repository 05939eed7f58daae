import { hostname } from 'node:os';
import { START } from '@liuhen/workflows';
import { CLOCK_LIMIT, clockApart } from '../clock';
import type { Config } from '../config/config';
import type { EventStore } from '../event-store/port';
import { openMongoLeaseStore } from '../lease/mongodb-lease-store';
import type { LeaseStore } from '../lease/port';
import { openSqliteLeaseStore } from '../lease/sqlite-lease-store';
import { connectMongo } from '../mongodb/connect';
import { openMongoQuarantine, openQuarantine, type Quarantine } from '../quarantine';
import { ASTRAY, distrustAstray } from '../projector';
import { openMongoReadStore } from '../read-store/mongodb/mongodb-read-store';
import type { ReadStore } from '../read-store/port';
import { openSqliteReadStore } from '../read-store/sqlite-read-store';
import { openMongoSeriesStore, openSeriesStore, type SeriesStore } from '../series';

type Where = Pick<Config, 'data' | 'readModels'>;

/** The read models that are configured. Errors: those of `connectMongo`. */
export const openReadStore = async ({ data, readModels }: Where): Promise<ReadStore> =>
  readModels === 'embedded' ? openSqliteReadStore({ folder: data }) : openMongoReadStore({ url: readModels });

/** Leases live where the read models live: in the data folder, or in their database. */
export const openLeaseStore = async ({ data, readModels }: Where): Promise<LeaseStore> =>
  readModels === 'embedded' ? openSqliteLeaseStore({ folder: data }) : openMongoLeaseStore({ url: readModels });

interface Engines {
  readonly store: Pick<EventStore, 'head' | 'readAll'>;
  readonly readStore: ReadStore;
  readonly log: { error(fields: object, message: string): void };
}

/**
 * Holds log, read models and our clock against each other before anything is written: `STORE_OF_OTHERS` for read models of
 * another log, `CLOCK_APART` for a clock that is behind what the log has recorded. Read models that were folded from more than
 * the log holds now are told, and count as empty until their keeper has rebuilt them.
 */
export const meetEngines = async ({ store, readStore, log }: Engines, now: number): Promise<void> => {
  const [first] = await store.readAll(START, 1);
  await readStore.belongTo(first?.id);
  const head = await store.head();
  const [last] = head === START ? [] : await store.readAll(head - 1, 1);
  const ahead = last === undefined ? 0 : Date.parse(last.recordedAt) - now;
  if (ahead > CLOCK_LIMIT) throw clockApart('the last event of the log', ahead);
  const astray = await distrustAstray(store, readStore);
  if (astray.length > 0) log.error({ projections: astray }, ASTRAY);
};

/** `CLOCK_APART` while the clock of the server of the read models and ours are apart. */
export const meetClock = async (readStore: ReadStore): Promise<void> => {
  const ahead = await readStore.clock();
  if (Math.abs(ahead) > CLOCK_LIMIT) throw clockApart('the clock of the server of the read models', ahead);
};

/** What is kept of devices beside the log, one for all gateways of a deployment. */
export interface DeviceStores {
  readonly series: SeriesStore;
  readonly quarantine: Quarantine;
  close(): Promise<void>;
}

const deviceStores = (series: SeriesStore, quarantine: Quarantine): DeviceStores => ({
  series,
  quarantine,
  close: async () => {
    await series.close();
    await quarantine.close();
  },
});

/** Where the read models live: in the data folder, or in their database, where any gateway reaches them. */
export const openDeviceStores = async ({ data, readModels }: Where): Promise<DeviceStores> => {
  if (readModels === 'embedded') return deviceStores(openSeriesStore({ folder: data }), openQuarantine({ folder: data }));
  const series = await openMongoSeriesStore(await connectMongo({ url: readModels }));
  try {
    return deviceStores(series, openMongoQuarantine(await connectMongo({ url: readModels })));
  } catch (error) {
    await series.close();
    throw error;
  }
};

/** Who holds a lease, for people. */
export const processName = (): string => `${hostname()}:${process.pid}`;
