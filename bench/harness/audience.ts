import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Seats {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly count: number;
}

const NEXT = '"type":"next"';

/** Clients that open at the same time while the audience is seated. */
const AT_ONCE = 50;

/** Longest wait for one event, milliseconds. */
const PATIENCE = 30_000;

/** Many clients with one subscription each. They count and hardly look, so that the server is what is measured. */
export class Audience {
  readonly #sockets: WebSocket[] = [];
  #received = 0;
  #last = '';
  #expected = Number.POSITIVE_INFINITY;
  #complete: () => void = () => undefined;

  static async seat({ count, ...seats }: Seats): Promise<Audience> {
    const audience = new Audience();
    for (let from = 0; from < count; from += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, () => audience.#join(seats)));
    }

    return audience;
  }

  get received(): number {
    return this.#received;
  }

  /** Data of the message received last. */
  get last(): unknown {
    return (JSON.parse(this.#last) as { readonly payload: { readonly data: unknown } }).payload.data;
  }

  /** Settles when so many messages more have come in all; throws where one was lost. */
  async hear(messages: number, trigger: () => Promise<unknown>): Promise<void> {
    const complete = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.#expected - this.#received} messages did not come`)), PATIENCE);
      this.#complete = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#expected = this.#received + messages;
    await trigger();
    await complete;
  }

  leave(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async #join({ url, token, query }: Omit<Seats, 'count'>): Promise<void> {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    this.#sockets.push(socket);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    await once(socket, 'message');
    socket.on('message', (data: Buffer) => this.#hears(data));
    // A ping behind the subscription: its pong says that the server has read both.
    const ready = once(socket, 'pong');
    socket.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query } }));
    socket.ping();
    await ready;
  }

  #hears(data: Buffer): void {
    if (!data.subarray(0, 60).includes(NEXT)) throw new Error(`not a payload: ${data.toString().slice(0, 300)}`);
    this.#received += 1;
    if (this.#received < this.#expected) return;
    this.#last = data.toString();
    this.#complete();
  }
}
