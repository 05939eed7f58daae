import { createHash } from 'node:crypto';
import { createReadStream, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';
import { openSqliteEventReader } from '../event-store';
import { digestLog, type LogDigest } from '../migration';

/** The log first: what the others say is then never older than what it says. Read models are rebuilt from it, so they stay out. */
const DATABASES = ['events.db', 'series.db', 'quarantine.db'];

/** What else cannot be derived from the log. */
const FILES = ['identity.key.json'];

const MANIFEST = 'backup.json';

/** Pages copied between two breaths of the event loop. */
const RATE = 1_000;

export interface BackupManifest extends LogDigest {
  /** ISO instant. */
  readonly madeAt: string;
  /** SHA-256 of each file, hexadecimal. */
  readonly files: Readonly<Record<string, string>>;
}

export interface BackupOptions {
  readonly data: string;
  /** Folder of the backup; made, and refused where it holds anything. */
  readonly to: string;
  readonly now: string;
  /** Told which file, and how much of it, 0 to 1. */
  readonly onProgress?: (file: string, share: number) => void;
}

const sha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);

  return hash.digest('hex');
};

const emptyFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new LiuhenError('CONFIG_INVALID', `${folder} is not empty`);
};

const copyDatabase = async (from: string, to: string, onProgress: (share: number) => void): Promise<void> => {
  const db = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(db, to, {
      rate: RATE,
      progress: ({ totalPages, remainingPages }) => onProgress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages),
    });
    onProgress(1);
  } finally {
    db.close();
  }
};

/**
 * Copies the data folder while a service writes it: each database as it was at one moment, without keeping anybody waiting.
 * The digest of the log goes into the manifest; a restore is held against it.
 */
export const backUp = async ({ data, to, now, onProgress = () => undefined }: BackupOptions): Promise<BackupManifest> => {
  if (!existsSync(join(data, 'events.db'))) throw new LiuhenError('STORE_CORRUPT', `${data} holds no log`);
  emptyFolder(to);
  const files: Record<string, string> = {};
  for (const name of DATABASES.filter((each) => existsSync(join(data, each)))) {
    await copyDatabase(join(data, name), join(to, name), (share) => onProgress(name, share));
    files[name] = await sha256(join(to, name));
  }
  for (const name of FILES.filter((each) => existsSync(join(data, each)))) {
    copyFileSync(join(data, name), join(to, name));
    files[name] = await sha256(join(to, name));
  }
  const manifest: BackupManifest = { madeAt: now, ...(await digestOfFolder(to)), files };
  // Written last: a folder without it is not a backup.
  writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);

  return manifest;
};

const digestOfFolder = async (folder: string): Promise<LogDigest> => {
  const log = openSqliteEventReader({ folder });
  try {
    return await digestLog(log);
  } finally {
    await log.close();
  }
};

const manifestOf = (from: string): BackupManifest => {
  try {
    return JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as BackupManifest;
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', `${from} is not a whole backup`, { cause });
  }
};

export interface RestoreOptions {
  readonly from: string;
  /** Data folder to make; refused where it holds anything. */
  readonly data: string;
  /** Holds the restored log against what is known from elsewhere, e.g. a witnessed checkpoint; throws where it does not fit. */
  readonly check?: (folder: string, digest: LogDigest) => Promise<void>;
}

/** Makes a data folder from a backup. Every file and the log itself are checked first; nothing is left behind that fails. */
export const restore = async ({ from, data, check }: RestoreOptions): Promise<BackupManifest> => {
  const manifest = manifestOf(from);
  for (const [name, digest] of Object.entries(manifest.files)) {
    const intact = existsSync(join(from, name)) && (await sha256(join(from, name))) === digest;
    if (!intact) throw new LiuhenError('STORE_CORRUPT', `${name} is not what was backed up`);
  }
  emptyFolder(data);
  for (const name of Object.keys(manifest.files)) copyFileSync(join(from, name), join(data, name));
  const found = await digestOfFolder(data);
  if (found.digest !== manifest.digest)
    throw new LiuhenError('STORE_CORRUPT', `the log is ${found.digest}, backed up was ${manifest.digest}`);
  await check?.(data, found);

  return manifest;
};
