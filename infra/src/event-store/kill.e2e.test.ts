import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSqliteEventStore } from './sqlite-event-store';

const WRITER = resolve(__dirname, '../../dist/event-store/testing/killed-writer.js');

const writeAndKill = async (folder: string, acknowledgements: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
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
      const acknowledged = await writeAndKill(folder, acknowledgements);
      const store = await openSqliteEventStore({ folder });
      const lengths = await Promise.all(acknowledged.map(async (stream) => (await store.readStream(stream)).length));
      const all = await store.readAll(0, 1_000_000);
      await store.close();

      expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgements);
      expect(lengths.every((length) => length === 3)).toBe(true);
      expect(all.length % 3).toBe(0);
    }
  });
});
