import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSeriesStore } from './sqlite-series-store';
import { seriesContract } from './testing/series-contract';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

seriesContract('SQLite', {
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-series-'));
    folders.push(folder);

    return Promise.resolve([openSeriesStore({ folder }), openSeriesStore({ folder })]);
  },
});
