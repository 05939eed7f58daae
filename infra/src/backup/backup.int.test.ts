import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START } from '@liuhen/workflows';
import { openSqliteEventStore } from '../event-store';
import { someEvents } from '../event-store/testing/events';
import { openEmbeddedIssuer } from '../identity';
import { openQuarantine } from '../quarantine';
import { backUp, restore } from './backup';

const root = mkdtempSync(join(tmpdir(), 'liuhen-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let number = 0;
const fresh = (): string => join(root, String((number += 1)));
const NOW = '2024-08-30T09:00:00+08:00';

describe('a backup of the data folder', () => {
  it('is taken while the log grows, and restores what stood at one moment, to the last acknowledged append before it', async () => {
    const [data, to, restored] = [fresh(), fresh(), fresh()];
    const store = await openSqliteEventStore({ folder: data });
    openQuarantine({ folder: data }).close();
    const issuer = await openEmbeddedIssuer(data);
    for (let at = 0; at < 10; at += 1) await store.append('case-0', someEvents(200), 'any');
    const done = new AbortController();
    const writing = (): boolean => !done.signal.aborted;
    const writer = (async () => {
      for (let at = 1; writing(); at += 1) await store.append(`case-${at}`, someEvents(3), 'none');
    })();
    const before = await store.head();
    const shares: number[] = [];
    const made = await backUp({ data, to, now: NOW, onProgress: (_, share) => shares.push(share) });
    done.abort();
    await writer;
    const all = await store.readAll(START, 1_000_000);
    await store.close();

    expect(await restore({ from: to, data: restored })).toEqual(made);
    const again = await openSqliteEventStore({ folder: restored });
    const read = await again.readAll(START, 1_000_000);
    expect(read.length).toBeGreaterThanOrEqual(2_000);
    expect(read.at(-1)?.position).toBeGreaterThanOrEqual(before);
    expect(read).toEqual(all.slice(0, read.length));
    expect(read.length % 3).toBe(2_000 % 3);
    expect((await openEmbeddedIssuer(restored)).publicKey).toEqual(issuer.publicKey);
    expect(shares.at(-1)).toBe(1);
    await again.close();
  });

  it('is refused when a file was changed, is missing, or was never finished', async () => {
    const [data, to] = [fresh(), fresh()];
    const store = await openSqliteEventStore({ folder: data });
    await store.append('case-1', someEvents(5), 'none');
    await store.close();
    await backUp({ data, to, now: NOW });
    const bytes = readFileSync(join(to, 'events.db'));
    writeFileSync(join(to, 'events.db'), Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) === 0 ? 1 : 0])]));

    await expect(restore({ from: to, data: fresh() })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    rmSync(join(to, 'events.db'));
    await expect(restore({ from: to, data: fresh() })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    rmSync(join(to, 'backup.json'));
    await expect(restore({ from: to, data: fresh() })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(backUp({ data: fresh(), to: fresh(), now: NOW })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
  });

  it('overwrites nothing, and is held against what is known from elsewhere', async () => {
    const [data, to] = [fresh(), fresh()];
    const store = await openSqliteEventStore({ folder: data });
    await store.append('case-1', someEvents(5), 'none');
    await store.close();
    const made = await backUp({ data, to, now: NOW });

    await expect(backUp({ data, to, now: NOW })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(restore({ from: to, data })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    const seen: unknown[] = [];
    await restore({ from: to, data: fresh(), check: (_, digest) => Promise.resolve(void seen.push(digest)) });
    expect(seen).toEqual([{ events: made.events, digest: made.digest }]);
  });
});
