import { isBy, isSignedBy, parseNote, signNote, type Note, type NoteSignature, type Signer, type Verifier } from './note';
import { base64Of, hashOfBase64, suiteTitled, type Hash, type Suite } from './suite';

/** Head of the tree (C2SP tlog-checkpoint). The suite stands in an extension line, under the signature. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  readonly suite: Suite;
}

const SUITE_LINE = 'suite ';

export const checkpointText = ({ origin, size, root, suite }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Of(root)}\n${SUITE_LINE}${suite.title}\n`;

const sizeOf = (text: string): number | undefined =>
  /^(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;

/** A log of others names no suite: C2SP knows only the one. */
const suiteOf = (extensions: readonly string[]): Suite | undefined => {
  const [line = `${SUITE_LINE}SHA-256/Ed25519`, ...others] = extensions.filter((each) => each.startsWith(SUITE_LINE));

  return others.length > 0 ? undefined : suiteTitled(line.slice(SUITE_LINE.length));
};

/** Undefined for a text that is not a checkpoint, or of a suite that is not known here. */
export const parseCheckpoint = (text: string): Checkpoint | undefined => {
  const [origin = '', count = '', hash = '', ...extensions] = text.slice(0, -1).split('\n');
  const [size, root, suite] = [sizeOf(count), hashOfBase64(hash), suiteOf(extensions)];
  if (origin === '' || !text.endsWith('\n') || extensions.includes('')) return undefined;

  return size === undefined || root === undefined || suite === undefined ? undefined : { origin, size, root, suite };
};

export const signCheckpoint = (checkpoint: Checkpoint, signer: Signer): Note => {
  const text = checkpointText(checkpoint);

  return { text, signatures: [signNote(text, signer)] };
};

/** A checkpoint whose signature by its own log holds. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

/** Opens a signed checkpoint with any of the log's keys; undefined where none of them signed it for its origin. */
export const openCheckpoint = (text: string, keys: readonly Verifier[]): OpenedCheckpoint | undefined => {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  if (note === undefined || checkpoint === undefined) return undefined;
  const own = keys.filter(({ name, role, suite }) => role === 'log' && name === checkpoint.origin && suite === checkpoint.suite);

  return own.some((key) => isSignedBy(note, key)) ? { checkpoint, note } : undefined;
};

const TIMESTAMP = 8;

/** C2SP cosignature/v1: what the witness says, and when. */
const cosignedText = (text: string, time: number): Buffer => Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);

/** `time` in seconds since the epoch. */
export const cosign = (text: string, { verifier, sign }: Signer, time: number): NoteSignature => {
  const stamp = Buffer.alloc(TIMESTAMP);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([stamp, sign(cosignedText(text, time))]);

  return { name: verifier.name, keyId: verifier.keyId, signature };
};

/** Seconds since the epoch at which the witness cosigned, undefined where it did not. */
export const cosignedAt = (note: Note, witness: Verifier): number | undefined => {
  for (const each of note.signatures.filter((signature) => isBy(signature, witness))) {
    if (witness.role !== 'cosigner' || each.signature.length <= TIMESTAMP) continue;
    const time = each.signature.readBigUInt64BE();
    if (time > BigInt(Number.MAX_SAFE_INTEGER)) continue;
    const message = cosignedText(note.text, Number(time));
    if (witness.suite.verify(message, witness.key, each.signature.subarray(TIMESTAMP))) return Number(time);
  }

  return undefined;
};

/** Adds signatures that are not there yet; of one key only the latest is kept. */
export const withSignatures = (note: Note, more: readonly NoteSignature[]): Note => {
  const isAgain = (old: NoteSignature) => more.some(({ name, keyId }) => name === old.name && keyId === old.keyId);

  return { text: note.text, signatures: [...note.signatures.filter((each) => !isAgain(each)), ...more] };
};
