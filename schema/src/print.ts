import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from './build';

writeFileSync(join(__dirname, '..', 'schema.graphql'), printedSchema());
