import { setTimeout } from 'node:timers/promises';
import { MongoClient, type Collection, type Db } from 'mongodb';
import { LiuhenError } from '@liuhen/workflows';
import { CLOCK_LIMIT, clockApart } from '../clock';
import { inTime } from '../in-time';
import { bounded } from './bounded';
import { explained, isDuplicate } from './fault';
import { watchOver, type Watch } from './watchdog';

/** Of MongoDB 5.0: the oldest that is still understood by the driver and does what is needed here. */
const OLDEST_WIRE = 13;

/** Raised with every change of how documents are kept; a database with a higher number is refused. */
const FORMAT = 1;

/** Milliseconds until a server that does not answer counts as gone. */
const PATIENCE = 5_000;

/** Of the patience: a connection on which nothing comes for so long is given up, and then a call that was not given up with it. */
const [SILENT, STUCK] = [12, 13];

/** Of the patience: what a start takes at most. Who starts a program starts it again; a server that is away for longer is not there. */
const BEGINNING = 6;

/** The driver takes no shorter one, milliseconds. */
const SHORTEST_BEAT = 500;

/** How many updates, inserts and keys looked up one command may hold, and how many commands may run at once. */
export interface Capacity {
  readonly writes: number;
  readonly inserts: number;
  readonly lookUps: number;
  readonly commands: number;
}

const MONGODB: Capacity = { writes: 1_000, inserts: 1_000, lookUps: 1_000, commands: 8 };

/**
 * FerretDB keeps a connection of its hundred for each update of a command until the command ends; more wait for ever. Inserts share
 * one. It compares every document with every key of a list, and has an index for one key alone.
 */
const FERRETDB: Capacity = { writes: 12, inserts: 1_000, lookUps: 1, commands: 2 };

export interface Deployment {
  readonly _id: 'liuhen';
  readonly format: number;
  /** Id of the first event of the log that the documents are folded from; absent until there is one. */
  readonly log?: string;
}

export interface MongoConnection {
  readonly db: Db;
  readonly deployment: Collection<Deployment>;
  readonly capacity: Capacity;
  /** How far the server's clock is ahead of ours, milliseconds. */
  clock(): Promise<number>;
  close(): Promise<void>;
}

export interface MongoOptions {
  /** Connection string; its path names the database, `liuhen` where it names none. */
  readonly url: string;
  /** Milliseconds. */
  readonly patience?: number;
  /** Our clock, milliseconds since the epoch. */
  readonly now?: () => number;
}

const newClient = ({ url, patience = PATIENCE }: MongoOptions): MongoClient =>
  new MongoClient(url, {
    appName: 'liuhen',
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    socketTimeoutMS: SILENT * patience,
    heartbeatFrequencyMS: Math.max(patience, SHORTEST_BEAT),
    // What was read once is never taken back by a change of leader, and what was acknowledged is not lost by it. By these names,
    // for under others what the URL says would stay in force.
    readPreference: 'primary',
    readConcernLevel: 'majority',
    w: 'majority',
    journal: true,
    retryWrites: true,
    retryReads: true,
    ignoreUndefined: true,
  });

const clientOf = (options: MongoOptions): MongoClient => {
  try {
    return newClient(options);
  } catch (cause) {
    throw new LiuhenError('CONFIG_INVALID', `the URL of MongoDB: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
};

const DEFAULT_DATABASE = 'liuhen';

/** The driver's own default is `test`, which would mix our documents with anybody's. */
const databaseOf = (client: MongoClient): Db => client.db(client.options.dbName === 'test' ? DEFAULT_DATABASE : client.options.dbName);

/** A server that does not say its time has none that could be wrong. */
const clockOf = async (db: Db, now: () => number): Promise<number> => {
  const before = now();
  const { localTime } = await db.admin().command({ hello: 1 });
  const between = (before + now()) / 2;

  return localTime instanceof Date ? localTime.getTime() - between : 0;
};

const checkClock = (ahead: number): void => {
  if (Math.abs(ahead) > CLOCK_LIMIT) throw clockApart('the clock of the MongoDB server', ahead);
};

const capacityOf = async (db: Db): Promise<Capacity> => {
  const hello = await db.admin().command({ hello: 1 });
  if (Number(hello['maxWireVersion']) < OLDEST_WIRE) {
    throw new LiuhenError('STORE_TOO_OLD', `wire version ${String(hello['maxWireVersion'])}, at least ${OLDEST_WIRE} (MongoDB 5.0)`);
  }
  const build = await db.admin().command({ buildInfo: 1 });

  return build['ferretdbVersion'] === undefined ? MONGODB : FERRETDB;
};

const isOurs = async (db: Db, deployment: Collection<Deployment>): Promise<boolean> => {
  const known = await deployment.findOne({ _id: 'liuhen' });
  if (known !== null && known.format > FORMAT) {
    throw new LiuhenError('STORE_TOO_NEW', `${db.databaseName}: format ${known.format}, known ${FORMAT}`);
  }

  return known !== null;
};

/** Refuses a database that others use, or that a newer version has made; marks an empty one as ours. */
const occupy = async (db: Db, deployment: Collection<Deployment>): Promise<void> => {
  if (await isOurs(db, deployment)) return;
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  const other = listed.find(({ name }) => name !== deployment.collectionName);
  if (other !== undefined) {
    // Another process of the same start marks it first and fills it then.
    if (await isOurs(db, deployment)) return;
    throw new LiuhenError('STORE_OF_OTHERS', `${db.databaseName} holds ${other.name}, and nothing says that it is ours`);
  }
  try {
    await deployment.insertOne({ _id: 'liuhen', format: FORMAT });
  } catch (error) {
    // Another process of the same start was faster.
    if (!isDuplicate(error)) throw error;
  }
};

const opened = async (
  client: MongoClient,
  watch: Watch,
  { now = Date.now, patience = PATIENCE }: MongoOptions,
): Promise<MongoConnection> => {
  const bound = <T>(call: Promise<T>): Promise<T> =>
    inTime(STUCK * patience, call, () => {
      // Whatever holds this call up may hold up all that come after it.
      watch.renew();

      return new LiuhenError('STORE_UNREACHABLE', `MongoDB: no answer in ${STUCK * patience} ms`);
    });
  await bound(client.connect());
  const db = bounded(databaseOf(client), bound);
  const deployment = db.collection<Deployment>('deployment');
  const capacity = await capacityOf(db);
  const clock = () => clockOf(db, now);
  checkClock(await clock());
  await occupy(db, deployment);

  return {
    db,
    deployment,
    capacity,
    clock,
    close: () => {
      watch.stop();

      return closed(client, patience);
    },
  };
};

/** Closes a client and does not wait for a server that is gone: the driver may, for ever. */
const closed = (client: MongoClient, patience: number): Promise<void> =>
  Promise.race([client.close(true), setTimeout(patience, undefined, { ref: false })]);

/**
 * Opens a database and looks whether it is one for us before anything is written. Errors: `CONFIG_INVALID` for a URL that
 * is none, `STORE_UNREACHABLE`, `STORE_DENIED`, `STORE_TOO_OLD`, `STORE_OF_OTHERS`, `STORE_TOO_NEW`, `CLOCK_APART`.
 */
export const connectMongo = async (options: MongoOptions): Promise<MongoConnection> => {
  const client = clientOf(options);
  const { patience = PATIENCE } = options;
  const watch = watchOver(client, Math.max(patience, SHORTEST_BEAT));
  const late = () => new LiuhenError('STORE_UNREACHABLE', `MongoDB: not opened in ${BEGINNING * patience} ms`);
  try {
    return await explained(() => inTime(BEGINNING * patience, opened(client, watch, options), late));
  } catch (error) {
    watch.stop();
    await closed(client, patience);
    throw error;
  }
};

/** Ties the database to one log; `STORE_OF_OTHERS` where it is tied to another, or to any while the log is empty. */
export const tieToLog = ({ deployment }: MongoConnection, firstEvent: string | undefined): Promise<void> =>
  explained(async () => {
    if (firstEvent !== undefined) await deployment.updateOne({ _id: 'liuhen', log: { $exists: false } }, { $set: { log: firstEvent } });
    const known = await deployment.findOne({ _id: 'liuhen' });
    if (known?.log !== firstEvent) {
      throw new LiuhenError(
        'STORE_OF_OTHERS',
        `folded from the log that begins with ${String(known?.log)}, not with ${firstEvent ?? 'nothing'}`,
      );
    }
  });
