import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { START } from '@liuhen/workflows';
import { openSqliteEventStore } from '../event-store';
import { someEvents } from '../event-store/testing/events';
import { openEvidenceStore } from '../evidence';
import { openEmbeddedIssuer } from '../identity';
import { checked, entwined, openDeployment } from '../ledger/testing/deployment';
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
    await openQuarantine({ folder: data }).close();
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

  it('overwrites nothing', async () => {
    const [data, to] = [fresh(), fresh()];
    const store = await openSqliteEventStore({ folder: data });
    await store.append('case-1', someEvents(5), 'none');
    await store.close();
    await backUp({ data, to, now: NOW });

    await expect(backUp({ data, to, now: NOW })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(restore({ from: to, data })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('brings the ledger and the evidence along, taken while heads are signed, and signs on from there', async () => {
    const [data, to, restored] = [fresh(), fresh(), fresh()];
    const deployment = await openDeployment(data, { every: { events: 50, milliseconds: 5 } });
    const evidence = openEvidenceStore({ folder: data });
    const file = await evidence.put(Readable.from([Buffer.from('监测报告')]));
    for (let at = 0; at < 10; at += 1) await deployment.signed(`case-${at % 3}`, someEvents(60));
    const done = new AbortController();
    const writer = (async () => {
      for (let at = 0; !done.signal.aborted; at += 1) await deployment.signed(`case-${at % 5}`, someEvents(3));
    })();
    await backUp({ data, to, now: NOW });
    done.abort();
    await writer;
    await deployment.close();
    await restore({ from: to, data: restored });

    expect(await checked(restored)).toMatchObject({ difference: null });
    expect(await openEvidenceStore({ folder: restored }).find(file.digest)).toEqual(file);
    const again = await openDeployment(restored);
    expect((await again.signed('case-0')).checkpoint.size).toBeGreaterThan(600);
    expect(again.ledger.fault).toBeUndefined();
    await again.close();
  });

  it('is restored only where it holds all that a witness has seen; what is refused leaves nothing behind', async () => {
    const [data, to, late] = [fresh(), fresh(), fresh()];
    const deployment = await openDeployment(data);
    await entwined(deployment, 3, 20);
    const before = (await deployment.signed('case-0')).checkpoint;
    await backUp({ data, to, now: NOW });
    const after = (await deployment.signed('case-1', someEvents(7))).checkpoint;
    await backUp({ data, to: late, now: NOW });
    await deployment.close();
    const other = { ...before, root: after.root };

    for (const witnessed of [after, other]) {
      const folder = fresh();
      await expect(restore({ from: to, data: folder, witnessed })).rejects.toMatchObject({ code: 'LEDGER_DIFFERS' });
      expect(readdirSync(folder)).toEqual([]);
      expect(existsSync(`${folder}.restoring`)).toBe(false);
    }
    await restore({ from: to, data: fresh(), witnessed: before });
    await restore({ from: late, data: fresh(), witnessed: before });
    await restore({ from: late, data: fresh(), witnessed: after });
  });

  it('is refused where its log is not the one that its own ledger signed', async () => {
    const [data, to, forged] = [fresh(), fresh(), fresh()];
    const deployment = await openDeployment(data);
    await entwined(deployment, 2, 10);
    await deployment.signed('case-0');
    await deployment.close();
    const db = new DatabaseSync(join(data, 'events.db'));
    db.exec('DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE position = (SELECT max(position) FROM events)');
    db.close();
    await backUp({ data, to, now: NOW });

    await expect(restore({ from: to, data: forged })).rejects.toMatchObject({ code: 'LEDGER_DIFFERS' });
    expect(readdirSync(forged)).toEqual([]);
  });
});
