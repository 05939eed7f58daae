import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { MongoClient } from 'mongodb';

interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

interface Starter {
  startMongoDB(): Promise<Started | undefined>;
}

/** Gives the work addresses of fresh databases on the MongoDB of `MONGODB_URL`, or on one that is started for it. */
export const withMongo = async <T>(work: (url: (name: string) => string) => Promise<readonly T[]>): Promise<readonly T[]> => {
  const starter = (await import(resolve('infra/testing/mongodb.cjs'))) as Starter;
  const started = await starter.startMongoDB();
  const server = started?.url ?? process.env['MONGODB_URL'];
  if (server === undefined) throw new Error('no MongoDB: `npm run ferretdb` builds one, or set MONGODB_URL');
  const mark = randomBytes(4).toString('hex');
  const names = new Set<string>();
  const url = (name: string): string => {
    const own = new URL(server);
    own.pathname = `/bench_${mark}_${name}`;
    names.add(own.href);

    return own.href;
  };
  try {
    return await work(url);
  } finally {
    for (const each of names) {
      const client = await MongoClient.connect(each);
      await client.db().dropDatabase();
      await client.close();
    }
    await started?.stop();
  }
};
