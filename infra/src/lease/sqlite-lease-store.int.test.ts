import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLeaseStore } from './sqlite-lease-store';
import { leaseContract } from './testing/lease-contract';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

leaseContract('SQLite', {
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-lease-'));
    folders.push(folder);

    return Promise.resolve([openSqliteLeaseStore({ folder }), openSqliteLeaseStore({ folder })]);
  },
  patience: 500,
});
