import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAt, startDouble, stopDoubles } from './kurrentdb/testing/opened';
import { openSqliteEventStore } from './sqlite-event-store';

const WRITER = resolve(__dirname, '../../dist/event-store/testing/killed-writer.js');

const writeAndKill = async (where: readonly string[], acknowledgements: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [WRITER, ...where], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > acknowledgements) child.kill('SIGKILL');
  });
  await once(child, 'close');

  // The last line may have been cut by the kill.
  return said.split('\n').slice(0, -1);
};

describe('a writer that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves every acknowledged event, no half batch and no lock behind', async () => {
    for (const acknowledgements of [1, 7, 40, 120]) {
      const acknowledged = await writeAndKill([folder], acknowledgements);
      const store = await openSqliteEventStore({ folder });
      const lengths = await Promise.all(acknowledged.map(async (stream) => (await store.readStream(stream)).length));
      const all = await store.readAll(0, 1_000_000);
      await store.close();

      expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgements);
      expect(lengths.every((length) => length === 3)).toBe(true);
      expect(all.length % 3).toBe(0);
    }
  });

  it('on a server leaves every acknowledged event, once, and its index of ids as good as new', async () => {
    const double = await startDouble();
    const acknowledged: string[] = [];
    for (const acknowledgements of [1, 9, 60, 150, 30]) acknowledged.push(...(await writeAndKill([folder, double.url], acknowledgements)));
    const store = await openAt(double.url, { folder, deadline: 5_000 });
    const all = await store.readAll(0, 1_000_000);
    const lengths = await Promise.all(acknowledged.map(async (stream) => (await store.readStream(stream)).length));
    const found = await Promise.all(all.slice(-50).map(({ id }) => store.findEvent(id)));
    await store.close();
    stopDoubles();

    expect(acknowledged.length).toBeGreaterThanOrEqual(250);
    expect(lengths.every((length) => length === 3)).toBe(true);
    expect(all.length % 3).toBe(0);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(found).toEqual(all.slice(-50));
  });
});
