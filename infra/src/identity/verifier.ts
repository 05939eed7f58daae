import { LiuhenError } from '@liuhen/workflows';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { AUDIENCE, EMBEDDED_ISSUER, identityOf, type Identity } from './claims';

export interface VerifierOptions {
  readonly keys: JSONWebKeySet;
  readonly issuer?: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface TokenVerifier {
  /** Throws `TOKEN_EXPIRED` or `TOKEN_INVALID`. */
  verify(token: string): Promise<Identity>;
}

/** Tokens whose signature was checked and need not be checked again until they expire. */
const KEPT = 10_000;

const LONGEST = 4_096;

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);

export const tokenVerifier = ({ keys, issuer = EMBEDDED_ISSUER, now }: VerifierOptions): TokenVerifier => {
  const keySet = createLocalJWKSet(keys);
  const kept = new Map<string, Identity>();

  const check = async (token: string): Promise<Identity> => {
    try {
      const options = { issuer, audience: AUDIENCE, algorithms: ['EdDSA', 'ES256', 'RS256'], currentDate: new Date(now()) };

      return identityOf((await jwtVerify(token, keySet, options)).payload);
    } catch (cause) {
      if (cause instanceof LiuhenError) throw cause;
      throw new LiuhenError(codeOf(cause) === 'ERR_JWT_EXPIRED' ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID', 'the token was not accepted', {
        cause,
      });
    }
  };

  return {
    verify: async (token) => {
      if (token.length > LONGEST) throw new LiuhenError('TOKEN_INVALID', 'the token is too long');
      const known = kept.get(token);
      if (known !== undefined && known.expiresAt > now()) return known;
      kept.delete(token);
      const identity = await check(token);
      kept.set(token, identity);
      const oldest = kept.keys().next();
      if (kept.size > KEPT && oldest.done !== true) kept.delete(oldest.value);

      return identity;
    },
  };
};
