import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LiuhenError, type Actor } from '@liuhen/workflows';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { AUDIENCE, EMBEDDED_ISSUER } from './claims';

const KEY_FILE = 'identity.key.json';
const ALGORITHM = 'EdDSA';

type PrivateKey = Parameters<SignJWT['sign']>[0];

export interface TokenLife {
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  readonly seconds: number;
}

/** Signs tokens with a key of its own, kept in the data folder; for a first look and for a single machine. */
export interface EmbeddedIssuer {
  readonly publicKey: JWK;
  issue(actor: Actor, life: TokenLife): Promise<string>;
}

const readKey = (file: string): JWK => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', `${file} is not a key`, { cause });
  }
};

const newKey = async (file: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  chmodSync(file, 0o600);

  return jwk;
};

export const openEmbeddedIssuer = async (folder: string): Promise<EmbeddedIssuer> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, KEY_FILE);
  const jwk = existsSync(file) ? readKey(file) : await newKey(file);
  const key = (await importJWK(jwk, ALGORITHM)) as PrivateKey;
  const { kty, crv, x } = jwk;

  return {
    publicKey: { ...(kty && { kty }), ...(crv && { crv }), ...(x && { x }), alg: ALGORITHM },
    issue: ({ person, name, organisation, office, function: fn, jurisdiction, party }, { issuedAt, seconds }) =>
      new SignJWT({ name, org: organisation, office, fn, jur: jurisdiction, ...(party === undefined ? {} : { party }) })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(person)
        .setIssuer(EMBEDDED_ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + seconds)
        .sign(key),
  };
};
