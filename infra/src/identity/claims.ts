import { isJurisdiction, isOfficialFunction, LiuhenError, type Actor } from '@liuhen/workflows';

export const AUDIENCE = 'liuhen';
export const EMBEDDED_ISSUER = 'liuhen-embedded';

/** Who asks, and until when the token says so. */
export interface Identity {
  readonly actor: Actor;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Claims of a token: `sub` person, `org` organisation, `office`, `fn` function, `jur` jurisdiction, `party` the party spoken for. */
export interface Claims {
  readonly sub?: unknown;
  readonly name?: unknown;
  readonly org?: unknown;
  readonly office?: unknown;
  readonly fn?: unknown;
  readonly jur?: unknown;
  readonly party?: unknown;
  readonly exp?: unknown;
}

const words = (claim: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new LiuhenError('TOKEN_INVALID', `claim ${claim} is missing`);
};

/** The identity that the claims state; throws `TOKEN_INVALID` where one of them is missing or of no known value. */
export const identityOf = (claims: Claims): Identity => {
  const jurisdiction = words('jur', claims.jur);
  if (!isJurisdiction(jurisdiction)) throw new LiuhenError('TOKEN_INVALID', `claim jur: ${jurisdiction}`);
  if (!isOfficialFunction(claims.fn)) throw new LiuhenError('TOKEN_INVALID', `claim fn: ${String(claims.fn)}`);
  if (typeof claims.exp !== 'number') throw new LiuhenError('TOKEN_INVALID', 'claim exp is missing');

  return {
    actor: {
      person: words('sub', claims.sub),
      name: words('name', claims.name),
      organisation: words('org', claims.org),
      office: words('office', claims.office),
      function: claims.fn,
      jurisdiction,
      ...(claims.party === undefined ? {} : { party: words('party', claims.party) }),
    },
    expiresAt: claims.exp * 1_000,
  };
};
