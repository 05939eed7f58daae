import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { connectMongo } from './connect';
import { dropDatabases, newDatabase, withMongo } from './testing/server';

interface Deaf {
  readonly url: string;
  /** It takes nothing in any more, as a server that has been stopped in its tracks. */
  deafen(): void;
  /** It is heard of again by those who connect anew. */
  mend(): void;
  close(): Promise<void>;
}

/** A server that may stop reading while it is being written to. */
const deafServer = async (url: string): Promise<Deaf> => {
  const { hostname, port, pathname } = new URL(url);
  const sockets = new Set<Socket>();
  let isDeaf = false;
  const gate = createServer((client) => {
    const server = connect({ host: hostname, port: Number(port) });
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    server.on('data', (data: Buffer) => client.write(data));
    client.on('data', (data: Buffer) => (isDeaf ? client.pause() : server.write(data)));
  });
  await new Promise<void>((resolve) => {
    gate.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `mongodb://127.0.0.1:${(gate.address() as AddressInfo).port}${pathname}?directConnection=true`,
    deafen: () => {
      isDeaf = true;
    },
    mend: () => {
      isDeaf = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        gate.close(() => resolve());
      }),
  };
};

/** More than the buffers between here and the server take. */
const LARGE = 'x'.repeat(12_000_000);

(withMongo ? describe : describe.skip)('a MongoDB that stops reading in the middle of a command', () => {
  afterAll(dropDatabases);

  it('is told of with a code, though the driver would wait for it for ever, and is written to again when it reads', async () => {
    const server = await deafServer(newDatabase());
    const connection = await connectMongo({ url: server.url, patience: 300 });
    const documents = connection.db.collection<{ readonly _id: string; readonly text: string }>('documents');
    await documents.insertOne({ _id: 'before', text: '' });
    server.deafen();
    await expect(documents.insertOne({ _id: 'large', text: LARGE })).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    server.mend();
    let found: unknown = null;
    for (let tries = 0; found === null && tries < 60; tries += 1) found = await documents.findOne({ _id: 'before' }).catch(() => null);

    expect(found).toMatchObject({ _id: 'before' });
    await connection.close();
    await server.close();
  });
});
