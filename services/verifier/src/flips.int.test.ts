import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  findKeyring,
  LedgerTree,
  openCheckpoint,
  openEvidenceStore,
  openSqliteEventReader,
  fsck,
  parseTilePath,
  readArchive,
  TileFiles,
  verifyPackage,
  type FsckReport,
} from '@liuhen/infra';
import { knownTypes } from '@liuhen/projections';
import { anEvent } from '../../../infra/src/event-store/testing/events';
import { ledgerFolder } from '../../../infra/src/ledger/testing/deployment';
import { makeParts } from './report/report';
import { repacked } from './testing/repack';
import { newFolder, officer, removeFolders, Scene } from './testing/scene';

const SEED = 20_260_101;
const EVENTS = 1_000;

/** Of every so many flips, one is put to the whole program as well, not only to the part of it that looks at the place. */
const WHOLE = 40;

const SHARES = { database: 2_000, tiles: 3_160, checkpoint: 1_840, evidence: 1_000, package: 1_600, packageContent: 400 } as const;

/** Mulberry32: the same flips on every machine. */
const randomness = (seed: number) => {
  let state = seed;

  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;

    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const random = randomness(SEED);

const flip = (bytes: Buffer, bit: number): Buffer => {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));

  return flipped;
};

interface Count {
  detected: number;
  /** In bytes that commit to nothing: free space of the database. */
  idle: number;
}

const counts = new Map<string, Count>();
const count = (region: string, isDetected: boolean): void => {
  const before = counts.get(region) ?? { detected: 0, idle: 0 };
  counts.set(region, { detected: before.detected + (isDetected ? 1 : 0), idle: before.idle + (isDetected ? 0 : 1) });
};

interface Deployed {
  readonly scene: Scene;
  readonly file: string;
}

/** A thousand events, every kind that the product knows among them, evidence and a package of one case. */
const deployed = async (): Promise<Deployed> => {
  const scene = await Scene.open();
  const caseId = await scene.openCase();
  const { store } = scene.deployment;
  let written = (await store.readAll(0, 10_000)).length;
  for (let at = 0; written < EVENTS - 1; at += 1) {
    const type = knownTypes[at % knownTypes.length] ?? '';
    const batch = Array.from({ length: Math.min(3, EVENTS - 1 - written) }, (_, part) =>
      anEvent({
        type,
        payload: {
          itemId: `item-${at}`,
          note: `内容${at}`,
          amount: String(at * 17),
          parts: [{ part, on: '2024-08-30' }],
          done: at % 2 === 0,
        },
        recordedAt: scene.now(),
        actor: officer('enforcementAgency'),
        basis: [{ rule: 'R-077', version: 'S1@2022-01-01' }],
        evidence: [{ digest: `sha256:${'b'.repeat(64)}`, name: '附件.pdf', mediaType: 'application/pdf', bytes: 12 }],
      }),
    );
    await store.append(`case-${at % 37}`, batch, 'any');
    written += batch.length;
  }
  const file = await scene.exported({ cases: [caseId] });
  await scene.close();

  return { scene, file };
};

const checkedBy = async (data: string): Promise<FsckReport> => {
  const keyring = findKeyring(ledgerFolder(data));
  if (keyring === undefined) throw new Error('no keys');
  try {
    const source = openSqliteEventReader({ folder: data });
    const report = await fsck({ folder: ledgerFolder(data), source, keyring, evidence: openEvidenceStore({ folder: data }) });
    await source.close();

    return report;
  } catch (error) {
    // A database that does not open is found out too, with its own message.
    return {
      events: 0,
      signed: 0,
      difference: { kind: 'database', index: null, position: null, stream: null, revision: null, message: { zh: String(error), en: '' } },
    };
  }
};

const copyOf = (data: string): string => {
  const folder = newFolder();
  cpSync(data, folder, { recursive: true });

  return folder;
};

/** What the part of fsck that reads the database sees: every row, then whether tables and indexes hold together. */
const seenIn = (file: string): readonly [rows: string, whole: string] => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    const meta = [db.prepare('PRAGMA application_id').get(), db.prepare('PRAGMA user_version').get()];
    const rows = JSON.stringify([meta, db.prepare('SELECT * FROM events ORDER BY position').all()]);

    return [rows, String(Object.values(db.prepare('PRAGMA integrity_check(1)').get() ?? {})[0])];
  } catch (error) {
    return [String(error), ''];
  } finally {
    db?.close();
  }
};

/** Flips one bit of a file in place; again, and it is as it was. */
const flipInPlace = (file: string, bit: number): void => {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, bit >> 3);
  writeSync(handle, flip(byte, bit & 7), 0, 1, bit >> 3);
  closeSync(handle);
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** For a loaded machine; alone on one, all of them take half a minute. */
const PATIENCE = 600_000;

describe('ten thousand single bits flipped, one at a time', () => {
  jest.setTimeout(PATIENCE);
  let base: Deployed;
  let data = '';
  beforeAll(async () => {
    base = await deployed();
    data = base.scene.folder;
    const db = new DatabaseSync(join(data, 'events.db'));
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
    db.close();
  });
  afterAll(() => {
    const table = [...counts].map(([region, { detected, idle }]) => `${region}: ${detected} detected, ${idle} commit to nothing`);
    const sum = [...counts.values()].reduce((all, { detected, idle }) => ({ detected: all.detected + detected, idle: all.idle + idle }));
    process.stdout.write(`${table.join('\n')}\nin all: ${sum.detected} detected, ${sum.idle} commit to nothing\n`);
    removeFolders();
  });

  it('start from a deployment without a difference and a package that is good', async () => {
    expect(await checkedBy(data)).toEqual({ events: EVENTS, signed: EVENTS, difference: null });
    expect((await verifyPackage(base.file, { keys: base.scene.keys, policy: base.scene.policy, makeParts })).verdict).not.toBe('bad');
  });

  it('in the event database: detected, or no event and no index is touched', async () => {
    const copy = copyOf(data);
    const file = join(copy, 'events.db');
    const bits = statSync(file).size * 8;
    const sound = seenIn(file);
    for (let at = 0; at < SHARES.database; at += 1) {
      const bit = random(bits);
      flipInPlace(file, bit);
      const [rows, whole] = seenIn(file);
      const isDetected = rows !== sound[0] || whole !== sound[1];
      count('event database', isDetected);
      if (at % WHOLE === 0) {
        const { difference } = await checkedBy(copy);

        expect({ bit, isDetected: difference !== null }).toEqual({ bit, isDetected });
      }
      flipInPlace(file, bit);
    }
  });

  it('in tiles and entries: every one is detected', async () => {
    const folder = ledgerFolder(data);
    const suite = base.scene.keys[0]!.suite;
    const sound = LedgerTree.open(suite, new TileFiles(folder), EVENTS);
    const tiles = filesBelow(join(folder, 'tile'));
    const copy = copyOf(data);
    for (let at = 0; at < SHARES.tiles; at += 1) {
      const tile = tiles[at % tiles.length] ?? '';
      const path = tile.slice(folder.length + 1);
      const bytes = readFileSync(tile);
      const flipped = flip(bytes, random(bytes.length * 8));
      const name = parseTilePath(path);
      // What the log gives is compared with the file byte for byte.
      const isDetected = name !== undefined && sound?.content(name)?.equals(flipped) === false;
      count('tiles and entries', isDetected);

      expect({ path, isDetected }).toEqual({ path, isDetected: true });
      if (at % WHOLE !== 0) continue;
      const target = join(ledgerFolder(copy), path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, flipped);
      expect((await checkedBy(copy)).difference).toMatchObject({ kind: expect.stringMatching(/^(tileDamaged|entryDamaged|database)$/) });
      copyFileSync(tile, target);
    }
  });

  it('in the checkpoint: every bit of it is detected', () => {
    const bytes = readFileSync(join(ledgerFolder(data), 'checkpoint'));
    const keys = base.scene.keys;
    for (let at = 0; at < SHARES.checkpoint; at += 1) {
      const isDetected = openCheckpoint(flip(bytes, at % (bytes.length * 8)).toString(), keys) === undefined;
      count('checkpoint', isDetected);

      expect({ at, isDetected }).toEqual({ at, isDetected: true });
    }
  });

  it('in an evidence file, its name or its content: every one is detected', async () => {
    const copy = copyOf(data);
    const [file = ''] = filesBelow(join(copy, 'evidence'));
    const bytes = readFileSync(file);
    const keyring = findKeyring(ledgerFolder(copy))!;
    const evidence = openEvidenceStore({ folder: copy });
    const source = { readAll: () => Promise.resolve([]), readStream: () => Promise.resolve([]) };
    const empty = newFolder();
    for (let at = 0; at < SHARES.evidence; at += 1) {
      writeFileSync(file, flip(bytes, at % (bytes.length * 8)));
      const { difference } = await fsck({ folder: empty, source, keyring, evidence });
      count('evidence', difference?.kind === 'evidenceChanged');

      expect(difference?.message.zh).toMatch(/^证据文件 sha256:[0-9a-f]{64} 的内容被改动$/);
    }
  });

  it('in the file of a package: none is valid', async () => {
    const bytes = readFileSync(base.file);
    const { isPlain } = await readArchive(bytes);
    expect(isPlain).toBe(true);
    for (let at = 0; at < SHARES.package; at += 1) {
      const flipped = flip(bytes, random(bytes.length * 8));
      const isDetected = await readArchive(flipped).then(
        (archive) => !archive.isPlain || [...archive.evidence].some(([name, digest]) => name !== `evidence/${digest}`),
        () => true,
      );
      count('package file', isDetected);

      expect({ at, isDetected }).toEqual({ at, isDetected: true });
      if (at % WHOLE === 0) {
        expect((await verifyPackage(flipped, { keys: base.scene.keys, policy: base.scene.policy, makeParts })).verdict).not.toBe('good');
      }
    }
  });

  it('in the content of a package that is then packed as it should be: none is valid', async () => {
    const { tables } = await readArchive(base.file);
    const names = [...tables.keys()];
    for (let at = 0; at < SHARES.packageContent; at += 1) {
      const name = names[at % names.length]!;
      const forged = await repacked(base.file, { [name]: (content: Buffer) => flip(content, random(content.length * 8)) });
      const { verdict } = await verifyPackage(forged, { keys: base.scene.keys, policy: base.scene.policy, makeParts });
      count('package content', verdict !== 'good');

      expect({ name, verdict }).not.toEqual({ name, verdict: 'good' });
    }
  });
});
