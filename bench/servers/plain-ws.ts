import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { printedSchema } from '@liuhen/schema';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { sayReady } from '../harness/child';

type Listener = (told: object) => void;

const listeners = new Set<Listener>();

/** What a client would be told, one event after the other. */
async function* told(): AsyncGenerator<object> {
  const waiting: object[] = [];
  let wake: () => void = () => undefined;
  const listener: Listener = (event) => {
    waiting.push(event);
    wake();
  };
  listeners.add(listener);
  try {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    listeners.delete(listener);
  }
}

/** graphql-ws as its guide sets it up: every client's operation is executed for it alone. */
const run = (): void => {
  const http = createServer();
  const wss = new WebSocketServer({ server: http, path: '/graphql' });
  useServer({ schema: buildSchema(printedSchema()), roots: { subscription: { caseChanged: told } } }, wss);
  process.on('message', (message: string) => {
    const event = JSON.parse(message) as object;
    for (const listener of listeners) listener(event);
    process.send?.({ told: listeners.size });
  });
  process.once('SIGTERM', () => process.exit(0));
  http.listen(0, '127.0.0.1', () => sayReady({ websocket: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql` }));
};

run();
