import { Long, MongoClient } from 'mongodb';
import { Wire } from '../testing/wire';
import { connectMongo, tieToLog, type MongoConnection } from './connect';
import { fakeServer, type Fake } from './testing/fake-server';
import { dropDatabases, newDatabase, withMongo } from './testing/server';

const PATIENCE = 1_000;

const refusal = async (url: string): Promise<unknown> => {
  const began = performance.now();
  const outcome = await connectMongo({ url, patience: PATIENCE }).then(
    (connection) => connection.close(),
    (error: unknown) => error,
  );

  return { outcome, seconds: (performance.now() - began) / 1_000 };
};

describe('the address of a MongoDB', () => {
  it.each(['mongodb://', 'mongodb://host:99999999/x', 'http://127.0.0.1/x', 'mongodb://127.0.0.1/?noSuchOption=1'])(
    'is refused before anything is asked where it is none: %s',
    async (url) => {
      expect(await refusal(url)).toMatchObject({ outcome: { code: 'CONFIG_INVALID' } });
    },
  );

  it('where nobody listens is refused within the patience, and says so', async () => {
    const { outcome, seconds } = (await refusal('mongodb://127.0.0.1:9/liuhen')) as { outcome: unknown; seconds: number };

    expect(outcome).toMatchObject({ code: 'STORE_UNREACHABLE' });
    expect(String(outcome)).toContain('127.0.0.1:9');
    expect(seconds).toBeLessThan(10);
  });

  it('does not show its password in the error', async () => {
    const { outcome } = (await refusal('mongodb://officer:sesame@127.0.0.1:9/liuhen')) as { outcome: Error };

    expect(`${outcome.message} ${outcome.stack ?? ''}`).not.toContain('sesame');
  });
});

interface Stoppable {
  stop(): void;
}

/** As a question that the driver never sees answered: nobody asks any more whether the server is there. */
const deafen = (client: MongoClient): void => {
  const topology = Reflect.get(client, 'topology') as { readonly s: { readonly servers: ReadonlyMap<string, object> } };
  for (const server of topology.s.servers.values()) {
    const monitor = Reflect.get(server, 'monitor') as { readonly monitorId: Stoppable };
    monitor.monitorId.stop();
  }
};

(withMongo ? describe : describe.skip)('a driver that no longer looks for its server', () => {
  afterAll(dropDatabases);

  it('is connected anew, in place, and what was opened of it goes on', async () => {
    const wire = await Wire.to(newDatabase());
    const connection = await connectMongo({ url: wire.url, patience: 300 });
    await connection.deployment.findOne();
    deafen(connection.db.client);
    wire.cut();
    await expect(connection.deployment.findOne()).rejects.toThrow();
    wire.mend();
    let found: unknown = null;
    for (let tries = 0; found === null && tries < 60; tries += 1) found = await connection.deployment.findOne().catch(() => null);

    expect(found).toMatchObject({ _id: 'liuhen' });
    await connection.close();
    await wire.close();
  });
});

describe('a server that says', () => {
  let fake: Fake | undefined;
  afterEach(() => fake?.close());

  const hello = { helloOk: true, isWritablePrimary: true, ismaster: true, maxBsonObjectSize: 16_777_216, minWireVersion: 0, ok: 1 };

  it('an old version is refused, whether the driver still speaks to it or not', async () => {
    for (const maxWireVersion of [6, 9]) {
      fake = await fakeServer(() => ({ ...hello, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, maxWireVersion }));

      expect(await refusal(fake.url)).toMatchObject({ outcome: { code: 'STORE_TOO_OLD' } });
      await fake.close();
    }
  });

  it('nothing of ours is there, and then that another process has just begun, is not refused as that of others', async () => {
    const standing = { ...hello, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, maxWireVersion: 21 };
    const rows = (firstBatch: readonly object[]) => ({ ok: 1, cursor: { id: Long.ZERO, ns: 'liuhen.any', firstBatch } });
    let looks = 0;
    fake = await fakeServer((command) => {
      if ('find' in command) return rows((looks += 1) === 1 ? [] : [{ _id: 'liuhen', format: 1 }]);

      return 'listCollections' in command ? rows([{ name: 'deployment' }, { name: 'standings' }]) : standing;
    });

    expect(await refusal(fake.url)).toMatchObject({ outcome: undefined });
    expect(looks).toBe(2);
  });

  it('the password is wrong, or the right is missing, is told as that', async () => {
    for (const [code, errmsg] of [
      [18, 'Authentication failed.'],
      [13, 'not authorized on liuhen'],
    ] as const) {
      fake = await fakeServer((command) =>
        'saslStart' in command || 'find' in command
          ? { ok: 0, code, errmsg, codeName: 'AuthenticationFailed' }
          : { ...hello, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, maxWireVersion: 21 },
      );
      const url = code === 18 ? fake.url.replace('//', '//officer:wrong@') : fake.url;

      expect(await refusal(url)).toMatchObject({ outcome: { code: 'STORE_DENIED' } });
      await fake.close();
    }
  });
});

(withMongo ? describe : describe.skip)('a database', () => {
  const open: MongoConnection[] = [];
  afterEach(async () => {
    for (const connection of open.splice(0)) await connection.close();
  });
  afterAll(dropDatabases);

  const opened = async (url: string): Promise<MongoConnection> => {
    const connection = await connectMongo({ url });
    open.push(connection);

    return connection;
  };

  it('that is empty becomes ours, for all who open it at once', async () => {
    const url = newDatabase();
    const connections = await Promise.all([opened(url), opened(url), opened(url)]);

    for (const { deployment } of connections) expect(await deployment.find().toArray()).toEqual([{ _id: 'liuhen', format: 1 }]);
  });

  it('is read from its leader, what most have, and written to most, whatever its URL says', async () => {
    const loose = 'readPreference=secondaryPreferred&readConcernLevel=local&w=1&journal=false&retryWrites=false&retryReads=false';
    const { db } = await opened(`${newDatabase()}?${loose}`);

    expect([db.readPreference.mode, db.readConcern?.level]).toEqual(['primary', 'majority']);
    expect(db.writeConcern).toMatchObject({ w: 'majority', journal: true });
    expect(db.client.options).toMatchObject({ retryWrites: true, retryReads: true });
  });

  it('that holds what others have put in is refused, and nothing is written into it', async () => {
    const url = newDatabase();
    const client = await MongoClient.connect(url);
    await client.db().collection<{ _id: string }>('orders').insertOne({ _id: 'o-1' });

    expect(await refusal(url)).toMatchObject({ outcome: { code: 'STORE_OF_OTHERS' } });
    expect(await client.db().listCollections({}, { nameOnly: true }).toArray()).toMatchObject([{ name: 'orders' }]);
    await client.close();
  });

  it('of a later version is refused', async () => {
    const url = newDatabase();
    const { deployment } = await opened(url);
    await deployment.updateOne({ _id: 'liuhen' }, { $set: { format: 99 } });

    expect(await refusal(url)).toMatchObject({ outcome: { code: 'STORE_TOO_NEW' } });
  });

  it('that was folded from one log is refused to another', async () => {
    const connection = await opened(newDatabase());
    await tieToLog(connection, 'event-1');
    await tieToLog(connection, 'event-1');

    await expect(tieToLog(connection, 'event-2')).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
  });
});
