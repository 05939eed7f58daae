import { createServer, type AddressInfo, type Socket } from 'node:net';
import { BSON } from 'mongodb';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
export const HEADER = 16;

export interface Fake {
  readonly url: string;
  close(): Promise<void>;
}

type Answer = (command: Readonly<Record<string, unknown>>) => object;

const header = (length: number, answers: number, code: number): Buffer => {
  const buffer = Buffer.alloc(HEADER);
  buffer.writeInt32LE(HEADER + length, 0);
  buffer.writeInt32LE(answers, 8);
  buffer.writeInt32LE(code, 12);

  return buffer;
};

/** The command of a message, without the documents that go beside it. */
export const commandIn = (message: Buffer): Readonly<Record<string, unknown>> => {
  if (message.readInt32LE(12) === OP_QUERY) return BSON.deserialize(message.subarray(message.indexOf(0, HEADER + 4) + 1 + 8));
  const size = message.readInt32LE(HEADER + 5);

  return BSON.deserialize(message.subarray(HEADER + 5, HEADER + 5 + size));
};

export const answerTo = (message: Buffer, answer: Answer): Buffer => {
  const id = message.readInt32LE(4);
  if (message.readInt32LE(12) === OP_QUERY) {
    const body = Buffer.from(BSON.serialize(answer(commandIn(message))));
    const preamble = Buffer.alloc(20);
    preamble.writeInt32LE(1, 16);

    return Buffer.concat([header(preamble.length + body.length, id, OP_REPLY), preamble, body]);
  }
  const body = Buffer.from(BSON.serialize(answer(commandIn(message))));

  return Buffer.concat([header(5 + body.length, id, OP_MSG), Buffer.alloc(5), body]);
};

const serve = (socket: Socket, answer: Answer): void => {
  let waiting = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (data: Buffer) => {
    waiting = Buffer.concat([waiting, data]);
    while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
      const length = waiting.readInt32LE(0);
      socket.write(answerTo(waiting.subarray(0, length), answer));
      waiting = waiting.subarray(length);
    }
  });
};

/** A server that says what a test has it say; it keeps nothing. */
export const fakeServer = async (answer: Answer): Promise<Fake> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    serve(socket, answer);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    url: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/liuhen`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
