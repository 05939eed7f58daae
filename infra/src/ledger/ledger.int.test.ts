import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anEvent, someEvents } from '../event-store/testing/events';
import { openCheckpoint } from './checkpoint';
import { entryLeaf, eventHash, streamHash } from './entry';
import { formatNote } from './note';
import { findKeyring, prepareRotation, successorsOf } from './keyring';
import { consistencyProof, extendsTree, inclusionProof, includes } from './merkle';
import { NO_HASH, SUITES } from './suite';
import { checked, entwined, ledgerFolder, openDeployment } from './testing/deployment';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-ledger-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe.each(Object.values(SUITES))('the ledger with $title', (suite) => {
  const open = (data: string) => openDeployment(data, { suite: suite.name });

  it('proves every event to be in every later head, and every head to extend the one before', async () => {
    const data = newFolder();
    const deployment = await open(data);
    const heads = [await deployment.signed('case-a', someEvents(3)), await deployment.signed('case-b', someEvents(300))];
    const { checkpoint } = await deployment.signed('case-a', someEvents(2));
    const tree = { suite, nodes: deployment.ledger.tree };
    const events = await deployment.store.readAll(0, 1_000);

    expect(checkpoint.size).toBe(305);
    for (const [index] of events.entries()) {
      const entry = deployment.ledger.tree.entry(index);
      const proof = inclusionProof(tree, index, checkpoint.size);

      expect(entry?.event).toBe(eventHash(suite, events[index]!));
      expect(includes(suite, { leaf: entryLeaf(suite, entry!), index, size: checkpoint.size, root: checkpoint.root, proof })).toBe(true);
    }
    for (const { checkpoint: older } of heads) {
      expect(extendsTree(suite, { older, newer: checkpoint, proof: consistencyProof(tree, older.size, checkpoint.size) })).toBe(true);
    }
    await deployment.close();

    expect(await checked(data, { suite: suite.name })).toEqual({ events: 305, signed: 305, difference: null });
  });

  it('ties each event to the one before it in its stream', async () => {
    const data = newFolder();
    const deployment = await open(data);
    await entwined(deployment, 3, 3);
    await deployment.signed('case-0');
    const { tree } = deployment.ledger;
    const own = Array.from({ length: tree.size }, (_, at) => tree.entry(at)!).filter(
      (entry) => entry.stream === streamHash(suite, 'case-0'),
    );
    await deployment.close();

    expect(own.map((entry) => entry.revision)).toEqual([0, 1, 2, 3]);
    expect(own.map((entry) => entry.previous)).toEqual([NO_HASH, ...own.slice(0, -1).map((entry) => entryLeaf(suite, entry))]);
  });

  it('goes on after a stop where it was, and keeps what an old key signed good', async () => {
    const data = newFolder();
    const first = await open(data);
    const old = await first.signed('case-a', someEvents(400));
    await first.close();
    const { handover, commit } = prepareRotation(ledgerFolder(data));
    await commit();
    const second = await open(data);
    const later = await second.signed('case-a', someEvents(200));
    const trusted = first.ledger.keyring.signer.verifier;
    await second.close();

    expect(later.checkpoint.size).toBe(600);
    expect(openCheckpoint(formatNote(later.note), [trusted])).toBeUndefined();
    expect(successorsOf(trusted, [handover]).map(({ vkey }) => vkey)).toEqual(
      findKeyring(ledgerFolder(data))?.verifiers.map(({ vkey }) => vkey),
    );
    expect(successorsOf(trusted, [{ ...handover, statement: handover.statement.replace('v1', 'v2') }])).toEqual([trusted]);
    expect(old.checkpoint.origin).toBe('log.example');
    expect(await checked(data, { suite: suite.name })).toMatchObject({ events: 600, difference: null });
  });
});

describe('a ledger whose edge was lost', () => {
  it('is grown again from the log when the log still gives the head that was signed', async () => {
    const data = newFolder();
    const before = await openDeployment(data);
    await before.signed('case-a', someEvents(300));
    await before.close();
    rmSync(join(ledgerFolder(data), 'tile'), { recursive: true });
    const after = await openDeployment(data);
    await after.signed('case-a', someEvents(5));
    await after.close();

    expect(after.ledger.fault).toBeUndefined();
    expect(existsSync(join(ledgerFolder(data), 'tile/0/000'))).toBe(true);
    expect(await checked(data)).toMatchObject({ events: 305, signed: 305, difference: null });
  });

  it('signs nothing more when the log gives another', async () => {
    const data = newFolder();
    const before = await openDeployment(data);
    await before.signed('case-a', someEvents(30));
    await before.close();
    for (const file of ['events.db', 'events.db-wal', 'events.db-shm']) rmSync(join(data, file), { force: true });
    const after = await openDeployment(data);
    await after.store.append('case-a', someEvents(40), 'none');
    await expect(after.ledger.cover(40, 5_000)).rejects.toThrow(/LEDGER_DIFFERS/);
    await after.close();

    expect(after.ledger.fault?.detail).toContain('position 30');
    expect(
      openCheckpoint(readFileSync(join(ledgerFolder(data), 'checkpoint'), 'utf8'), after.ledger.keyring.verifiers)?.checkpoint.size,
    ).toBe(30);
  });

  it('signs nothing more when somebody wrote the checkpoint anew', async () => {
    const data = newFolder();
    const before = await openDeployment(data);
    await before.signed('case-a', [anEvent()]);
    await before.close();
    const file = join(ledgerFolder(data), 'checkpoint');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\n1\n', '\n2\n'));
    const after = await openDeployment(data);
    await after.close();

    expect(after.ledger.fault?.detail).toContain('signature');
    expect((await checked(data)).difference).toMatchObject({ kind: 'checkpoint', message: { zh: '检查点的签名不成立' } });
  });
});
