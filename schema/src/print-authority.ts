import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorityPage, reachablePage } from './authority-page';
import { buildSchema } from './build';

const root = join(__dirname, '..', '..');
writeFileSync(join(root, 'docs', 'authority.md'), authorityPage());
writeFileSync(join(root, 'schema', 'reachable.txt'), reachablePage(buildSchema()));
