import type { Server } from 'node:net';
import type { Logger } from 'pino';

/** Between two lines about connections that were cut off, milliseconds: whoever floods us must not flood the log. */
const QUIET = 60_000;

/** So many connections at once; what comes beyond is cut off before a byte of it is read, and the log says so. */
export const withAtMost = <S extends Server>(connections: number, server: S, log: Pick<Logger, 'warn'>): S => {
  let cutOff = 0;
  let toldAt = -Infinity;
  server.maxConnections = connections;
  server.on('drop', () => {
    cutOff += 1;
    if (performance.now() - toldAt < QUIET) return;
    log.warn({ cutOff, connections }, 'as many connections are open as may be, and more were cut off');
    toldAt = performance.now();
    cutOff = 0;
  });

  return server;
};
