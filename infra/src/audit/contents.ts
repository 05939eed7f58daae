import type { AuditScope, RecordedEvent, RecordEvent, Text } from '@liuhen/workflows';
import type { Checkpoint } from '../ledger/checkpoint';
import { entryBytes, ENTRY_BYTES, readEntry, type Entry } from '../ledger/entry';
import { HASH_BYTES, hashOfBytes, bytesOf, type Hash } from '../ledger/suite';
import { formatProof, parseProof, type TlogProof } from '../ledger/proof';
import { subtreesOf } from '../ledger/merkle';

export const FORMAT = 'liuhen-audit-package';
export const FORMAT_VERSION = 2;

export type ExportPayload = Extract<RecordEvent, { type: 'AuditPackageExported' }>['payload'];
export type ExportEvent = RecordedEvent<'AuditPackageExported', ExportPayload>;
export type HandoverPayload = Extract<RecordEvent, { type: 'LedgerKeyRotated' }>['payload'];

/** First page of a package: nothing in it is believed that the signed parts do not say too. */
export interface Manifest {
  readonly format: string;
  readonly version: number;
  readonly origin: string;
  readonly suite: string;
  readonly packageId: string;
  readonly scope: AuditScope;
  readonly why: string;
  readonly exportedBy: string;
  readonly exportedAt: string;
  readonly events: number;
  /** Events under the checkpoint. */
  readonly size: number;
  /** First leaf that `index.bin` lists, null where it lists none. */
  readonly indexFrom: number | null;
  /** SHA-256 of the parts that are made from the others. */
  readonly made: { readonly rules: string; readonly report: string };
}

/** An event with its leaf and the way of the leaf to the checkpoint. */
export interface ProvenEvent {
  /** The line of the package, the canonical form of the event. */
  readonly line: string;
  readonly event: RecordedEvent;
  readonly index: number;
  readonly entry: Entry;
  readonly proof: readonly Hash[];
}

/** Rules that the events rest on, as the register has them, and the report for people. */
export interface MadeParts {
  readonly rules: string;
  readonly report: string;
}

/** What the parts for people are made from. */
export interface PackageFacts {
  readonly exported: ExportEvent;
  readonly checkpoint: Checkpoint;
  readonly events: readonly RecordedEvent[];
}

/** Makes the parts for people; pure, so that the verifier can make them again. */
export type MakeParts = (facts: PackageFacts) => MadeParts;

/**
 * Proofs in the tlog-proof form, one after another, each without the checkpoint, which is the same for all:
 * a block, an empty line and the checkpoint are a tlog-proof file. `extra` is the entry that the leaf hashes.
 */
export const formatProofs = (events: readonly ProvenEvent[]): string =>
  events
    .map(({ index, entry, proof }) =>
      formatProof({ index, hashes: proof, checkpoint: '' }).replace('\n', `\nextra ${entryBytes(entry).toString('base64')}\n`),
    )
    .join('');

export interface ProofBlock {
  readonly entry: Entry;
  readonly proof: Omit<TlogProof, 'checkpoint'>;
}

const EXTRA = /^[^\n]*\nextra ([A-Za-z0-9+/]+={0,2})\n/;

/** Undefined where a block is not in form. */
export const parseProofs = (text: string): readonly ProofBlock[] | undefined => {
  const blocks: ProofBlock[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n\n', at);
    if (end < 0) return undefined;
    const block = text.slice(at, end + 2);
    const proof = parseProof(block);
    const entry = readEntry(Buffer.from(EXTRA.exec(block)?.[1] ?? '', 'base64'));
    if (proof === undefined || entry === undefined) return undefined;
    blocks.push({ entry, proof: { index: proof.index, hashes: proof.hashes } });
    at = end + 2;
  }

  return blocks;
};

/** All leaves from one on to the head, without a word of what they say: what is missing among them shows. */
export interface LeafIndex {
  readonly from: number;
  /** Hashes of the whole subtrees before `from`. */
  readonly frontier: readonly Hash[];
  readonly entries: readonly Entry[];
}

export const formatIndex = ({ from, frontier, entries }: LeafIndex): Buffer => {
  const head = Buffer.alloc(8);
  head.writeBigUInt64BE(BigInt(from));

  return Buffer.concat([head, ...frontier.map(bytesOf), ...entries.map(entryBytes)]);
};

/** Undefined where it is not in form. */
export const parseIndex = (bytes: Buffer): LeafIndex | undefined => {
  const from = bytes.length < 8 ? Number.NaN : Number(bytes.readBigUInt64BE());
  if (!Number.isSafeInteger(from)) return undefined;
  const width = subtreesOf(from).length * HASH_BYTES;
  const body = bytes.subarray(8 + width);
  if (bytes.length < 8 + width || body.length % ENTRY_BYTES !== 0) return undefined;
  const frontier = subtreesOf(from).map((_, at) => hashOfBytes(bytes.subarray(8 + at * HASH_BYTES, 8 + (at + 1) * HASH_BYTES)));
  const entries: Entry[] = [];
  for (let at = 0; at < body.length; at += ENTRY_BYTES) {
    const entry = readEntry(body.subarray(at, at + ENTRY_BYTES));
    if (entry === undefined) return undefined;
    entries.push(entry);
  }

  return { from, frontier, entries };
};

export const text = (zh: string, en: string): Text => ({ zh, en });
