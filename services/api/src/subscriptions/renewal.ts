import { rightsKey } from '@liuhen/schema';
import { hasCode, type Actor } from '@liuhen/workflows';
import type { Identity } from '@liuhen/infra';
import type { RawData, WebSocket } from 'ws';

/** Close codes of our own, beside those of graphql-transport-ws. */
export const CLOSED = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403, SLOW_CONSUMER: 4408, RATE_LIMITED: 4429, SHUTTING_DOWN: 1001 } as const;

/** Longest timer that Node takes, milliseconds. */
const LONGEST_TIMER = 2_147_483_647;

/** How often an open connection's token is looked at again, so that a withdrawn key ends it, milliseconds. */
const LOOK_AGAIN = 60_000;

export interface Renewal {
  /** Throws for a token that is not good, or no longer. */
  identify(authorization: string | undefined): Promise<Identity>;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly lookAgain?: number;
}

const REASONS = ['TOKEN_EXPIRED', 'TOKEN_INVALID', 'UNAUTHENTICATED', 'RATE_LIMITED', 'ISSUER_UNREACHABLE'] as const;

export const reasonOf = (error: unknown): (typeof REASONS)[number] => REASONS.find((code) => hasCode(error, code)) ?? 'UNAUTHENTICATED';

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as ArrayBuffer).toString();

/** The token of a `ping` whose payload brings one; undefined for every other message. */
const broughtBy = (data: RawData): string | undefined => {
  try {
    const { type, payload } = JSON.parse(textOf(data)) as { type?: unknown; payload?: { authorization?: unknown } | null };
    const authorization = payload?.authorization;

    return type === 'ping' && typeof authorization === 'string' ? authorization : undefined;
  } catch {
    return undefined;
  }
};

const isSame = (one: Actor, other: Actor): boolean =>
  one.person === other.person && one.party === other.party && rightsKey(one) === rightsKey(other);

/**
 * A connection lives as long as its token is good: it is closed when the token expires or its key is withdrawn, and
 * lives on when a `ping` brings a new token of the same person with the same rights (`{"type":"ping","payload":
 * {"authorization":"Bearer …"}}`). Other rights ask for a new connection.
 */
export const keepAuthorised = (
  socket: WebSocket,
  first: { readonly authorization: string; readonly identity: Identity },
  renewal: Renewal,
): void => {
  let { authorization, identity } = first;
  let expiry: NodeJS.Timeout | undefined;
  const closeAtExpiry = () => {
    clearTimeout(expiry);
    const left = Math.min(Math.max(identity.expiresAt - renewal.now(), 0), LONGEST_TIMER);
    expiry = setTimeout(() => socket.close(CLOSED.FORBIDDEN, 'TOKEN_EXPIRED'), left).unref();
  };
  const renew = async (token: string): Promise<void> => {
    try {
      const next = await renewal.identify(token);
      if (!isSame(next.actor, identity.actor)) return socket.close(CLOSED.FORBIDDEN, 'FORBIDDEN');
      [authorization, identity] = [token, next];
      closeAtExpiry();
    } catch (error) {
      const reason = reasonOf(error);
      // The token was good and may still be: its expiry decides.
      if (reason !== 'ISSUER_UNREACHABLE') socket.close(CLOSED.FORBIDDEN, reason);
    }
  };
  const again = setInterval(() => void renew(authorization), renewal.lookAgain ?? LOOK_AGAIN).unref();
  socket.on('message', (data) => {
    const brought = broughtBy(data);
    if (brought !== undefined) void renew(brought);
  });
  socket.once('close', () => {
    clearTimeout(expiry);
    clearInterval(again);
  });
  closeAtExpiry();
};
