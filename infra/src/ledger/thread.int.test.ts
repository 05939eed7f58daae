import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openSqliteEventStore } from '../event-store';
import { someEvents } from '../event-store/testing/events';
import { openCheckpoint } from './checkpoint';
import { entryLeaf } from './entry';
import { openKeyring } from './keyring';
import { consistencyProof, extendsTree, inclusionProof, includes } from './merkle';
import { SUITES } from './suite';
import { checked, ledgerFolder, openDeployment, quietLog } from './testing/deployment';
import { LedgerThread, type LedgerThreadOptions } from './thread';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-thread-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const PATIENCE = 20_000;

const run = promisify(execFile);

/** The thread's end is heard of only by a program of its own, outside the runner. */
const LOST_THREAD = resolve(__dirname, '../../dist/ledger/testing/lost-thread.js');

const openThreaded = async (data: string, more: Partial<LedgerThreadOptions> = {}) => {
  const store = await openSqliteEventStore({ folder: data });
  const keyring = await openKeyring(ledgerFolder(data), { suite: 'sha256-ed25519', origin: 'log.example' });
  const every = { events: 1_000, milliseconds: 60_000 };
  const place = { data, keys: data, events: 'embedded', deployment: 'liuhen', courtesy: 20, checkCourtesy: 0 };
  const ledger = new LedgerThread({ ...place, every, keyring, log: quietLog, ...more });
  await ledger.start();

  return {
    store,
    ledger,
    signed: async (stream: string, count: number) => {
      await store.append(stream, someEvents(count), 'any');

      return ledger.cover(await store.head(), PATIENCE);
    },
    close: async () => {
      await ledger.stop();
      await store.close();
    },
  };
};

describe('a ledger in a thread of its own', () => {
  it('signs what the log holds, and its heads and proofs are read here', async () => {
    const data = newFolder();
    const told: number[] = [];
    const { ledger, signed, close } = await openThreaded(data, { onCheckpoint: (_, { size }) => told.push(size) });
    const { checkpoint: older } = await signed('case-a', 300);
    const { checkpoint: newer } = await signed('case-b', 30);
    const { tree } = ledger;
    const suite = SUITES['sha256-ed25519'];
    const of = { suite, nodes: tree };

    expect(ledger.signed?.checkpoint).toEqual(newer);
    expect(told).toEqual([300, 330]);
    expect(extendsTree(suite, { older, newer, proof: consistencyProof(of, 300, 330) })).toBe(true);
    expect(
      includes(suite, { leaf: entryLeaf(suite, tree.entry(7)!), index: 7, size: 330, root: newer.root, proof: inclusionProof(of, 7, 330) }),
    ).toBe(true);
    expect(await ledger.check()).toEqual({ events: 330, signed: 330, difference: null });
    await close();

    expect(await checked(data)).toEqual({ events: 330, signed: 330, difference: null });
  });

  it('keeps the signatures of others with the head that they are for', async () => {
    const data = newFolder();
    const { ledger, signed, close } = await openThreaded(data);
    const { note } = await signed('case-a', 3);
    const cosigned = { ...note, signatures: [...note.signatures, { ...note.signatures[0]!, name: 'jiwei.example' }] };
    await ledger.keepSignatures(cosigned);
    const kept = openCheckpoint(readFileSync(join(ledgerFolder(data), 'checkpoint'), 'utf8'), ledger.keyring.verifiers);
    await close();

    expect(kept?.note).toEqual(cosigned);
    expect(ledger.signed?.note).toEqual(cosigned);
  });

  it('signs nothing where the log is not the one that was signed, and says why', async () => {
    const data = newFolder();
    const before = await openDeployment(data);
    await before.signed('case-a', someEvents(3));
    await before.close();
    const file = join(ledgerFolder(data), 'checkpoint');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\n3\n', '\n4\n'));
    const { ledger, store, close } = await openThreaded(data);

    expect(ledger.fault?.message).toMatch(/LEDGER_DIFFERS.+signature/);
    await expect(ledger.cover(await store.head(), PATIENCE)).rejects.toMatchObject({ code: 'LEDGER_DIFFERS' });
    await close();
  });

  it('does not start without a log', async () => {
    const data = newFolder();
    const keyring = await openKeyring(ledgerFolder(data), { suite: 'sha256-ed25519', origin: null });
    const every = { events: 1, milliseconds: 1 };
    const place = { data, keys: data, events: 'embedded', deployment: 'liuhen', courtesy: 0, checkCourtesy: 0 };
    const ledger = new LedgerThread({ ...place, every, keyring, log: quietLog });

    await expect(ledger.start()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await ledger.stop();
  });

  it('is red while its thread is gone, and another takes up where that one was', async () => {
    const data = newFolder();
    const { stdout } = await run(process.execPath, [LOST_THREAD, data]);

    expect(stdout.split('\n')).toEqual(['INTERNAL', '45', '2', '']);
    expect(await checked(data)).toEqual({ events: 45, signed: 45, difference: null });
  });
});
