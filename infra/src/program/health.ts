import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HealthDoor {
  readonly url: string;
  close(): void;
}

interface Told {
  /** Why not ready; empty when ready. */
  readonly faults: readonly string[];
  /** What else is worth knowing. */
  readonly more?: object;
}

/** `/healthz` says that the process lives, `/readyz` that it can do its work, whether or not it is its turn. */
export const serveHealth = ({ host, port }: { readonly host: string; readonly port: number }, tell: () => Told): Promise<HealthDoor> => {
  const server = createServer((request, response) => {
    const { faults, more } = tell();
    const shown = request.url === '/readyz' ? faults : [];
    response.writeHead(shown.length === 0 ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ status: shown.length === 0 ? 'ready' : 'notReady', faults: shown, ...more }));
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({
        url: `http://${host}:${(server.address() as AddressInfo).port}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      }),
    );
  });
};
