import type { MongoClient } from 'mongodb';

/** Beats without a sign of the driver's own watch after which it counts as stopped. */
const SILENT = 4;

const SIGNS = ['serverHeartbeatStarted', 'serverHeartbeatSucceeded', 'serverHeartbeatFailed'] as const;

export interface Watch {
  /** Closes the client and connects it again, for one who has found it stuck by other means. */
  renew(): void;
  stop(): void;
}

/**
 * Watches the driver's watch. A connection that breaks while the driver writes its question to a server (7.9: the wait for `drain` of a socket
 * that is gone already) leaves that question unanswered for ever; then no server is looked for any more, and every call fails though the
 * server is back. The client is closed and connected again in place: databases and collections of it stay good.
 * Counted in beats and not by the clock, so that a process that was held up does not take itself for deaf.
 */
export const watchOver = (client: MongoClient, beat: number): Watch => {
  let silent = 0;
  const heard = (): void => {
    silent = 0;
  };
  for (const sign of SIGNS) client.on(sign, heard);
  let renewing = false;
  let stopped = false;
  const renew = (): void => {
    if (renewing || stopped) return;
    renewing = true;
    client
      .close(true)
      .then(() => (stopped ? undefined : client.connect()))
      .then(() => (stopped ? client.close() : undefined))
      // Where the server is away, the calls themselves say so, and the next silence brings the next try.
      .catch(() => undefined)
      .finally(() => {
        renewing = false;
      });
  };
  const timer = setInterval(() => {
    silent += 1;
    if (silent < SILENT) return;
    silent = 0;
    renew();
  }, beat).unref();

  return {
    renew,
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
};
