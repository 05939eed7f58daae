/** Asks the registry for advisories against the lock file. Run by `npm run advisories`, where the registry answers. */
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { explainedIn, outcomeOf } = require('./advisories.ts');

const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: join(__dirname, '../..'), encoding: 'utf8', maxBuffer: 64 * 1_048_576 });
const outcome = outcomeOf(stdout ?? '', explainedIn(readFileSync(join(__dirname, '../security.md'), 'utf8')));

console.log(JSON.stringify(outcome, null, 2));
process.exitCode = { clean: 0, open: 1, unanswered: 2 }[outcome.kind];
