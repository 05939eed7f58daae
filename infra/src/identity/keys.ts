import { LiuhenError } from '@liuhen/workflows';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { TrustedIssuer } from './trusted';

/** Milliseconds after which keys are asked for again, so that a withdrawn one ends. */
const FRESH = 30_000;

/** Milliseconds for which the last keys are good while their issuer does not answer: its restart stops nobody's work. */
const AT_MOST = 600_000;

/** Not more often than this, milliseconds, is a silent issuer asked, or any for a key id that is not known. */
const COOL_DOWN = 10_000;

/** For an answer, milliseconds. */
const PATIENCE = 5_000;

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What is wrong with the token; every other fault on the way to a key is one of the key page. */
const OF_THE_TOKEN = ['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED'];

/** The public keys of an issuer; rejects with `ISSUER_UNREACHABLE` where they could not be had for too long. */
export const issuerKeys = ({ issuer, jwks }: Pick<TrustedIssuer, 'issuer' | 'jwks'>, now: () => number): JWTVerifyGetKey => {
  const keys = createRemoteJWKSet(new URL(jwks), { cacheMaxAge: Infinity, cooldownDuration: COOL_DOWN, timeoutDuration: PATIENCE });
  let [fetchedAt, triedAt] = [-Infinity, -Infinity];

  const renew = async (): Promise<void> => {
    const isGood = now() < fetchedAt + AT_MOST;
    if (now() < fetchedAt + FRESH || (isGood && now() < triedAt + COOL_DOWN)) return;
    triedAt = now();
    try {
      await keys.reload();
      fetchedAt = now();
    } catch (cause) {
      if (!isGood) throw cause;
    }
  };

  return async (header, token) => {
    try {
      await renew();

      return await keys(header, token);
    } catch (cause) {
      if (OF_THE_TOKEN.includes(codeOf(cause))) throw cause;
      throw new LiuhenError('ISSUER_UNREACHABLE', issuer, { cause });
    }
  };
};
