import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto';
import { LiuhenError } from '@liuhen/workflows';

/**
 * 32 bytes, one per character (`latin1`). A string costs a third of what a buffer costs to come out of the
 * runtime's hash, and compares with `===`.
 */
export type Hash = string & { readonly __brand?: 'Hash' };

export const HASH_BYTES = 32;

/** What stands before the first leaf of a stream. */
export const NO_HASH: Hash = '\0'.repeat(HASH_BYTES);

export const SUITE_NAMES = ['sha256-ed25519', 'sm3-sm2'] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];

/** Hash and signature that a deployment chose; both are the runtime's own. */
export interface Suite {
  readonly name: SuiteName;
  /** As it stands in every checkpoint. */
  readonly title: string;
  /** What a log's key and a witness's key begin with in C2SP form: the signature type, then the raw public key. */
  readonly keyType: Uint8Array;
  readonly cosignerType: Uint8Array;
  readonly publicKeyBytes: number;
  /** Of bytes, or of the UTF-8 of a text. */
  hash(data: Uint8Array | string): Hash;
  generate(): KeyObject;
  sign(message: Uint8Array, key: KeyObject): Buffer;
  verify(message: Uint8Array, key: KeyObject, signature: Uint8Array): boolean;
  rawOf(publicKey: KeyObject): Buffer;
  publicKeyOf(raw: Uint8Array): KeyObject;
}

const raw = (key: string): Buffer => Buffer.from(key, 'base64url');

/** PKCS #8. */
export const pemOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' });

/** `crypto.hash` answers `binary` as latin1; its type does not say that such a string is one byte a character. */
const hasher =
  (algorithm: string) =>
  (data: Uint8Array | string): Hash =>
    hash(algorithm, data, 'binary');

const ED25519: Suite = {
  name: 'sha256-ed25519',
  title: 'SHA-256/Ed25519',
  keyType: Uint8Array.of(0x01),
  cosignerType: Uint8Array.of(0x04),
  publicKeyBytes: 32,
  hash: hasher('sha256'),
  generate: () => generateKeyPairSync('ed25519').privateKey,
  sign: (message, key) => sign(null, message, key),
  verify: (message, key, signature) => verify(null, message, key, signature),
  rawOf: (publicKey) => raw(publicKey.export({ format: 'jwk' }).x ?? ''),
  publicKeyOf: (bytes) =>
    createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') } }),
};

/** SubjectPublicKeyInfo of an uncompressed SM2 point, up to the point: the runtime has no JWK for this curve. */
const SM2_SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const SM2_POINT = 65;

/** Not assigned by the signed-note form, so the type is its escape byte and a name that is ours. */
const unassigned = (name: string): Uint8Array => Buffer.concat([Uint8Array.of(0xff), Buffer.from(name)]);

const SM2: Suite = {
  name: 'sm3-sm2',
  title: 'SM3/SM2',
  keyType: unassigned('liuhen/sm2-with-sm3/v1'),
  cosignerType: unassigned('liuhen/sm2-with-sm3/cosignature/v1'),
  publicKeyBytes: SM2_POINT,
  hash: hasher('sm3'),
  // A key signs by GB/T 32918 only after it was read back: as generated, it would do ECDSA on that curve.
  generate: () => createPrivateKey(pemOf(generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey)),
  sign: (message, key) => sign('sm3', message, key),
  verify: (message, key, signature) => verify('sm3', message, key, signature),
  rawOf: (publicKey) => publicKey.export({ format: 'der', type: 'spki' }).subarray(-SM2_POINT),
  publicKeyOf: (bytes) => createPublicKey({ format: 'der', type: 'spki', key: Buffer.concat([SM2_SPKI, bytes]) }),
};

export const SUITES: Readonly<Record<SuiteName, Suite>> = { 'sha256-ed25519': ED25519, 'sm3-sm2': SM2 };

export const suiteTitled = (title: string): Suite | undefined => Object.values(SUITES).find((suite) => suite.title === title);

export const privateKeyOf = (pem: string): KeyObject => {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', 'a private key of the ledger', { cause });
  }
};

export const bytesOf = (value: Hash): Buffer => Buffer.from(value, 'latin1');
export const hashOfBytes = (bytes: Uint8Array): Hash => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
export const base64Of = (value: Hash): string => bytesOf(value).toString('base64');
export const hexOf = (value: Hash): string => bytesOf(value).toString('hex');

/** Undefined for anything but the one base64 spelling of 32 bytes. */
export const hashOfBase64 = (text: string): Hash | undefined => {
  const bytes = Buffer.from(text, 'base64');

  return bytes.length === HASH_BYTES && bytes.toString('base64') === text ? hashOfBytes(bytes) : undefined;
};
