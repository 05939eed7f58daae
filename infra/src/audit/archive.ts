import { createHash, hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { LiuhenError } from '@liuhen/workflows';
import { fromBuffer, open as openZip, type Entry, type ZipFile as Unzip } from 'yauzl';
import { ZipFile } from 'yazl';

/** Files of a package: a buffer, or a stream with its length, by name. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: number;
  content(): Buffer | Readable;
}

/** Text and tables of a package together, bytes; a year of a province has some tens of millions. */
const MAX_TABLES = 512 * 1_024 * 1_024;

const MAX_FILES = 100_000;

const EVIDENCE = /^evidence\/[0-9a-f]{64}$/;

export const TABLES = ['manifest.json', 'events.jsonl', 'proofs.txt', 'index.bin', 'checkpoint', 'rules.json', 'report.html'] as const;
export type TableName = (typeof TABLES)[number];

const isTable = (name: string): name is TableName => (TABLES as readonly string[]).includes(name);

export const evidenceName = (digest: string): string => `evidence/${digest.slice('sha256:'.length)}`;

/** The same content gives the same bytes: nothing is compressed, and no file has a time or owner of its own. */
const PLAIN = { compress: false, mtime: new Date('2000-01-01T00:00:00Z'), mode: 0o100644, forceDosTimestamp: true } as const;

const packed = (files: readonly PackedFile[]): Readable => {
  const zip = new ZipFile();
  for (const file of files) {
    const content = file.content();
    if (Buffer.isBuffer(content)) zip.addBuffer(content, file.name, PLAIN);
    else zip.addReadStream(content, file.name, { ...PLAIN, size: file.bytes });
  }
  zip.end();

  return Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
};

/** Writes a package; it is there when it settles. */
export const writeArchive = (path: string, files: readonly PackedFile[]): Promise<void> =>
  pipeline(packed(files), createWriteStream(path, { flags: 'wx' }));

export const unreadable = (why: string): LiuhenError => new LiuhenError('PACKAGE_UNREADABLE', why);

export interface OpenedArchive {
  /** Content of the tables that are there. */
  readonly tables: ReadonlyMap<TableName, Buffer>;
  /** SHA-256 of each evidence file as it was read, by its name. */
  readonly evidence: ReadonlyMap<string, string>;
  /** True where the file holds the content in the one way of writing it down, bit for bit. */
  readonly isPlain: boolean;
}

const openArchiveFile = (source: string | Buffer): Promise<Unzip> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true } as const;
    const done = (error: Error | null, zip: Unzip) => (error === null ? resolve(zip) : reject(unreadable(error.message)));
    if (typeof source === 'string') openZip(source, options, done);
    else fromBuffer(source, options, done);
  });

const listed = (zip: Unzip): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', (error: Error) => reject(unreadable(error.message)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MAX_FILES) reject(unreadable(`more than ${MAX_FILES} files`));
      else zip.readEntry();
    });
    zip.readEntry();
  });

const streamOf = (zip: Unzip, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(unreadable(error.message))));
  });

/** A file that is longer inside than outside, or that is not ours, is not opened at all. */
const admit = (entries: readonly Entry[]): void => {
  const names = new Set<string>();
  let tables = 0;
  for (const { fileName, compressionMethod, compressedSize, uncompressedSize, generalPurposeBitFlag } of entries) {
    if (!isTable(fileName) && !EVIDENCE.test(fileName)) throw unreadable(`a file that does not belong here: ${fileName.slice(0, 80)}`);
    if (names.has(fileName)) throw unreadable(`${fileName} is there twice`);
    if (compressionMethod !== 0 || compressedSize !== uncompressedSize) throw unreadable(`${fileName} is compressed; a package never is`);
    if ((generalPurposeBitFlag & 1) === 1) throw unreadable(`${fileName} is encrypted`);
    names.add(fileName);
    if (isTable(fileName)) tables += uncompressedSize;
    if (tables > MAX_TABLES) throw unreadable(`more than ${MAX_TABLES} bytes of tables`);
  }
};

const readTable = async (zip: Unzip, entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of (await streamOf(zip, entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw unreadable(`${entry.fileName} is damaged`);

  return bytes;
};

const digestOf = async (zip: Unzip, entry: Entry): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of (await streamOf(zip, entry)) as AsyncIterable<Buffer>) digest.update(chunk);

  return digest.digest('hex');
};

const digestOfStream = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of content) digest.update(chunk);

  return digest.digest('hex');
};

const sourceDigest = (source: string | Buffer): Promise<string> | string =>
  typeof source === 'string' ? digestOfStream(createReadStream(source) as AsyncIterable<Uint8Array>) : hash('sha256', source);

const isPlainArchive = async (
  zip: Unzip,
  entries: readonly Entry[],
  source: string | Buffer,
  tables: OpenedArchive['tables'],
): Promise<boolean> => {
  const files: PackedFile[] = [];
  for (const entry of entries) {
    const table = isTable(entry.fileName) ? tables.get(entry.fileName) : undefined;
    const content = table ?? (await streamOf(zip, entry));
    files.push({ name: entry.fileName, bytes: entry.uncompressedSize, content: () => content });
  }

  return (await digestOfStream(packed(files) as AsyncIterable<Uint8Array>)) === (await sourceDigest(source));
};

/**
 * Reads a package, given as a path or as its bytes. Throws `PACKAGE_UNREADABLE` for whatever is not one: cut short, compressed,
 * with names that lead elsewhere, twice the same, or of more than it may hold. Evidence is hashed as it streams by.
 */
export const readArchive = async (source: string | Buffer): Promise<OpenedArchive> => {
  if (typeof source === 'string') await stat(source).catch((error: unknown) => Promise.reject(unreadable(String(error))));
  const zip = await openArchiveFile(source);
  try {
    const entries = await listed(zip);
    admit(entries);
    const tables = new Map<TableName, Buffer>();
    const evidence = new Map<string, string>();
    for (const entry of entries) {
      if (isTable(entry.fileName)) tables.set(entry.fileName, await readTable(zip, entry));
      else evidence.set(entry.fileName, await digestOf(zip, entry));
    }

    return { tables, evidence, isPlain: await isPlainArchive(zip, entries, source, tables) };
  } catch (error) {
    throw error instanceof LiuhenError ? error : unreadable(String(error));
  } finally {
    zip.close();
  }
};
