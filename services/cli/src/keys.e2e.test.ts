import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSqliteEventReader } from '@liuhen/infra';

const run = promisify(execFile);
const CLI = join(__dirname, '..', 'dist', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'liuhen-keys-cli-'));
const place = ['--data', join(folder, 'data'), '--keys', join(folder, 'keys')];

const keys = async (command: string, ...more: readonly string[]): Promise<readonly string[]> =>
  (await run(process.execPath, [CLI, 'keys', command, ...place, ...more])).stdout.trim().split('\n');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('liuhen keys', () => {
  it('makes the key of a ledger once, replaces it on record, lists both, and keeps none with the log', async () => {
    const [first = ''] = await keys('make', '--origin', 'log.example');
    expect(first).toMatch(/^log\.example\+[0-9a-f]{8}\+/u);
    expect(await keys('make')).toEqual([first]);
    const told = await keys('rotate', '--by', 'operator', '--why', '年度更换');
    const second = told.at(-1) ?? '';

    expect(await keys('list')).toEqual([first, second]);
    const log = openSqliteEventReader({ folder: join(folder, 'data') });
    const [event] = await log.readAll(0, 10);
    await log.close();
    expect(event).toMatchObject({
      type: 'LedgerKeyRotated',
      payload: { from: first, to: second, why: '年度更换' },
      actor: { person: 'operator' },
    });
    expect(readdirSync(join(folder, 'data'), { recursive: true }).filter((name) => String(name).includes('keys'))).toEqual([]);
  });
});
