import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly hasInstallScript?: boolean }>>;
}

/** The address of somebody's mirror in the lock makes `npm ci` fail for everybody else. */
describe('the repository installs from whatever registry its user has', () => {
  it('resolves no package of the lock file to a host', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;

    expect(Object.values(packages).filter(({ resolved }) => resolved?.includes(':'))).toEqual([]);
  });

  it('has npm leave out of the lock file where packages came from', () => {
    expect(read('.npmrc').split('\n')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('names no host in .npmrc', () => {
    expect(
      read('.npmrc')
        .split('\n')
        .filter((line) => /\/\/|registry\s*=/.test(line)),
    ).toEqual([]);
  });
});

/** A script that a package runs when it is installed runs with the rights of whoever installs. */
describe('install scripts', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  const withScript = Object.entries(packages)
    .filter(([, { hasInstallScript = false }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .sort();

  it('are run by none of the packages', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { readonly allowScripts: Readonly<Record<string, boolean>> };

    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(allowScripts).toEqual(Object.fromEntries(withScript.map((name) => [name, false])));
  });

  it('are listed with a reason in docs/security.md, and no others are', () => {
    const [, dependencies = ''] = read('docs/security.md').split('## Dependencies');
    const listed = [...dependencies.matchAll(/^\| `([^`]+)`\s+\| \S.*\| \S.*\|$/gmu)].map(([, name]) => name);

    expect(listed.sort()).toEqual(withScript);
  });
});
