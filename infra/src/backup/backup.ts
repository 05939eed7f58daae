import { createHash } from 'node:crypto';
import {
  createReadStream,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';
import { openSqliteEventReader } from '../event-store';
import { openEvidenceStore } from '../evidence';
import { findKeyring, fsck, GOOD_CHECKPOINT_FILE, CHECKPOINT_FILE, holdAgainst, LEDGER_FOLDER, type Checkpoint } from '../ledger';
import { digestLog, eventsOf, type LogDigest } from '../migration';

/** Read models are rebuilt from the log, so they stay out; so do the keys of persons, for a person that is to be forgotten is not to come back. */
const DATABASES = ['events.db', 'series.db', 'quarantine.db'];

const IDENTITY = 'identity.key.json';
const EVIDENCE_FOLDER = 'evidence';

/** Heads of the ledger, in the order in which they have to be copied: whatever comes later covers them. */
const HEADS = [GOOD_CHECKPOINT_FILE, CHECKPOINT_FILE].map((name) => join(LEDGER_FOLDER, name));

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

/** Files below a folder, relative to the data folder; drafts of what is being written are none. */
const filesBelow = (data: string, folder: string): readonly string[] =>
  existsSync(join(data, folder))
    ? readdirSync(join(data, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter(
          (name) => !name.endsWith('.tmp') && !name.endsWith('.part') && statSync(join(data, name), { throwIfNoEntry: false })?.isFile(),
        )
    : [];

/** A partial tile goes when the full one is there, which answers for it; nothing else of these files ever goes. */
const copyFiles = (data: string, to: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => {
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    try {
      copyFileSync(join(data, name), join(to, name));

      return true;
    } catch (error) {
      if (existsSync(join(data, name))) throw error;

      return false;
    }
  });

/**
 * Copies the data folder while a service writes it: each database as it was at one moment, without keeping anybody waiting.
 * Signed heads come first, then the rest of the ledger, then the log, which so holds all that they cover; evidence comes last, and so
 * holds all that the log names. The digest of the log goes into the manifest; a restore is held against it.
 */
export const backUp = async ({ data, to, now, onProgress = () => undefined }: BackupOptions): Promise<BackupManifest> => {
  if (!existsSync(join(data, 'events.db'))) throw new LiuhenError('STORE_CORRUPT', `${data} holds no log`);
  emptyFolder(to);
  const copied = [
    ...copyFiles(
      data,
      to,
      HEADS.filter((name) => existsSync(join(data, name))),
    ),
  ];
  copied.push(
    ...copyFiles(
      data,
      to,
      filesBelow(data, LEDGER_FOLDER).filter((name) => !HEADS.includes(name)),
    ),
  );
  for (const name of DATABASES.filter((each) => existsSync(join(data, each)))) {
    await copyDatabase(join(data, name), join(to, name), (share) => onProgress(name, share));
    copied.push(name);
  }
  copied.push(...copyFiles(data, to, [...filesBelow(data, EVIDENCE_FOLDER), ...(existsSync(join(data, IDENTITY)) ? [IDENTITY] : [])]));
  const files: Record<string, string> = {};
  for (const name of copied) files[name] = await sha256(join(to, name));
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
  /** Checkpoint that was witnessed last, from elsewhere than the backup; the log must hold all that it covers. */
  readonly witnessed?: Checkpoint;
}

/** The folder is held against itself: the log against every signed head in it, every file of evidence against its name. */
const checkLedger = async (folder: string): Promise<void> => {
  const ledger = join(folder, LEDGER_FOLDER);
  const keyring = findKeyring(ledger);
  if (keyring === undefined) return;
  const source = openSqliteEventReader({ folder });
  try {
    const { difference } = await fsck({ folder: ledger, source, keyring, evidence: openEvidenceStore({ folder }) });
    if (difference !== null) throw new LiuhenError('LEDGER_DIFFERS', `${difference.message.zh} / ${difference.message.en}`);
  } finally {
    await source.close();
  }
};

const checkWitnessed = async (folder: string, witnessed: Checkpoint): Promise<void> => {
  const log = openSqliteEventReader({ folder });
  try {
    await holdAgainst(eventsOf(log), witnessed);
  } finally {
    await log.close();
  }
};

const copyIntact = async (from: string, to: string, files: BackupManifest['files']): Promise<void> => {
  for (const [name, digest] of Object.entries(files)) {
    const within = normalize(name) === name && !name.startsWith('..') && !name.startsWith('/');
    const intact = within && existsSync(join(from, name)) && (await sha256(join(from, name))) === digest;
    if (!intact) throw new LiuhenError('STORE_CORRUPT', `${name} is not what was backed up`);
    copyFiles(from, to, [name]);
  }
};

/**
 * Makes a data folder from a backup: every file, the log, the ledger over it and the witnessed checkpoint are checked before the
 * folder gets its name, so that nothing is left behind that fails.
 */
export const restore = async ({ from, data, witnessed }: RestoreOptions): Promise<BackupManifest> => {
  const manifest = manifestOf(from);
  emptyFolder(data);
  const draft = `${data}.restoring`;
  emptyFolder(draft);
  try {
    await copyIntact(from, draft, manifest.files);
    const found = await digestOfFolder(draft);
    if (found.digest !== manifest.digest)
      throw new LiuhenError('STORE_CORRUPT', `the log is ${found.digest}, backed up was ${manifest.digest}`);
    await checkLedger(draft);
    if (witnessed !== undefined) await checkWitnessed(draft, witnessed);
    renameSync(draft, data);
  } catch (error) {
    rmSync(draft, { recursive: true });
    throw error;
  }

  return manifest;
};
