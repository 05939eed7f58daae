import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '@liuhen/infra';

describe('the metrics in operations.md', () => {
  it('are those of the one table, with their units and what they mean', () => {
    const page = readFileSync(join(__dirname, 'operations.md'), 'utf8');
    const told = [...page.matchAll(/^\| `(liuhen_\w+)`\s*\| (\S+)\s*\| (\S*)\s*\| (.*?)\s*\|$/gm)].map(([, ...cells]) => cells);

    expect(told).toEqual(Object.values(METRICS).map(({ name, kind, unit, description }) => [name, kind, unit, description]));
  });
});
