import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FUNCTIONS } from '@liuhen/workflows';

const ROOT = join(__dirname, '..', '..');
const ROOMS = ['schema/src', 'projections/src', 'services', 'infra/src'];

const sourcesIn = (room: string): readonly string[] =>
  readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.name.endsWith('.test.ts'))
    .map((file) => relative(ROOT, join(file.parentPath, file.name)))
    .filter((path) => !/\/(?:dist|node_modules|testing|demo)\//.test(path));

/** What a source that decides who sees a thing would have to do: name a function, or hold an area against a place, or ask the relations. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['names a function', new RegExp(`(?:===|!==|function:|by:|includes\\(|\\[)\\s*'(?:${Object.keys(FUNCTIONS).join('|')})'`)],
  ['looks whether a function is in a list', /\.includes\((?:\w+\.)*(?:function|fn)\)/],
  ['holds an area against a place', /(?<![.\w#])covers\((?!stream)/],
  ['asks the relations', /\b(?:relationsOf|suffices|REACH)\b/],
  [
    'holds a person against those whom a record names',
    /(?:named|[kK]eptFrom|officialPerson)(?:\.includes\((?:\w+\.)*person\)| [!=]== (?:\w+\.)*person)/,
  ],
  ['names the whole authority', /\bAUTHORITY\b/],
];

/** Why a source may, and yet nothing but the table decides. */
const MAY: Readonly<Record<string, string>> = {
  'schema/src/authority.ts': 'the table itself',
  'schema/src/authority-page.ts': 'prints the table',
  'schema/src/capacity.ts': 'asks the table for each function in which a person may act',
  'projections/src/shared/scope.ts': 'asks for an area that the table set',
  'projections/src/patterns/patterns.ts': 'tells a machine and an inspector from an officer when it looks for what is unusual',
  'projections/src/standings/standings.ts': 'names who received papers; what that gives them stands in the table',
  'infra/src/audit/lawfulness.ts': 'judges by the table what was done long ago',
  'infra/src/desk/spoken-for.ts': 'looks a party up only for who can speak for one',
  'infra/src/identity/verifier.ts': 'which functions and area an issuer vouches for, before anybody asks anything',
  'services/api/src/public-reports/window.ts': 'acts in its own name',
  'services/gateway-hj212/src/server/sink.ts': 'acts in its own name',
  'services/scheduler/src/events.ts': 'acts in its own name',
  'services/cli/src/ledger.ts': 'acts for the operator, on the machine itself',
  'services/cli/src/audit/export.ts': 'acts for the operator, on the machine itself',
  'services/verifier/src/report/timeline.ts': 'folds readings of devices together on the auditor’s own machine',
};

describe('who may see what is decided in one table', () => {
  const signsIn = (path: string): readonly string[] => {
    const source = readFileSync(join(ROOT, path), 'utf8');

    return SIGNS.filter(([, sign]) => sign.test(source)).map(([what]) => `${path} ${what}`);
  };

  it('and nowhere else: no other source names a function, an area or a relation to decide by', () => {
    const elsewhere = ROOMS.flatMap(sourcesIn).filter((path) => MAY[path] === undefined);

    expect(elsewhere.length).toBeGreaterThan(100);
    expect(elsewhere.flatMap(signsIn)).toEqual([]);
  });

  it.each(Object.entries(MAY))('%s is named here for a reason: %s', (path) => {
    expect(signsIn(path)).not.toEqual([]);
  });
});
