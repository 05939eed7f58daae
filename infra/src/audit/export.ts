import { hash, randomUUID } from 'node:crypto';
import { streamOf, type Actor, type AuditScope, type NewEvent, type RecordedEvent } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';
import type { EvidenceStore } from '../evidence/evidence-store';
import { canonicalJson } from '../ledger/canonical';
import { parseCheckpoint, type Checkpoint } from '../ledger/checkpoint';
import { inclusionProof, subtreesOf } from '../ledger/merkle';
import { formatNote, type Note } from '../ledger/note';
import type { LedgerTree } from '../ledger/tree';
import { evidenceName, unreadable, writeArchive, type PackedFile, type TableName } from './archive';
import {
  formatIndex,
  formatProofs,
  FORMAT,
  FORMAT_VERSION,
  type ExportEvent,
  type ExportPayload,
  type LeafIndex,
  type MakeParts,
  type Manifest,
  type ProvenEvent,
} from './contents';
import { selectStreams, type Related } from './select';

export interface ExportWish {
  readonly scope: AuditScope;
  readonly why: string;
  readonly by: Actor;
  /** ISO instant with offset. */
  readonly now: string;
}

/** Puts the export itself on record, with the files that it covers: the package is made of them, as they stand then, and of no other. */
export const recordExport = async (
  store: Pick<EventStore, 'append' | 'head' | 'readAll' | 'readStream'>,
  related: Related,
  { scope, why, by, now }: ExportWish,
): Promise<{ readonly packageId: string; readonly position: number }> => {
  const packageId = randomUUID();
  const streams = await selectStreams(store, scope, related);
  const payload: ExportPayload = { packageId, scope: { ...scope, area: by.jurisdiction }, why, position: await store.head(), streams };
  const event: NewEvent = {
    id: randomUUID(),
    type: 'AuditPackageExported',
    payload,
    schemaVersion: 1,
    occurredAt: now,
    recordedAt: now,
    actor: by,
    actId: packageId,
    correlationId: packageId,
    causationId: null,
    basis: [],
    evidence: [],
  };
  const done = await store.append(streamOf('records', packageId), [event], 'none');

  return { packageId, position: done.kind === 'appended' ? done.position : 0 };
};

export interface PackageSource {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly tree: LedgerTree;
  /** Signed, and cosigned as far as it is. */
  readonly note: Note;
  readonly evidence: EvidenceStore;
  readonly makeParts: MakeParts;
}

export interface PackageOptions {
  readonly packageId: string;
  /** Takes the files of the evidence along, beside their digests. */
  readonly withFiles: boolean;
}

/** Leaves listed at most so that what is missing shows by itself; beyond, completeness rests on the chain of each stream. */
const LARGEST_INDEX = 200_000;

const provenEvents = async (source: PackageSource, exported: ExportEvent, { size }: Checkpoint): Promise<readonly ProvenEvent[]> => {
  const { tree, store } = source;
  const streams = [...exported.payload.streams.map(({ stream }) => stream), exported.stream];
  const events: RecordedEvent[] = [];
  for (const stream of streams) events.push(...(await store.readStream(stream)).filter(({ position }) => position <= exported.position));
  events.sort((one, other) => one.position - other.position);

  return events.map((event) => {
    const index = tree.indexOf(event.position);
    const entry = index === undefined ? undefined : tree.entry(index);
    if (index === undefined || entry === undefined) throw unreadable(`position ${event.position} is not in the ledger`);

    const line = canonicalJson(event);

    // As the verifier will read it: its members in the order of the line.
    return {
      line,
      event: JSON.parse(line) as RecordedEvent,
      index,
      entry,
      proof: inclusionProof({ suite: tree.suite, nodes: tree }, index, size),
    };
  });
};

const leafIndex = (tree: LedgerTree, from: number, size: number): LeafIndex | null => {
  if (size - from > LARGEST_INDEX) return null;
  const entries = Array.from({ length: size - from }, (_, at) => tree.entry(from + at)).filter((entry) => entry !== undefined);

  return { from, frontier: subtreesOf(from).map(({ level, index }) => tree.node(level, index)), entries };
};

const sha256 = (content: string): string => hash('sha256', content);

/** The first page, made from what the signed parts say. */
export const manifestOf = (facts: {
  readonly exported: ExportEvent;
  readonly checkpoint: Checkpoint;
  readonly events: number;
  readonly indexFrom: number | null;
  readonly made: { readonly rules: string; readonly report: string };
}): Manifest => {
  const { exported, checkpoint, events, indexFrom, made } = facts;
  const { packageId, scope, why } = exported.payload;

  return {
    format: FORMAT,
    // Verifiers of before do not print the area, and would make another report.
    version: scope.area === undefined ? 1 : FORMAT_VERSION,
    origin: checkpoint.origin,
    suite: checkpoint.suite.title,
    packageId,
    scope,
    why,
    exportedBy: `${exported.actor.organisation} ${exported.actor.name} (${exported.actor.person})`,
    exportedAt: exported.recordedAt,
    events,
    size: checkpoint.size,
    indexFrom,
    made: { rules: sha256(made.rules), report: sha256(made.report) },
  };
};

/** The one way of writing the first page down. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(JSON.parse(canonicalJson(manifest)), null, 2)}\n`;

const table = (name: TableName, content: string | Buffer): PackedFile => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;

  return { name, bytes: bytes.length, content: () => bytes };
};

const evidenceFiles = async (evidence: EvidenceStore, events: readonly ProvenEvent[]): Promise<readonly PackedFile[]> => {
  const digests = [...new Set(events.flatMap(({ event }) => event.evidence.map(({ digest }) => digest)))].sort();
  const found = await Promise.all(digests.map((digest) => evidence.find(digest)));

  return found
    .filter((file) => file !== undefined)
    .map(({ digest, bytes }) => ({ name: evidenceName(digest), bytes, content: () => evidence.read(digest) }));
};

/** Writes the package of an export that is on record and under the checkpoint. */
export const writePackage = async (path: string, source: PackageSource, { packageId, withFiles }: PackageOptions): Promise<Manifest> => {
  const checkpoint = parseCheckpoint(source.note.text);
  const [exported] = await source.store.readStream(streamOf('records', packageId));
  if (checkpoint === undefined || exported?.type !== 'AuditPackageExported') throw unreadable(`no export ${packageId} on record`);
  const proven = await provenEvents(source, exported as ExportEvent, checkpoint);
  const index = leafIndex(source.tree, proven[0]?.index ?? 0, checkpoint.size);
  const itself = proven.find(({ event }) => event.id === exported.id)?.event as ExportEvent;
  const made = source.makeParts({ exported: itself, checkpoint, events: proven.map(({ event }) => event) });
  const manifest = manifestOf({
    exported: itself,
    checkpoint,
    events: proven.length,
    indexFrom: index?.from ?? null,
    made,
  });
  await writeArchive(path, [
    table('manifest.json', manifestText(manifest)),
    table('report.html', made.report),
    table('checkpoint', formatNote(source.note)),
    table('events.jsonl', proven.map(({ line }) => `${line}\n`).join('')),
    table('proofs.txt', formatProofs(proven)),
    ...(index === null ? [] : [table('index.bin', formatIndex(index))]),
    table('rules.json', made.rules),
    ...(withFiles ? await evidenceFiles(source.evidence, proven) : []),
  ]);

  return manifest;
};
