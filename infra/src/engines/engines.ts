import { hostname } from 'node:os';
import type { Config } from '../config/config';
import { openMongoLeaseStore } from '../lease/mongodb-lease-store';
import type { LeaseStore } from '../lease/port';
import { openSqliteLeaseStore } from '../lease/sqlite-lease-store';
import { openMongoReadStore } from '../read-store/mongodb/mongodb-read-store';
import type { ReadStore } from '../read-store/port';
import { openSqliteReadStore } from '../read-store/sqlite-read-store';

type Where = Pick<Config, 'data' | 'readModels'>;

/** The read models that are configured. Errors: those of `connectMongo`. */
export const openReadStore = async ({ data, readModels }: Where): Promise<ReadStore> =>
  readModels === 'embedded' ? openSqliteReadStore({ folder: data }) : openMongoReadStore({ url: readModels });

/** Leases live where the read models live: in the data folder, or in their database. */
export const openLeaseStore = async ({ data, readModels }: Where): Promise<LeaseStore> =>
  readModels === 'embedded' ? openSqliteLeaseStore({ folder: data }) : openMongoLeaseStore({ url: readModels });

/** Who holds a lease, for people. */
export const processName = (): string => `${hostname()}:${process.pid}`;
