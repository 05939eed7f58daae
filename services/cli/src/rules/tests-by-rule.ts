import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LiuhenError, type TestsByRule } from '@liuhen/workflows';

/** Where the sources stand: the folder above this program that holds the whole project. */
export const checkout = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'turbo.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new LiuhenError('NOT_FOUND', 'no source checkout above this program; rules are read off the tests');
    folder = above;
  }

  return folder;
};

const BY_RULE = /\bbyRule\(\s*'([A-Z]+-\d+)'/g;

const rulesIn = (text: string): readonly string[] => [...text.matchAll(BY_RULE)].flatMap(([, id]) => (id === undefined ? [] : [id]));

const isSkipped = (name: string): boolean => name === 'node_modules' || name === 'dist' || name.startsWith('.');

/** Which test files hold which rule, read off their `byRule('R-…')` calls. */
export const testsByRule = (root: string): TestsByRule => {
  const files = globSync('**/*.test.ts', { cwd: root, exclude: (name) => isSkipped(name) }).sort();
  const found = new Map<string, string[]>();
  for (const file of files) {
    for (const id of new Set(rulesIn(readFileSync(join(root, file), 'utf8')))) found.set(id, [...(found.get(id) ?? []), file]);
  }

  return found;
};
