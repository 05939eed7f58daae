import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
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
