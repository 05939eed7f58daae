import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Telemetry } from '../telemetry';

export interface MetricsDoor {
  /** Undefined where metrics are off. */
  readonly port: number | undefined;
  /** Also stops the telemetry, once its last spans have left. */
  close(): Promise<void>;
}

interface MetricsAddress {
  readonly host: string;
  /** Undefined for none. */
  readonly metricsPort: number | undefined;
}

/** Metrics have a door of their own: they are for the operator's network, not for the public. */
export const serveMetrics = async ({ host, metricsPort }: MetricsAddress, telemetry: Telemetry): Promise<MetricsDoor> => {
  if (metricsPort === undefined) return { port: undefined, close: () => telemetry.stop() };
  const server = createServer((request, response) => {
    if (request.url === '/metrics') telemetry.answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metricsPort, host, resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await telemetry.stop();
    },
  };
};
