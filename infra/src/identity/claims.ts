import { isJurisdiction, isOfficialFunction, LiuhenError, type Actor } from '@liuhen/workflows';

export const AUDIENCE = 'liuhen';
export const EMBEDDED_ISSUER = 'liuhen-embedded';

/** What a token is bound to, RFC 7800: whoever presents it has to show that they hold it. */
export interface Binding {
  /** Base64url SHA-256 of the client's certificate, DER; RFC 8705. */
  readonly certificate?: string;
  /** Base64url SHA-256 thumbprint of the key that signs proofs; RFC 9449. */
  readonly key?: string;
}

/** Who asks, until when the token says so, and what it is bound to. */
export interface Identity {
  readonly actor: Actor;
  readonly binding: Binding;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Claims of a token: `sub` person, `org` organisation, `office`, `fn` function, `jur` jurisdiction, `party` the party spoken for, `cnf` what the token is bound to. */
export interface Claims {
  readonly sub?: unknown;
  readonly name?: unknown;
  readonly org?: unknown;
  readonly office?: unknown;
  readonly fn?: unknown;
  readonly jur?: unknown;
  readonly party?: unknown;
  readonly exp?: unknown;
  readonly cnf?: unknown;
}

const words = (claim: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new LiuhenError('TOKEN_INVALID', `claim ${claim} is missing`);
};

/** A SHA-256 in base64url. */
const THUMBPRINT = /^[\w-]{43}$/u;

const thumbprint = (claim: string, value: unknown): string => {
  if (typeof value === 'string' && THUMBPRINT.test(value)) return value;
  throw new LiuhenError('TOKEN_INVALID', `claim cnf.${claim} is no SHA-256 in base64url`);
};

/** A token that is bound by nothing that can be checked here is no token without a binding: it is refused. */
const bindingOf = (cnf: unknown): Binding => {
  if (cnf === undefined) return {};
  const { 'x5t#S256': certificate, jkt: key } = typeof cnf === 'object' && cnf !== null ? (cnf as Readonly<Record<string, unknown>>) : {};
  if (certificate === undefined && key === undefined) throw new LiuhenError('TOKEN_INVALID', 'claim cnf has neither x5t#S256 nor jkt');

  return {
    ...(certificate === undefined ? {} : { certificate: thumbprint('x5t#S256', certificate) }),
    ...(key === undefined ? {} : { key: thumbprint('jkt', key) }),
  };
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
    binding: bindingOf(claims.cnf),
    expiresAt: claims.exp * 1_000,
  };
};
