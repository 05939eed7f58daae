import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

const USUAL_PORT = { mongodb: 27_017, kurrentdb: 2_113 } as const;

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
  ) {}

  static async to(url: string): Promise<Wire> {
    const target = new URL(url);
    const gate = createServer();
    await new Promise<void>((resolve) => {
      gate.listen(0, '127.0.0.1', resolve);
    });
    const own = new URL(url);
    own.host = `127.0.0.1:${(gate.address() as AddressInfo).port}`;
    const engine = own.protocol === 'mongodb:' ? 'mongodb' : 'kurrentdb';
    // The driver is to ask here, whatever the server says its name is.
    if (engine === 'mongodb') own.searchParams.set('directConnection', 'true');
    const wire = new Wire(gate, own.href);
    gate.on('connection', (client) => wire.#join(client, { host: target.hostname, port: Number(target.port || USUAL_PORT[engine]) }));

    return wire;
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

  #join(client: Socket, target: { readonly host: string; readonly port: number }): void {
    if (this.#down) {
      client.destroy();

      return;
    }
    const pair: Pair = { client, server: connect(target) };
    this.#pairs.add(pair);
    const leave = () => {
      this.#pairs.delete(pair);
      client.destroy();
      pair.server.destroy();
    };
    for (const socket of [client, pair.server]) socket.on('error', leave).on('close', leave);
    client.on('data', (data: Buffer) => pair.server.write(data));
    pair.server.on('data', (data: Buffer) => this.#answer(client, data));
  }

  #answer(client: Socket, data: Buffer): void {
    this.#answers -= 1;
    if (this.#answers < 0) {
      this.#answers = Number.POSITIVE_INFINITY;
      this.#breakAll();
    } else if (this.#delay === 0) client.write(data);
    else setTimeout(() => client.write(data), this.#delay);
  }
}
