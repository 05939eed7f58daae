import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';

/** Where the tests find a server; `infra/testing/start-mongodb.cjs` has looked for one before they began. */
export const MONGODB = process.env['MONGODB_URL'];

export const HOW_TO_GET_ONE =
  'no MongoDB: `npm run ferretdb` builds one for the tests (needs Go), or set MONGODB_URL, or MONGOMS_SYSTEM_BINARY to a mongod';

/** Whether cases that need a server run. In CI there has to be one; elsewhere they are left out, which is said at the start. */
export const withMongo = MONGODB !== undefined || process.env['CI'] !== undefined;

const urlOf = (database: string): string => {
  if (MONGODB === undefined) throw new Error(HOW_TO_GET_ONE);
  const url = new URL(MONGODB);
  url.pathname = `/${database}`;

  return url.href;
};

const used: string[] = [];

/** The address of a database that nobody else uses. */
export const newDatabase = (): string => {
  const name = `liuhen_${randomBytes(8).toString('hex')}`;
  used.push(name);

  return urlOf(name);
};

export const dropDatabases = async (): Promise<void> => {
  if (used.length === 0) return;
  const client = await MongoClient.connect(urlOf('liuhen'));
  for (const name of used.splice(0)) await client.db(name).dropDatabase();
  await client.close();
};
