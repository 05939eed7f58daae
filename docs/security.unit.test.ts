import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '@liuhen/infra';

const ROOT = join(__dirname, '..');
const page = readFileSync(join(__dirname, 'security.md'), 'utf8');
const found = (pattern: RegExp): readonly string[] => [...page.matchAll(pattern)].map(([, text = '']) => text);

/** Whoever checks what the page claims should not begin with a name that leads nowhere. */
describe('docs/security.md', () => {
  it('names tests that are there', () => {
    const files = globSync('{workflows,projections,schema,infra,docs}/**/*.test.ts', { cwd: ROOT })
      .concat(globSync('services/*/src/**/*.test.ts', { cwd: ROOT }))
      .filter((file) => !file.includes('node_modules'));
    const named = found(/`npx jest ([^`]+)`/gu)
      .flatMap((paths) => paths.split(' '))
      .flatMap((path) => {
        const [, start = path, choices, end = ''] = /^(.*)\{(.*)\}(.*)$/u.exec(path) ?? [];

        return choices === undefined ? [path] : choices.split(',').map((each) => `${start}${each}${end}`);
      });

    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !files.some((file) => file.startsWith(path)))).toEqual([]);
    expect(found(/`([\w-]+\.(?:unit|int|e2e)\.test\.ts)`/gu).filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual(
      [],
    );
  });

  it('names variables, commands and pages that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> };
    const known = new Set(variables.map(({ name }) => name));

    expect(found(/(LIUHEN_[A-Z0-9_]+)/gu).filter((name) => !known.has(name))).toEqual([]);
    expect(found(/npm run ([\w:]+)/gu).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(found(/\]\(([^)#]+)\)/gu).filter((link) => !existsSync(join(__dirname, link)))).toEqual([]);
  });
});
