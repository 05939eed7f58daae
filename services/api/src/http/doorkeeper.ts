import type { IncomingMessage } from 'node:http';
import type { HolderCheck, Identity, Shown, TokenVerifier } from '@liuhen/infra';
import { hasCode, LiuhenError } from '@liuhen/workflows';
import type { CertificateOf } from './certificate';

/** What a client says of itself in headers, or over a WebSocket in a payload. */
export interface Said {
  /** `Bearer <token>` or `DPoP <token>`. */
  readonly authorization: string | undefined;
  /** The proof that goes with `DPoP`. */
  readonly dpop: string | undefined;
}

/** Lets in whoever presents a good token and is its holder. */
export interface Doorkeeper {
  /** Null without a token; throws for a token that is not good, or not of who presents it. */
  ofRequest(request: IncomingMessage): Promise<Identity | null>;
  /** The same for what is said over a WebSocket, of which `upgrade` is the first request; throws `UNAUTHENTICATED` without a token. */
  ofSocket(upgrade: IncomingMessage, said: Said): Promise<Identity>;
  /** Is a token still good that was shown by its holder before? */
  again(authorization: string | undefined): Promise<Identity>;
  /** What a proof has to name now. */
  nonce(): string;
}

export interface DoorkeeperOptions {
  readonly verifier: TokenVerifier;
  readonly holders: HolderCheck;
  readonly certificateOf: CertificateOf;
  /** Under which clients know the service. */
  origins(): readonly string[];
}

const SCHEMES: Readonly<Record<string, Shown['scheme']>> = { bearer: 'bearer', dpop: 'dpop' };

const presented = (authorization: string | undefined): Pick<Shown, 'scheme' | 'token'> | null => {
  if (authorization === undefined) return null;
  const [name = '', token] = authorization.split(' ');
  const scheme = SCHEMES[name.toLowerCase()];
  if (scheme === undefined || token === undefined) throw new LiuhenError('TOKEN_INVALID', 'Authorization: Bearer <token>, or DPoP <token>');

  return { scheme, token };
};

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

export const isProving = ({ headers: { authorization, dpop } }: IncomingMessage): boolean =>
  dpop !== undefined || authorization?.toLowerCase().startsWith('dpop ') === true;

/** Is whoever was refused for this a stranger? Who comes for the first time cannot know the nonce. */
export const isOfStranger = (error: unknown): boolean => !hasCode(error, 'PROOF_NONCE');

const headerOf = ({ headers: { dpop } }: IncomingMessage): string | undefined => (dpop === undefined ? undefined : [dpop].flat().join(','));

export const doorkeeper = (options: DoorkeeperOptions): Doorkeeper => {
  const { verifier, holders, certificateOf } = options;
  const identify = async (request: IncomingMessage, { authorization, dpop }: Said): Promise<Identity | null> => {
    const given = presented(authorization);
    if (given === null) return null;
    const identity = await verifier.verify(given.token);
    await holders.hold(identity, {
      ...given,
      proof: dpop,
      certificate: () => certificateOf(request),
      method: request.method ?? 'GET',
      urls: options.origins().map((origin) => `${origin}${pathOf(request)}`),
    });

    return identity;
  };
  const somebody = (identity: Identity | null): Identity => {
    if (identity === null) throw new LiuhenError('UNAUTHENTICATED', 'connectionParams.authorization');

    return identity;
  };

  return {
    ofRequest: (request) => identify(request, { authorization: request.headers.authorization, dpop: headerOf(request) }),
    ofSocket: async (upgrade, said) => somebody(await identify(upgrade, said)),
    again: async (authorization) => {
      const given = presented(authorization);

      return somebody(given === null ? null : await verifier.verify(given.token));
    },
    nonce: () => holders.nonce(),
  };
};
