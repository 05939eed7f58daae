import { covers, LiuhenError, type OfficialFunction } from '@liuhen/workflows';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { AUDIENCE, EMBEDDED_ISSUER, identityOf, type Binding, type Identity } from './claims';
import { SKEW } from './clocks';
import { codeOf, issuerKeys } from './keys';
import type { TrustedIssuer } from './trusted';

export interface VerifierOptions {
  /** Keys of the embedded issuer; absent where it is not trusted. */
  readonly embedded?: JSONWebKeySet;
  readonly issuers?: readonly TrustedIssuer[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface TokenVerifier {
  /**
   * Throws `TOKEN_EXPIRED`, `TOKEN_INVALID`, `TOKEN_UNBOUND`, or `ISSUER_UNREACHABLE` where its keys could not be had.
   * Whether who presents it is its holder is asked apart, of `holderCheck`.
   */
  verify(token: string): Promise<Identity>;
}

/** Tokens whose signature was checked and need not be checked again for a while. */
const KEPT = 10_000;

/** Milliseconds; with the age of the keys, a withdrawn key is good for no longer than the two together: a minute. */
const KEPT_FOR = 30_000;

const LONGEST = 4_096;

interface Trusted {
  readonly keys: JWTVerifyGetKey;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Null for every function. */
  readonly functions: readonly OfficialFunction[] | null;
  readonly jurisdiction: string;
  readonly binding: TrustedIssuer['binding'];
  readonly personPrefix: string;
}

const remote = (trusted: TrustedIssuer, now: () => number): readonly [string, Trusted] => [
  trusted.issuer,
  { ...trusted, keys: issuerKeys(trusted, now) },
];

const local = (keys: JSONWebKeySet): readonly [string, Trusted] => [
  EMBEDDED_ISSUER,
  {
    keys: createLocalJWKSet(keys),
    audience: AUDIENCE,
    algorithms: ['EdDSA'],
    functions: null,
    jurisdiction: '000000',
    binding: 'none',
    personPrefix: '',
  },
];

const faultOf = (cause: unknown): LiuhenError => {
  if (cause instanceof LiuhenError) return cause;
  return new LiuhenError(codeOf(cause) === 'ERR_JWT_EXPIRED' ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID', 'the token was not accepted', { cause });
};

/** Which issuer the token claims, before anything of it is believed. */
const claimedIssuer = (token: string): string => {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return '';
  }
};

const isBoundAs = (wanted: Trusted['binding'], { certificate, key }: Binding): boolean => {
  switch (wanted) {
    case 'none':
      return true;
    case 'certificate':
      return certificate !== undefined;
    case 'proof':
      return key !== undefined;
    case 'either':
      return certificate !== undefined || key !== undefined;
  }
};

/** An issuer vouches for its own functions and area only, and in the form that was agreed with it. */
const vouched = (identity: Identity, { functions, jurisdiction, binding, personPrefix }: Trusted): Identity => {
  const { actor } = identity;
  if (!isBoundAs(binding, identity.binding)) throw new LiuhenError('TOKEN_UNBOUND', binding);
  const isIts = (functions === null || functions.includes(actor.function)) && covers(jurisdiction, actor.jurisdiction);
  if (!isIts) throw new LiuhenError('TOKEN_INVALID', `${actor.function} of ${actor.jurisdiction} is not this issuer's to vouch for`);

  return { ...identity, actor: { ...actor, person: `${personPrefix}${actor.person}` } };
};

/** Several issuers side by side, each with its own keys: a key of one signs nothing in the name of another. */
export const tokenVerifier = ({ embedded, issuers = [], now }: VerifierOptions): TokenVerifier => {
  const trusted = new Map<string, Trusted>([
    ...issuers.map((issuer) => remote(issuer, now)),
    ...(embedded === undefined ? [] : [local(embedded)]),
  ]);
  const kept = new Map<string, Identity & { readonly until: number }>();

  const check = async (token: string): Promise<Identity> => {
    const issuer = claimedIssuer(token);
    const by = trusted.get(issuer);
    if (by === undefined) throw new LiuhenError('TOKEN_INVALID', 'the token was not accepted');
    try {
      const { payload } = await jwtVerify(token, by.keys, {
        issuer,
        audience: by.audience,
        algorithms: [...by.algorithms],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: SKEW,
        currentDate: new Date(now()),
      });

      return vouched(identityOf(payload), by);
    } catch (cause) {
      throw faultOf(cause);
    }
  };

  return {
    verify: async (token) => {
      if (token.length > LONGEST) throw new LiuhenError('TOKEN_INVALID', 'the token is too long');
      const known = kept.get(token);
      if (known !== undefined && known.until > now()) return known;
      kept.delete(token);
      const identity = await check(token);
      kept.set(token, { ...identity, until: Math.min(identity.expiresAt, now() + KEPT_FOR) });
      const oldest = kept.keys().next();
      if (kept.size > KEPT && oldest.done !== true) kept.delete(oldest.value);

      return identity;
    },
  };
};
