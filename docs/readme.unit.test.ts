import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '@liuhen/infra';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('README', () => {
  it('lists every environment variable with its default and meaning, and no other', () => {
    const rows = readme
      .split('\n')
      .filter((line) => line.startsWith('| `LIUHEN_'))
      .map((line) => line.replaceAll(/ +\|/g, ' |'));

    expect(rows).toEqual(variables.map((each) => `| \`${each.name}\` | \`${each.default}\` | ${each.meaning} |`));
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? '');

    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '').filter((target) => !target.startsWith('http'));

    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
