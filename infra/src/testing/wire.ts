import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

interface Target {
  readonly host: string;
  readonly port: number;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** Settles when all that the server has said so far has left for the client: slow or not, a connection keeps its order. */
  passed: Promise<void>;
}

const USUAL_PORT = { mongodb: 27_017, kurrentdb: 2_113 } as const;

const targetOf = (url: string): Target => {
  const { hostname, port, protocol } = new URL(url);

  return { host: hostname, port: Number(port || USUAL_PORT[protocol === 'mongodb:' ? 'mongodb' : 'kurrentdb']) };
};

/** A wire between client and server that can be cut, slowed, or made to swallow answers. */
export class Wire {
  readonly #pairs = new Set<Pair>();
  #down = false;
  #delay = 0;
  /** Answers still let through; then one is swallowed and the connection breaks, as if the server had died after its commit. */
  #answers = Number.POSITIVE_INFINITY;

  private constructor(
    private readonly gate: Server,
    readonly url: string,
    private target: Target,
  ) {
    gate.on('connection', (client) => this.#join(client));
  }

  static async to(url: string): Promise<Wire> {
    const gate = createServer();
    await new Promise<void>((resolve) => {
      gate.listen(0, '127.0.0.1', resolve);
    });
    const own = new URL(url);
    own.host = `127.0.0.1:${(gate.address() as AddressInfo).port}`;
    // The driver is to ask here, whatever the server says its name is.
    if (own.protocol === 'mongodb:') own.searchParams.set('directConnection', 'true');

    return new Wire(gate, own.href, targetOf(url));
  }

  /** The server has come back at another address; what is connected breaks. */
  moveTo(url: string): void {
    this.target = targetOf(url);
    this.#breakAll();
  }

  /** Breaks what is connected; nobody gets through until it is mended. */
  cut(): void {
    this.#down = true;
    this.#breakAll();
  }

  mend(): void {
    this.#down = false;
    this.#answers = Number.POSITIVE_INFINITY;
    this.#delay = 0;
  }

  /** The answer after so many more is lost, though what was asked is done. */
  loseAnswerAfter(answers: number): void {
    this.#answers = answers;
  }

  slowDown(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.gate.close(resolve));
  }

  #breakAll(): void {
    for (const { client, server } of this.#pairs) {
      client.destroy();
      server.destroy();
    }
    this.#pairs.clear();
  }

  #join(client: Socket): void {
    if (this.#down) {
      client.destroy();

      return;
    }
    const pair: Pair = { client, server: connect(this.target), passed: Promise.resolve() };
    this.#pairs.add(pair);
    const leave = () => {
      this.#pairs.delete(pair);
      client.destroy();
      pair.server.destroy();
    };
    for (const socket of [client, pair.server]) socket.on('error', leave).on('close', leave);
    client.on('data', (data: Buffer) => pair.server.write(data));
    pair.server.on('data', (data: Buffer) => this.#answer(pair, data));
  }

  #answer(pair: Pair, data: Buffer): void {
    this.#answers -= 1;
    if (this.#answers < 0) {
      this.#answers = Number.POSITIVE_INFINITY;
      this.#breakAll();

      return;
    }
    const due = performance.now() + this.#delay;
    pair.passed = pair.passed.then(async () => {
      const left = due - performance.now();
      if (left > 0) await pause(left);
      pair.client.write(data);
    });
  }
}
