import { hash } from 'node:crypto';
import { LiuhenError } from '@liuhen/workflows';
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify, type JWK, type JWTPayload } from 'jose';
import { z } from 'zod';
import { SKEW } from './clocks';

/** Signatures of a proof: by a key of its holder alone, never `none`, never a shared secret. */
export const PROOF_ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'] as const;

/** Seconds for which a proof is good after it was made, by clocks that agree. */
const FRESH = 60;

const LONGEST = 4_096;

/** What a proof has to be about. */
export interface Proved {
  readonly token: string;
  /** Thumbprint of the key that the token is bound to. */
  readonly key: string;
  readonly method: string;
  /** The address of the request under each name of the service, without a query. */
  readonly urls: readonly string[];
}

/** A proof that fits: what it is called, and when it will be too old to be used, milliseconds since the epoch. */
export interface Proof {
  readonly id: string;
  readonly nonce: unknown;
  readonly until: number;
}

const claims = z.object({
  jti: z.string().min(1).max(256),
  htm: z.string(),
  htu: z.url(),
  ath: z.string(),
  iat: z.number(),
  nonce: z.unknown().optional(),
});

const invalid = (detail: string, cause?: unknown): LiuhenError => new LiuhenError('PROOF_INVALID', detail, { cause });

const isOfTime = (cause: unknown): boolean =>
  (cause instanceof errors.JWTExpired || cause instanceof errors.JWTClaimValidationFailed) &&
  cause.reason === 'check_failed' &&
  ['iat', 'exp', 'nbf'].includes(cause.claim);

const faultOf = (cause: unknown): LiuhenError =>
  isOfTime(cause)
    ? new LiuhenError('PROOF_STALE', `iat: at most ${FRESH} s ago, give or take ${SKEW} s of two clocks`, { cause })
    : invalid('not a proof of RFC 9449', cause);

/** RFC 9449 has query and fragment left out of the comparison, and the rest compared as URLs. */
const isAt = (urls: readonly string[], htu: string): boolean => {
  const { origin, pathname } = new URL(htu);

  return urls.some((url) => new URL(url).href === `${origin}${pathname}`);
};

const verified = async (proof: string, now: number): Promise<{ readonly payload: JWTPayload; readonly jwk: JWK | undefined }> => {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...PROOF_ALGORITHMS],
      maxTokenAge: FRESH,
      clockTolerance: SKEW,
      currentDate: new Date(now),
    });

    return { payload, jwk: protectedHeader.jwk };
  } catch (cause) {
    throw faultOf(cause);
  }
};

/** Throws `PROOF_INVALID` or `PROOF_STALE`; whether it was used before, and names the right nonce, is for its caller to ask. */
export const readProof = async (proof: string, { token, key, method, urls }: Proved, now: number): Promise<Proof> => {
  if (proof.length > LONGEST) throw invalid('too long');
  const { payload, jwk } = await verified(proof, now);
  const read = claims.safeParse(payload);
  if (!read.success) throw invalid(`claim ${read.error.issues[0]?.path.join('.') ?? ''}`);
  const { jti, htm, htu, ath, iat, nonce } = read.data;
  if (jwk === undefined || (await calculateJwkThumbprint(jwk, 'sha256')) !== key)
    throw invalid('jwk: not the key that the token is bound to');
  if (htm !== method) throw invalid(`htm: this is a ${method}`);
  if (!isAt(urls, htu)) throw invalid(`htu: this is ${urls.join(', ')}`);
  if (ath !== hash('sha256', token, 'base64url')) throw invalid('ath: made for another token');

  // Ages are compared in whole seconds, so the last one counts.
  return { id: hash('sha256', `${key}.${jti}`, 'base64url'), nonce, until: (iat + FRESH + SKEW + 1) * 1_000 };
};
