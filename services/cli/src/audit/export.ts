import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHECKPOINT_FILE,
  chinaNow,
  EMBEDDED,
  findKeyring,
  GOOD_CHECKPOINT_FILE,
  Ledger,
  keysOf,
  LEDGER_FOLDER,
  LedgerTree,
  openCheckpoint,
  openEmbeddedIssuer,
  openEvidenceStore,
  readIfThere,
  TileFiles,
  writePackage,
  type ExportWish,
  type OpenedCheckpoint,
} from '@liuhen/infra';
import { exportOnRecord, readExportWish } from '@liuhen/api';
import { makeParts } from '@liuhen/verifier';
import { hasCode, isJurisdiction, LiuhenError, type Actor } from '@liuhen/workflows';
import { readModelsAt, sourceAt, storeAt, type Place } from '../place';

export interface ExportCommandOptions extends Place {
  readonly out: string;
  readonly why: string;
  readonly by: string;
  readonly name: string;
  readonly organisation: string;
  readonly area: string;
  readonly case?: readonly string[];
  readonly person?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly files?: boolean;
  readonly service: string;
  readonly json?: boolean;
}

const SILENT = { info: () => undefined, error: () => undefined };

/** Longest wait for the ledger to come up to the export, milliseconds. */
const PATIENCE = 120_000;

const inspectorOf = ({ by, name, organisation, area }: ExportCommandOptions): Actor => ({
  person: by,
  name,
  organisation,
  office: '审计导出',
  function: 'disciplineInspection',
  jurisdiction: area,
});

const wishOf = (options: ExportCommandOptions): ExportWish => {
  const { case: cases = [], person: persons = [], from = null, to = null, why } = options;
  if (cases.length + persons.length === 0 && from === null && to === null) {
    throw new LiuhenError('INVALID_INPUT', '--case, --person, --from or --to');
  }

  return { ...readExportWish({ scope: { cases, persons, from, to }, why }), by: inspectorOf(options), now: chinaNow() };
};

interface Recorded {
  readonly packageId: string;
  readonly position: number;
}

/** Where no service runs, the log is opened here for the one event, and the ledger brought up to it. */
const recordHere = async (place: Place, wish: ExportWish): Promise<Recorded> => {
  const store = await storeAt(place);
  const readStore = await readModelsAt(place);
  const folder = join(place.data, LEDGER_FOLDER);
  const keyring = findKeyring(join(keysOf(place), LEDGER_FOLDER));
  try {
    if (keyring === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder} is not there`);
    const recorded = await exportOnRecord({ store, reader: readStore }, wish);
    const ledger = new Ledger({ folder, source: store, keyring, every: { events: 5_000, milliseconds: 1_000 }, log: SILENT });
    await ledger.start();
    try {
      await ledger.cover(recorded.position, PATIENCE);
    } finally {
      await ledger.stop();
    }

    return recorded;
  } finally {
    await readStore.close();
    await store.close();
  }
};

/** A running service holds the log; it is asked to record the export. */
const recordThere = async ({ data, service }: ExportCommandOptions, { scope, why, by }: ExportWish): Promise<Recorded> => {
  const issuer = await openEmbeddedIssuer(data);
  const token = await issuer.issue(by, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 300 });
  const response = await fetch(`${service.replace(/\/$/, '')}/ledger/audit-exports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope, why }),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => Promise.reject(new LiuhenError('STORE_LOCKED', `${service}: ${String(error)}; say --service URL`)));
  const text = await response.text();
  if (response.status !== 200) throw new LiuhenError('INTERNAL', `${service}: ${text}`);

  return JSON.parse(text) as Recorded;
};

const record = async (options: ExportCommandOptions, wish: ExportWish): Promise<Recorded> => {
  // A log on a server does not tell whether a service is running whose ledger this one would grow beside.
  if (options.events !== EMBEDDED) return recordThere(options, wish);
  try {
    return await recordHere(options, wish);
  } catch (error) {
    if (!hasCode(error, 'STORE_LOCKED')) throw error;

    return recordThere(options, wish);
  }
};

/** The head to show: the latest good one where it holds the export already, else the latest. */
const headOver = (place: Place, tree: (size: number) => LedgerTree | undefined, position: number) => {
  const folder = join(place.data, LEDGER_FOLDER);
  const verifiers = findKeyring(join(keysOf(place), LEDGER_FOLDER))?.verifiers ?? [];
  for (const file of [GOOD_CHECKPOINT_FILE, CHECKPOINT_FILE]) {
    const head: OpenedCheckpoint | undefined = openCheckpoint(readIfThere(join(folder, file))?.toString() ?? '', verifiers);
    const grown = head && tree(head.checkpoint.size);
    if (head !== undefined && grown?.indexOf(position) !== undefined) return { note: head.note, tree: grown };
  }
  throw new LiuhenError('LEDGER_DIFFERS', `no signed checkpoint holds position ${position}`);
};

/** Records an export, then writes its package from the log and the ledger as they stand on the disk. */
export const exportCommand = async (options: ExportCommandOptions): Promise<void> => {
  const { data, out, files = false, json = false } = options;
  if (existsSync(out)) throw new LiuhenError('INVALID_INPUT', `${out} is there already`);
  if (!isJurisdiction(options.area)) throw new LiuhenError('INVALID_INPUT', `--area ${options.area}: GB/T 2260`);
  const wish = wishOf(options);
  const { packageId, position } = await record(options, wish);
  const folder = join(data, LEDGER_FOLDER);
  const suite = findKeyring(join(keysOf(options), LEDGER_FOLDER))?.signer.verifier.suite;
  if (suite === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder} is not there`);
  const tiles = new TileFiles(folder);
  const { note, tree } = headOver(options, (size) => LedgerTree.open(suite, tiles, size), position);
  const store = await sourceAt(options);
  try {
    const evidence = openEvidenceStore({ folder: data });
    const manifest = await writePackage(out, { store, tree, note, evidence, makeParts }, { packageId, withFiles: files });
    process.stdout.write(
      json
        ? `${JSON.stringify({ file: out, ...manifest })}\n`
        : `已导出 ${manifest.events} 个事件到 ${out}，检查点含 ${manifest.size} 个事件\nexported ${manifest.events} events, checkpoint over ${manifest.size}\n`,
    );
  } finally {
    await store.close();
  }
};
