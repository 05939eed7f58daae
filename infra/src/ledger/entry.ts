import type { Position, RecordedEvent } from '@liuhen/workflows';
import { canonicalJson } from './canonical';
import { HASH_BYTES, hashOfBytes, type Hash, type Suite } from './suite';

const VERSION = 1;

/** version · position · revision · stream · previous · event */
export const ENTRY_BYTES = 1 + 8 + 8 + 3 * HASH_BYTES;

const [POSITION, REVISION, STREAM, PREVIOUS, EVENT] = [1, 9, 17, 17 + HASH_BYTES, 17 + 2 * HASH_BYTES];

/**
 * What a leaf of the tree commits to. It holds hashes instead of names and bodies, so the entries can be shown
 * to anyone, and a list of them proves that an event of a stream was left out without telling what the others say.
 */
export interface Entry {
  readonly position: Position;
  readonly revision: number;
  /** Hash of the stream's name. */
  readonly stream: Hash;
  /** Leaf hash of the event before it in its stream, zeros for the first. */
  readonly previous: Hash;
  /** Hash of the whole event in canonical form. */
  readonly event: Hash;
}

export const streamHash = (suite: Suite, stream: string): Hash => suite.hash(`liuhen/stream\0${stream}`);

export const eventHash = (suite: Suite, event: RecordedEvent): Hash => suite.hash(canonicalJson(event));

/** Writes an entry at an offset of a buffer that has room for it. */
export const writeEntry = (into: Buffer, at: number, entry: Entry): void => {
  into[at] = VERSION;
  into.writeUIntBE(0, at + POSITION, 2);
  into.writeUIntBE(entry.position, at + POSITION + 2, 6);
  into.writeUIntBE(0, at + REVISION, 2);
  into.writeUIntBE(entry.revision, at + REVISION + 2, 6);
  into.write(entry.stream, at + STREAM, 'latin1');
  into.write(entry.previous, at + PREVIOUS, 'latin1');
  into.write(entry.event, at + EVENT, 'latin1');
};

export const entryBytes = (entry: Entry): Buffer => {
  const bytes = Buffer.allocUnsafe(ENTRY_BYTES);
  writeEntry(bytes, 0, entry);

  return bytes;
};

/** Undefined for bytes that are not an entry of this version. */
export const readEntry = (bytes: Buffer): Entry | undefined => {
  if (bytes.length !== ENTRY_BYTES || bytes[0] !== VERSION) return undefined;
  if (bytes.readUIntBE(POSITION, 2) !== 0 || bytes.readUIntBE(REVISION, 2) !== 0) return undefined;
  const hash = (at: number): Hash => hashOfBytes(bytes.subarray(at, at + HASH_BYTES));

  return {
    position: bytes.readUIntBE(POSITION + 2, 6),
    revision: bytes.readUIntBE(REVISION + 2, 6),
    stream: hash(STREAM),
    previous: hash(PREVIOUS),
    event: hash(EVENT),
  };
};

const leafBytes = Buffer.alloc(1 + ENTRY_BYTES);

/** Leaf hash of an entry, without a buffer of its own. */
export const entryLeaf = (suite: Suite, entry: Entry): Hash => {
  writeEntry(leafBytes, 1, entry);

  return suite.hash(leafBytes);
};
