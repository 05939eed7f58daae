import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openKeyring, openSqliteEventStore, openSqliteReadStore } from '@liuhen/infra';
import { counted } from '../../../infra/src/ledger/testing/counted';
import { checked, ledgerFolder, openDeployment } from '../../../infra/src/ledger/testing/deployment';
import { openKey, startWitness, WitnessState } from './index';

const KEEPER = resolve(__dirname, '../../../infra/dist/ledger/testing/killed-keeper.js');

/** Steps of the chain; the process is killed upon one of them, at the first time and at later ones. */
const STEPS = ['append', 'appended', 'projected', 'signed', 'cosigned'] as const;

const killUpon = async (step: string, nth: number, given: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [KEEPER, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  let [rest, seen] = ['', 0];
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    seen += lines.filter((line) => line === step).length;
    if (seen >= nth) child.kill('SIGKILL');
  });
  await once(child, 'close');
};

describe('a deployment that is killed', () => {
  const data = mkdtempSync(join(tmpdir(), 'liuhen-killed-'));
  const own = mkdtempSync(join(tmpdir(), 'liuhen-witness-'));
  afterAll(() => [data, own].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('at any step from append to cosignature has a ledger without a difference, and goes on with its witness', async () => {
    const { verifiers } = await openKeyring(ledgerFolder(data), { suite: 'sha256-ed25519', origin: 'log.example' });
    const signer = await openKey(own, { name: 'jiwei.example', suite: 'sha256-ed25519' });
    const alarms: string[] = [];
    const witness = await startWitness(
      { signer, logs: verifiers, state: WitnessState.open(own), now: Date.now, alarm: (text) => alarms.push(text) },
      { host: '127.0.0.1', port: 0 },
    );
    const policy = `witness jiwei ${signer.verifier.vkey} http://127.0.0.1:${witness.port}\nquorum jiwei`;
    for (const step of STEPS) {
      for (const nth of [1, 13]) {
        await killUpon(step, nth, [data, policy]);

        expect({ step, nth, ...(await checked(data)) }).toMatchObject({ step, nth, difference: null });
      }
    }
    const again = await openDeployment(data);
    await again.ledger.cover(await again.store.head(), 20_000);
    await again.close();
    await witness.close();
    const store = await openSqliteEventStore({ folder: data });
    const readStore = openSqliteReadStore({ folder: data });
    const { checkpoint } = await readStore.standing(counted.name);
    await readStore.close();
    const head = await store.head();
    await store.close();

    expect(alarms).toEqual([]);
    expect(again.ledger.fault).toBeUndefined();
    expect(await checked(data)).toEqual({ events: head, signed: head, difference: null });
    expect(checkpoint).toBeLessThanOrEqual(head);
  }, 300_000);
});
