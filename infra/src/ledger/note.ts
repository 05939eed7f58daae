import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { LiuhenError } from '@liuhen/workflows';
import { SUITES, type Suite } from './suite';

/** C2SP signed note: a text and signatures by named keys. */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Buffer;
}

export type KeyRole = 'log' | 'cosigner';

/** A public key under its name, as a vkey `name+id+key` says it. */
export interface Verifier {
  readonly name: string;
  readonly keyId: number;
  readonly role: KeyRole;
  readonly suite: Suite;
  readonly key: KeyObject;
  readonly vkey: string;
}

export interface Signer {
  readonly verifier: Verifier;
  /** With a key at hand, or by a device that holds it. */
  readonly sign: (message: Uint8Array) => Buffer;
}

const NAME = /^[^\s+]+$/u;
const MAX_NOTE = 1_000_000;
const MAX_SIGNATURES = 64;

const typeOf = (suite: Suite, role: KeyRole): Uint8Array => (role === 'log' ? suite.keyType : suite.cosignerType);

/** The signed-note form has SHA-256 here whatever the key: it is a label, not a commitment. */
const keyIdOf = (name: string, typed: Uint8Array): number =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').readUInt32BE();

const verifierOf = (of: { readonly name: string; readonly role: KeyRole; readonly suite: Suite; readonly raw: Uint8Array }): Verifier => {
  const { name, role, suite, raw } = of;
  const typed = Buffer.concat([typeOf(suite, role), raw]);
  const keyId = keyIdOf(name, typed);
  const vkey = `${name}+${keyId.toString(16).padStart(8, '0')}+${typed.toString('base64')}`;

  return { name, keyId, role, suite, key: suite.publicKeyOf(raw), vkey };
};

export const signerOf = (of: { readonly name: string; readonly role: KeyRole; readonly suite: Suite; readonly key: KeyObject }): Signer => {
  if (!NAME.test(of.name)) throw new LiuhenError('INVALID_INPUT', `key name ${of.name}: no spaces, no +`);

  return {
    verifier: verifierOf({ ...of, raw: of.suite.rawOf(createPublicKey(of.key)) }),
    sign: (message) => of.suite.sign(message, of.key),
  };
};

interface HeldKey {
  readonly name: string;
  readonly role: KeyRole;
  readonly suite: Suite;
  /** Raw public key. */
  readonly raw: Uint8Array;
  readonly sign: (message: Uint8Array) => Buffer;
}

/** A signer whose private key is somewhere else. Throws `KEY_DEVICE_FAILED` for a public key that is none of the suite. */
export const signerHeld = ({ sign, ...of }: HeldKey): Signer => {
  if (of.raw.length !== of.suite.publicKeyBytes) throw new LiuhenError('KEY_DEVICE_FAILED', `no public key of ${of.suite.name}`);

  return { verifier: verifierOf(of), sign };
};

const startsWith = (bytes: Buffer, start: Uint8Array): boolean => bytes.subarray(0, start.length).equals(start);

interface KeyForm {
  readonly suite: Suite;
  readonly role: KeyRole;
  readonly raw: Buffer;
}

const formOf = (typed: Buffer): KeyForm | undefined => {
  for (const suite of Object.values(SUITES)) {
    for (const role of ['log', 'cosigner'] as const) {
      const type = typeOf(suite, role);
      const isThis = startsWith(typed, type) && typed.length === type.length + suite.publicKeyBytes;
      if (isThis) return { suite, role, raw: typed.subarray(type.length) };
    }
  }

  return undefined;
};

/** Reads a vkey; throws `INVALID_INPUT` for one that is malformed, whose id is not its own, or of an unknown type. */
export const parseVerifier = (vkey: string): Verifier => {
  const wrong = (why: string) => new LiuhenError('INVALID_INPUT', `public key ${vkey.slice(0, 80)}: ${why}`);
  const [name = '', id = '', encoded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(vkey.trim())?.slice(1) ?? [];
  if (!NAME.test(name)) throw wrong('expected name+id+key');
  const typed = Buffer.from(encoded, 'base64');
  if (typed.toString('base64') !== encoded) throw wrong('the key is not base64');
  if (keyIdOf(name, typed) !== Number.parseInt(id, 16)) throw wrong('the id does not belong to the key');
  const form = formOf(typed);
  if (form === undefined) throw wrong('unknown signature type');
  try {
    return verifierOf({ name, ...form });
  } catch {
    throw wrong('the key is not on its curve');
  }
};

const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

const parseSignature = (line: string): NoteSignature | undefined => {
  const [, name, encoded] = LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== encoded) return undefined;

  return { name, keyId: bytes.readUInt32BE(), signature: bytes.subarray(4) };
};

/** Signature lines alone, as a witness answers; undefined where one of them is not a signature line. */
export const parseSignatures = (text: string): readonly NoteSignature[] | undefined => {
  if (text !== '' && !text.endsWith('\n')) return undefined;
  const lines = text.split('\n').slice(0, -1);
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature);

  return signatures.every((each) => each !== undefined) ? signatures : undefined;
};

/** A note is text: of the control characters only the newline may stand in it. */
const CONTROL = /[\u0000-\u0009\u000B-\u001F]/;

/** Undefined for anything that is not a note in form; no signature is looked at. */
export const parseNote = (text: string): Note | undefined => {
  if (text.length > MAX_NOTE || !text.isWellFormed() || CONTROL.test(text)) return undefined;
  const at = text.lastIndexOf('\n\n');
  if (at < 0) return undefined;
  const signatures = parseSignatures(text.slice(at + 2));

  return signatures === undefined || signatures.length === 0 ? undefined : { text: text.slice(0, at + 1), signatures };
};

export const signatureLine = ({ name, keyId, signature }: NoteSignature): string => {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);

  return `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
};

export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

export const signNote = (text: string, { verifier, sign }: Signer): NoteSignature => ({
  name: verifier.name,
  keyId: verifier.keyId,
  signature: sign(Buffer.from(text)),
});

export const isBy = (signature: NoteSignature, verifier: Verifier): boolean =>
  signature.name === verifier.name && signature.keyId === verifier.keyId;

/** True when the key signed the text as a log does; a signature under its name and id that is not good spoils the note. */
export const isSignedBy = (note: Note, verifier: Verifier): boolean => {
  const own = note.signatures.filter((each) => isBy(each, verifier));

  return own.length > 0 && own.every(({ signature }) => verifier.suite.verify(Buffer.from(note.text), verifier.key, signature));
};
