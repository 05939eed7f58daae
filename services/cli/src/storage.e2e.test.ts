import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openAt, startDouble, stopDoubles } from '../../../infra/src/event-store/kurrentdb/testing/opened';
import { entwined, openDeployment } from '../../../infra/src/ledger/testing/deployment';

const CLI = resolve(__dirname, '../dist/main.js');
const run = promisify(execFile);
const liuhen = async (...words: readonly string[]): Promise<string> => (await run(process.execPath, [CLI, ...words])).stdout;

const root = mkdtempSync(join(tmpdir(), 'liuhen-storage-e2e-'));
afterEach(stopDoubles);
afterAll(() => rmSync(root, { recursive: true, force: true }));

let number = 0;
const fresh = (): string => join(root, String((number += 1)));

/** A data folder with a signed ledger, and its checkpoint kept elsewhere. */
const signedFolder = async (): Promise<{ readonly data: string; readonly checkpoint: string; readonly size: number }> => {
  const [data, checkpoint] = [fresh(), fresh()];
  const deployment = await openDeployment(data);
  await entwined(deployment, 5, 20);
  const { size } = (await deployment.signed('case-0')).checkpoint;
  await deployment.close();
  copyFileSync(join(data, 'ledger', 'checkpoint'), checkpoint);

  return { data, checkpoint, size };
};

describe('the written procedures', () => {
  it('restore a backup against the checkpoint that was kept elsewhere, and refuse one that is older', async () => {
    const { data, checkpoint, size } = await signedFolder();
    const [backup, restored, refused, later] = [fresh(), fresh(), fresh(), fresh()];
    await liuhen('backup', '--data', data, '--to', backup);
    const deployment = await openDeployment(data);
    await deployment.signed('case-1');
    await deployment.close();
    copyFileSync(join(data, 'ledger', 'checkpoint'), later);

    expect(await liuhen('restore', '--from', backup, '--data', restored, '--checkpoint', checkpoint)).toContain(`all ${size} events`);
    expect(await liuhen('fsck', '--data', restored)).toContain(`${size} of them signed`);
    await expect(liuhen('restore', '--from', backup, '--data', refused, '--checkpoint', later)).rejects.toMatchObject({
      stderr: expect.stringContaining('1 are lost') as string,
    });
    expect(readdirSync(refused)).toEqual([]);
  });

  it('move a log to a server, compare the roots, and refuse a server that belongs to another deployment', async () => {
    const { data, size } = await signedFolder();
    const { url } = await startDouble();
    const said = await liuhen('migrate', '--from', data, '--to', url, '--deployment', 'moved');
    expect(said).toContain(`the root that was signed over ${size} events`);
    expect(said).toContain(`${size} events`);
    await expect(liuhen('migrate', '--from', data, '--to', url, '--deployment', 'other')).rejects.toMatchObject({
      stderr: expect.stringContaining('moved') as string,
    });
  });

  it('hold a server that was restored against the checkpoint: what it has lost is counted', async () => {
    const { data, checkpoint, size } = await signedFolder();
    const { url } = await startDouble();
    const store = await openAt(url, { deployment: 'liuhen' });
    await store.close();

    await expect(liuhen('ledger', 'hold', '--data', data, '--events', url, '--checkpoint', checkpoint)).rejects.toMatchObject({
      stderr: expect.stringContaining(`${size} are lost`) as string,
    });
    const other = await signedFolder();
    const stranger = ['ledger', 'hold', '--data', data, '--checkpoint', other.checkpoint];
    await expect(liuhen(...stranger)).rejects.toMatchObject({ stderr: expect.stringContaining('not signed by the ledger') as string });
    expect(readFileSync(checkpoint, 'utf8')).toContain(`\n${size}\n`);
  });

  it('go on after a loss that no backup makes good with a ledger of its own, beside the old one, which still counts what is gone', async () => {
    const { data, size } = await signedFolder();
    const [backup, restored, old] = [fresh(), fresh(), fresh()];
    await liuhen('backup', '--data', data, '--to', backup);
    const lost = await openDeployment(data);
    await lost.signed('case-1');
    await lost.close();
    await liuhen('restore', '--from', backup, '--data', restored);
    cpSync(join(data, 'ledger'), join(restored, 'ledger'), { recursive: true });
    const stuck = await openDeployment(restored);
    expect(stuck.ledger.fault).toMatchObject({ code: 'LEDGER_DIFFERS' });
    await stuck.close();

    mkdirSync(old);
    renameSync(join(restored, 'ledger'), join(old, 'ledger'));
    expect(await liuhen('keys', 'make', '--data', restored, '--origin', 'log.example/second')).toContain('log.example/second');
    const anew = await openDeployment(restored, { origin: 'log.example/second' });
    await anew.signed('case-2');
    await anew.close();

    expect(await liuhen('fsck', '--data', restored)).toContain(`${size + 1} of them signed`);
    const hold = ['ledger', 'hold', '--data', restored, '--keys', old, '--checkpoint', join(old, 'ledger', 'checkpoint')];
    await expect(liuhen(...hold)).rejects.toMatchObject({ stderr: expect.stringMatching(/lost|LEDGER_DIFFERS/) as string });
  });
});
