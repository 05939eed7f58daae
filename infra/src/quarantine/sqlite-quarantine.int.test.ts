import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQuarantine } from './sqlite-quarantine';
import { quarantineContract } from './testing/quarantine-contract';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

quarantineContract('SQLite', {
  open: (kept) => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-quarantine-'));
    folders.push(folder);

    return Promise.resolve([openQuarantine({ folder, kept }), openQuarantine({ folder, kept })]);
  },
});
