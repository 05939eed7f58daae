import type { IncomingMessage } from 'node:http';
import { rightsKey } from '@liuhen/schema';
import { hasCode, type Actor, type ErrorCode } from '@liuhen/workflows';
import type { Identity } from '@liuhen/infra';
import type { RawData, WebSocket } from 'ws';
import { CHALLENGES } from '../http/challenge';
import type { Doorkeeper, Said } from '../http/doorkeeper';

/** Close codes of our own, beside those of graphql-transport-ws. */
export const CLOSED = { UNAUTHENTICATED: 4401, FORBIDDEN: 4403, SLOW_CONSUMER: 4408, RATE_LIMITED: 4429, SHUTTING_DOWN: 1001 } as const;

/** Longest timer that Node takes, milliseconds. */
const LONGEST_TIMER = 2_147_483_647;

/** How often an open connection's token is looked at again, so that a withdrawn key ends it, milliseconds. */
const LOOK_AGAIN = 30_000;

export interface Renewal {
  readonly doorkeeper: Pick<Doorkeeper, 'ofSocket' | 'again'>;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly lookAgain?: number;
}

const REASONS: readonly ErrorCode[] = [...(Object.keys(CHALLENGES) as ErrorCode[]), 'RATE_LIMITED', 'ISSUER_UNREACHABLE', 'PROOFS_FULL'];

export const reasonOf = (error: unknown): ErrorCode => REASONS.find((code) => hasCode(error, code)) ?? 'UNAUTHENTICATED';

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as ArrayBuffer).toString();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const textIn = (payload: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined =>
  names.map((name) => payload[name]).find((value) => typeof value === 'string');

/** What the payload of a message says as headers would: `authorization`, and `dpop` where it is a proof that shows the holder. */
export const saidIn = (payload: unknown): Said =>
  isObject(payload)
    ? { authorization: textIn(payload, 'authorization', 'Authorization'), dpop: textIn(payload, 'dpop', 'DPoP') }
    : { authorization: undefined, dpop: undefined };

/** What a `ping` brings; undefined for every other message. */
const broughtBy = (data: RawData): Said | undefined => {
  try {
    const message: unknown = JSON.parse(textOf(data));
    if (!isObject(message) || message['type'] !== 'ping') return undefined;
    const said = saidIn(message['payload']);

    return said.authorization === undefined ? undefined : said;
  } catch {
    return undefined;
  }
};

const isSame = (one: Actor, other: Actor): boolean =>
  one.person === other.person && one.party === other.party && rightsKey(one) === rightsKey(other);

export interface Connected {
  readonly socket: WebSocket;
  /** The request that became the connection: its certificate is that of all that is said here. */
  readonly request: IncomingMessage;
}

/**
 * A connection lives as long as its token is good: it is closed when the token expires or its key is withdrawn, and
 * lives on when a `ping` brings a new token of the same person with the same rights (`{"type":"ping","payload":
 * {"authorization":"DPoP …","dpop":"…"}}`), shown by its holder as at the start. Other rights ask for a new connection.
 */
export const keepAuthorised = (
  { socket, request }: Connected,
  first: { readonly authorization: string | undefined; readonly identity: Identity },
  renewal: Renewal,
): void => {
  const { doorkeeper } = renewal;
  let { authorization, identity } = first;
  let expiry: NodeJS.Timeout | undefined;
  const closeAtExpiry = () => {
    clearTimeout(expiry);
    const left = Math.min(Math.max(identity.expiresAt - renewal.now(), 0), LONGEST_TIMER);
    expiry = setTimeout(() => socket.close(CLOSED.FORBIDDEN, 'TOKEN_EXPIRED'), left).unref();
  };
  const renew = async (token: string | undefined, asking: Promise<Identity>): Promise<void> => {
    try {
      const next = await asking;
      if (!isSame(next.actor, identity.actor)) return socket.close(CLOSED.FORBIDDEN, 'FORBIDDEN');
      [authorization, identity] = [token, next];
      closeAtExpiry();
    } catch (error) {
      const reason = reasonOf(error);
      // The token was good and may still be: its expiry decides.
      if (reason !== 'ISSUER_UNREACHABLE') socket.close(CLOSED.FORBIDDEN, reason);
    }
  };
  const again = setInterval(() => void renew(authorization, doorkeeper.again(authorization)), renewal.lookAgain ?? LOOK_AGAIN).unref();
  socket.on('message', (data) => {
    const brought = broughtBy(data);
    if (brought !== undefined) void renew(brought.authorization, doorkeeper.ofSocket(request, brought));
  });
  socket.once('close', () => {
    clearTimeout(expiry);
    clearInterval(again);
  });
  closeAtExpiry();
};
