import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Signer, Verifier } from '@liuhen/infra';
import { judge, type Verdict } from './judge';
import { statusPage } from './page';
import type { WitnessState } from './state';

export interface WitnessOptions {
  readonly signer: Signer;
  readonly logs: readonly Verifier[];
  readonly state: WitnessState;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Puts an alarm before a person's eyes, beside the file and the page. */
  readonly alarm: (text: string) => void;
}

export interface RunningWitness {
  readonly port: number;
  close(): Promise<void>;
}

/** A request is a few kilobytes: 63 hashes and a note. */
const LIMIT = 256 * 1_024;

const readAll = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LIMIT) return undefined;
    chunks.push(chunk);
  }

  return Buffer.concat(chunks).toString();
};

const send = (
  response: ServerResponse,
  { status, contentType, body }: Pick<Verdict, 'contentType' | 'body'> & { readonly status: number },
): void => {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }).end(body);
};

class Witness {
  /** Looking and keeping are one step: of two requests at once, the second sees what the first left. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: WitnessOptions) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { state, signer } = this.options;
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const alarms = state.alarms();
    if (request.method === 'POST' && path === '/add-checkpoint') return send(response, await this.#addCheckpoint(request));
    if (request.method !== 'GET') return send(response, { status: 405, contentType: 'text/plain', body: 'GET or POST /add-checkpoint\n' });
    if (path === '/') {
      const body = statusPage({ vkey: signer.verifier.vkey, seen: state.all(), alarms });

      return send(response, { status: 200, contentType: 'text/html; charset=utf-8', body });
    }
    if (path === '/healthz') {
      const body = alarms === '' ? 'ok\n' : `警报，见 ALARM.txt / alarm, see ALARM.txt\n${alarms}`;

      return send(response, { status: alarms === '' ? 200 : 503, contentType: 'text/plain; charset=utf-8', body });
    }
    send(response, { status: 404, contentType: 'text/plain', body: 'no such address: /, /healthz, POST /add-checkpoint\n' });
  }

  async #addCheckpoint(request: IncomingMessage): Promise<Verdict> {
    const body = await readAll(request);
    const turn = this.#turn.then(() => this.#judged(body ?? ''));
    this.#turn = turn.catch(() => undefined);

    return turn;
  }

  async #judged(body: string): Promise<Verdict> {
    const { state, signer, logs, now, alarm } = this.options;
    const verdict = judge({ signer, logs, seen: (origin) => state.seen(origin), now: Math.floor(now() / 1_000) }, body);
    if (verdict.accepted !== undefined) await state.keep(verdict.accepted);
    if (verdict.alarm !== undefined) {
      state.raise(verdict.alarm, new Date(now()).toISOString());
      alarm(`${verdict.alarm.message.zh}\n${verdict.alarm.message.en}`);
    }

    return verdict;
  }
}

/** Serves `add-checkpoint`, a page for people at `/`, and `/healthz`, which turns red with the first alarm. */
export const startWitness = async (
  options: WitnessOptions,
  at: { readonly host: string; readonly port: number },
): Promise<RunningWitness> => {
  const witness = new Witness(options);
  const server: Server = createServer((request, response) => {
    witness.answer(request, response).catch((error: unknown) => {
      options.alarm(`见证程序故障 / witness fault: ${String(error)}`);
      if (!response.headersSent) send(response, { status: 500, contentType: 'text/plain', body: 'fault\n' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
