import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { answerTo, commandIn, HEADER } from './fake-server';

/** What a server that is in trouble says to a command; undefined where it does as it is told. */
export type Trouble = (command: Readonly<Record<string, unknown>>) => object | undefined;

export interface FaultyServer {
  readonly url: string;
  /** From now on, until it is told otherwise. */
  be(trouble: Trouble | undefined): void;
  close(): Promise<void>;
}

/** Whole messages out of what comes in; the rest waits. */
const messagesIn = (waiting: Buffer): readonly [readonly Buffer[], Buffer] => {
  const messages: Buffer[] = [];
  let rest = waiting;
  while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
    messages.push(rest.subarray(0, rest.readInt32LE(0)));
    rest = rest.subarray(rest.readInt32LE(0));
  }

  return [messages, rest];
};

/** A real server that answers some commands with an error of its own kind, without doing them. */
export const faultyServer = async (url: string): Promise<FaultyServer> => {
  const { hostname, port, pathname } = new URL(url);
  let trouble: Trouble | undefined;
  const sockets = new Set<Socket>();
  const gate = createServer((client) => {
    const server = connect({ host: hostname, port: Number(port) });
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    let waiting = Buffer.alloc(0);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    server.on('data', (data: Buffer) => client.write(data));
    client.on('data', (data: Buffer) => {
      const [messages, rest] = messagesIn(Buffer.concat([waiting, data]));
      waiting = Buffer.from(rest);
      for (const message of messages) {
        const said = trouble?.(commandIn(message));
        if (said === undefined) server.write(message);
        else client.write(answerTo(message, () => said));
      }
    });
  });
  await new Promise<void>((resolve) => {
    gate.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `mongodb://127.0.0.1:${(gate.address() as AddressInfo).port}${pathname}?directConnection=true`,
    be: (next) => {
      trouble = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        gate.close(() => resolve());
      }),
  };
};

const FULL = { code: 14_031, codeName: 'OutOfDiskSpace', errmsg: 'Available disk space is less than required' };

const isWrite = (command: Readonly<Record<string, unknown>>): boolean =>
  ['insert', 'update', 'delete', 'createIndexes', 'create'].some((name) => name in command);

/** The ways in which a server says that its disk is full. */
export const FULL_DISK: Readonly<Record<string, Trouble>> = {
  'of the command': (command) => (isWrite(command) ? { ok: 0, ...FULL } : undefined),
  'of each write': (command) => (isWrite(command) ? { ok: 1, n: 0, nModified: 0, writeErrors: [{ index: 0, ...FULL }] } : undefined),
  'of the journal': (command) => (isWrite(command) ? { ok: 1, n: 1, nModified: 1, writeConcernError: FULL } : undefined),
};
