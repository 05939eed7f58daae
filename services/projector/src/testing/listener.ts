import { setTimeout as pause } from 'node:timers/promises';
import type { Stand } from './stand';

interface Told {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly caseChanged: { readonly position: string } } };
}

const AGAIN = 100;

/** A subscriber who comes back after each break and asks for what came after the last position heard. */
export class Listener {
  readonly heard: number[] = [];
  /** When each position was heard, by this process's watch. */
  readonly heardAt = new Map<number, number>();
  #left = false;
  #socket: WebSocket | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly stand: Pick<Stand, 'graphql' | 'tokens'>) {}

  start(): void {
    this.#running = this.#listen();
  }

  async leave(): Promise<void> {
    this.#left = true;
    this.#socket?.close();
    await this.#running;
  }

  async #listen(): Promise<void> {
    const left = (): boolean => this.#left;
    while (!left()) {
      await this.#once().catch(() => undefined);
      if (!left()) await pause(AGAIN);
    }
  }

  #once(): Promise<void> {
    const socket = new WebSocket(this.stand.graphql.replace('http', 'ws'), 'graphql-transport-ws');
    this.#socket = socket;
    const query = `subscription { caseChanged(after: "${this.heard.at(-1) ?? 0}") { position } }`;
    socket.onopen = () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${this.stand.tokens.officer}` } }));
    socket.onmessage = ({ data }) => {
      const told = JSON.parse(String(data)) as Told;
      if (told.type === 'connection_ack') socket.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query } }));
      if (told.type === 'complete' || told.type === 'error') socket.close();
      const position = told.payload?.data?.caseChanged.position;
      if (told.type !== 'next' || position === undefined) return;
      this.heard.push(Number(position));
      this.heardAt.set(Number(position), performance.now());
    };

    return new Promise((resolve) => {
      socket.onclose = () => resolve();
      socket.onerror = () => resolve();
    });
  }
}
