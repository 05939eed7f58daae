import { isOfficialFunction, type RecordedEvent } from '@liuhen/workflows';
import { canonicalJson } from '../ledger/canonical';
import { parseCheckpoint, type Checkpoint } from '../ledger/checkpoint';
import { parseNote, type Note } from '../ledger/note';
import { readArchive, unreadable, type OpenedArchive } from './archive';
import {
  FORMAT,
  FORMAT_VERSION,
  parseIndex,
  parseProofs,
  type ExportEvent,
  type LeafIndex,
  type Manifest,
  type ProvenEvent,
} from './contents';

/** A package taken apart; nothing of it is believed yet. */
export interface ReadPackage {
  readonly archive: OpenedArchive;
  readonly manifestText: string;
  readonly manifest: Manifest;
  readonly note: Note;
  readonly checkpoint: Checkpoint;
  readonly events: readonly ProvenEvent[];
  readonly exported: ExportEvent;
  readonly index: LeafIndex | null;
  readonly rules: string;
  readonly report: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

const textOf = (archive: OpenedArchive, name: Parameters<OpenedArchive['tables']['get']>[0]): string => {
  const bytes = archive.tables.get(name);
  if (bytes === undefined) throw unreadable(`${name} is not in it`);
  try {
    return decoder.decode(bytes);
  } catch {
    throw unreadable(`${name} is not text`);
  }
};

const parsed = (name: string, json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    throw unreadable(`${name} is not JSON`);
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readManifest = (json: string): Manifest => {
  const value = parsed('manifest.json', json);
  if (!isRecord(value) || value['format'] !== FORMAT) throw unreadable('not an audit package of liuhen');
  const version = value['version'];
  if (typeof version !== 'number' || version > FORMAT_VERSION) {
    throw unreadable(`made by a newer version (${String(version)}, known ${FORMAT_VERSION}): use a newer verifier`);
  }

  return value as unknown as Manifest;
};

const TEXTS = ['id', 'type', 'stream', 'occurredAt', 'recordedAt', 'actId'] as const;

const isInstant = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isActor = (value: unknown): boolean =>
  isRecord(value) && typeof value['jurisdiction'] === 'string' && isOfficialFunction(value['function']);

/** Form only: what it says is for the proofs and the law to judge. */
const isEvent = (value: unknown): value is RecordedEvent =>
  isRecord(value) &&
  TEXTS.every((name) => typeof value[name] === 'string') &&
  isInstant(value['occurredAt']) &&
  isInstant(value['recordedAt']) &&
  Number.isSafeInteger(value['revision']) &&
  Number.isSafeInteger(value['position']) &&
  isRecord(value['payload']) &&
  isActor(value['actor']) &&
  Array.isArray(value['basis']) &&
  Array.isArray(value['evidence']);

const readEvents = (archive: OpenedArchive): readonly ProvenEvent[] => {
  const lines = textOf(archive, 'events.jsonl').split('\n');
  if (lines.pop() !== '') throw unreadable('events.jsonl is cut short');
  const blocks = parseProofs(textOf(archive, 'proofs.txt'));
  if (blocks?.length !== lines.length) throw unreadable('proofs.txt does not have one proof for each event');

  return lines.map((line, at) => {
    const event = parsed(`events.jsonl line ${at + 1}`, line);
    const block = blocks[at];
    if (!isEvent(event) || block === undefined) throw unreadable(`events.jsonl line ${at + 1} is not an event`);
    if (canonicalJson(event) !== line) throw unreadable(`events.jsonl line ${at + 1} is not in canonical form`);

    return { line, event, index: block.proof.index, entry: block.entry, proof: block.proof.hashes };
  });
};

const isExport = (event: RecordedEvent): event is ExportEvent => {
  const payload = event.payload as Partial<ExportEvent['payload']>;

  return event.type === 'AuditPackageExported' && Array.isArray(payload.streams) && isRecord(payload.scope);
};

const readIndex = (archive: OpenedArchive): LeafIndex | null => {
  const bytes = archive.tables.get('index.bin');
  if (bytes === undefined) return null;
  const index = parseIndex(bytes);
  if (index === undefined) throw unreadable('index.bin is not in form');

  return index;
};

/** Takes a package apart. Throws `PACKAGE_UNREADABLE` with what is wrong with its form. */
export const readPackage = async (source: string | Buffer): Promise<ReadPackage> => {
  const archive = await readArchive(source);
  const manifestText = textOf(archive, 'manifest.json');
  const manifest = readManifest(manifestText);
  const note = parseNote(textOf(archive, 'checkpoint'));
  const checkpoint = note && parseCheckpoint(note.text);
  if (note === undefined || checkpoint === undefined) throw unreadable('checkpoint is not a signed checkpoint');
  const events = readEvents(archive);
  const exported = events.map(({ event }) => event).find((event) => isExport(event) && event.payload.packageId === manifest.packageId);
  if (exported === undefined || !isExport(exported)) throw unreadable('the record of its own export is not in it');

  return {
    archive,
    manifestText,
    manifest,
    note,
    checkpoint,
    events,
    exported,
    index: readIndex(archive),
    rules: textOf(archive, 'rules.json'),
    report: textOf(archive, 'report.html'),
  };
};
