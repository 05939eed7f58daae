import { argv } from 'node:process';
import type { Measurement, Options, Suite } from './harness/measurement';
import { jsonOf, tableOf } from './harness/report';
import { actSuite } from './suites/act';
import { authoritySuite } from './suites/authority';
import { caseFileSuite } from './suites/case-file';
import { decideSuite } from './suites/decide';
import { enumerationSuite } from './suites/enumeration';
import { eventStoreSuite } from './suites/event-store';
import { fanOutSuite } from './suites/fan-out';
import { hj212Suite } from './suites/hj212';
import { kurrentSuite } from './suites/kurrentdb';
import { ledgerSuite } from './suites/ledger';
import { identitySuite } from './suites/identity';
import { listSuite } from './suites/list';
import { obligationsSuite } from './suites/obligations';
import { pagesSuite } from './suites/pages';
import { processesSuite } from './suites/processes';
import { readModelsSuite } from './suites/read-models';
import { readsSuite } from './suites/reads';
import { rebuildSuite } from './suites/rebuild';
import { startSuite } from './suites/start';

const SUITES: Readonly<Record<string, Suite>> = {
  'event-store': eventStoreSuite,
  act: actSuite,
  authority: authoritySuite,
  identity: identitySuite,
  decide: decideSuite,
  'case-file': caseFileSuite,
  enumeration: enumerationSuite,
  'fan-out': fanOutSuite,
  ledger: ledgerSuite,
  list: listSuite,
  hj212: hj212Suite,
  kurrentdb: kurrentSuite,
  obligations: obligationsSuite,
  pages: pagesSuite,
  processes: processesSuite,
  'read-models': readModelsSuite,
  reads: readsSuite,
  rebuild: rebuildSuite,
  start: startSuite,
};

const USAGE = `node bench/dist/run.js [--json] [--full] [suite…]
  --json  一个 JSON 数组 / one JSON array
  --full  百万事件 / a million events
  suites: ${Object.keys(SUITES).join(', ')}
`;

const runAll = async (names: readonly string[], options: Options): Promise<readonly Measurement[]> => {
  const all: Measurement[] = [];
  for (const name of names) {
    const suite = SUITES[name];
    if (suite === undefined) throw new RangeError(`${name}\n${USAGE}`);
    options.say(`${name} …`);
    all.push(...(await suite(options)));
  }

  return all;
};

const run = async (): Promise<void> => {
  const words = argv.slice(2);
  const flags = words.filter((word) => word.startsWith('--'));
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--full');
  if (unknown !== undefined) throw new RangeError(`${unknown}\n${USAGE}`);
  const chosen = words.filter((word) => !word.startsWith('--'));
  const options: Options = { full: flags.includes('--full'), say: (text) => void process.stderr.write(`${text}\n`) };
  const measurements = await runAll(chosen.length === 0 ? Object.keys(SUITES) : chosen, options);
  process.stdout.write(`${flags.includes('--json') ? jsonOf(measurements) : tableOf(measurements)}\n`);
};

run().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
