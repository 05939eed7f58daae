import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { LiuhenError } from '@liuhen/workflows';

/** Looks for malware in a file before it is kept. */
export interface Scanner {
  /** Settles where nothing was found. Throws `EVIDENCE_INFECTED` or `SCANNER_UNREACHABLE`. */
  scan(content: Readable): Promise<void>;
}

export const NO_SCANNER: Scanner = { scan: () => Promise.resolve() };

/** `clamd://host:port`, or `clamd:/path/of/socket`. */
export const SCANNER_ADDRESS = /^clamd:(?:\/\/(?<host>[\w.-]+):(?<port>\d{1,5})|(?<path>\/.+))$/;

/** Without a word of the scanner for so long, milliseconds, it counts as gone. */
const PATIENCE = 60_000;

const lengthOf = (chunk: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);

  return length;
};

const written = async (socket: Socket, bytes: Uint8Array): Promise<void> => {
  if (!socket.write(bytes)) await once(socket, 'drain');
};

/** Sends a file as clamd's INSTREAM wants it: pieces with their length before them, a length of nought at the end. */
const sendAll = async (socket: Socket, content: Readable): Promise<void> => {
  await written(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of content as AsyncIterable<Buffer>) {
    await written(socket, lengthOf(chunk));
    await written(socket, chunk);
  }
  await written(socket, Buffer.alloc(4));
};

const answerOf = async (socket: Socket): Promise<string> => {
  let answer = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) answer += chunk.toString();

  return answer.replace(/\0$/, '').trim();
};

class Clamd implements Scanner {
  constructor(private readonly address: { readonly host: string; readonly port: number } | { readonly path: string }) {}

  async scan(content: Readable): Promise<void> {
    const answer = await this.#ask(content).catch((cause: unknown) =>
      Promise.reject(new LiuhenError('SCANNER_UNREACHABLE', JSON.stringify(this.address), { cause })),
    );
    if (answer.endsWith(' FOUND')) throw new LiuhenError('EVIDENCE_INFECTED', answer.replace(/^stream: /, ''));
    if (!answer.endsWith('OK')) throw new LiuhenError('SCANNER_UNREACHABLE', `clamd: ${answer.slice(0, 200)}`);
  }

  async #ask(content: Readable): Promise<string> {
    const socket = connect(this.address);
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('no answer in time')));
    const answer = answerOf(socket);
    try {
      // Whoever finds enough in the middle answers and hangs up.
      await Promise.race([once(socket, 'connect').then(() => sendAll(socket, content)), answer]);

      return await answer;
    } finally {
      socket.destroy();
      content.destroy();
    }
  }
}

/** The scanner at an address of `SCANNER_ADDRESS`; none for null. */
export const openScanner = (address: string | null): Scanner => {
  if (address === null) return NO_SCANNER;
  const { host, port, path } = SCANNER_ADDRESS.exec(address)?.groups ?? {};
  if (path !== undefined) return new Clamd({ path });
  if (host === undefined) throw new LiuhenError('CONFIG_INVALID', `${address}: clamd://host:port or clamd:/path`);

  return new Clamd({ host, port: Number(port) });
};
