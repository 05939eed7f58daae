import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTS, FUNCTIONS, type ActOutcome, type OfficialFunction, type StreamKind } from '@liuhen/workflows';
import { inputOf } from './testing/inputs';
import { actorOf, Office } from './testing/office';

const AWAY = '220100';
const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
const actsOn = (kind: StreamKind) => ACTS.filter((group) => group.kind === kind).flatMap(({ acts }) => acts.filter((act) => !act.opens));

describe('every act, asked of a case that exists and of one that does not', () => {
  let office: Office;
  let caseId: string;
  let parties: Awaited<ReturnType<Office['registered']>>;

  beforeAll(async () => {
    office = await Office.open(mkdtempSync(join(tmpdir(), 'liuhen-enumeration-')));
    parties = await office.registered();
    caseId = await office.openCase(parties);
  });

  afterAll(() => office.close());

  const ask = (act: string, subject: string, fn: OfficialFunction, jurisdiction: string): Promise<ActOutcome> => {
    const input = inputOf(act, { ...parties, file: undefined, target: 'nothing-1', pick: 1 });

    return office.perform(act, subject, input, { actor: actorOf(fn, { person: `stranger-${fn}`, jurisdiction }) });
  };

  it('is answered alike, word for word, to whoever may not know of the case', async () => {
    const nobody = 'a'.repeat(caseId.length);
    const outsiders = [
      ...functions.map((fn) => [fn, AWAY] as const),
      // Not before it was handed to them, in their own area neither.
      ...(['policeAuthority', 'procuratorate', 'marketRegulator', 'dischargingEntity'] as const).map((fn) => [fn, '370800'] as const),
    ].filter(([fn, area]) => !(fn === 'procuratorate' && area === '370800'));
    let count = 0;
    const told: string[] = [];
    for (const { name } of actsOn('case')) {
      for (const [fn, area] of outsiders) {
        const [there, nowhere] = [await ask(name, caseId, fn, area), await ask(name, nobody, fn, area)];
        count += 1;
        if (JSON.stringify(there).replaceAll(caseId, nobody) !== JSON.stringify(nowhere)) told.push(`${name} ${fn} ${area}`);
      }
    }
    process.stdout.write(`enumeration: ${count} pairs of an act on a case that exists and on none\n`);

    expect(told).toEqual([]);
    expect(count).toBeGreaterThan(2_000);
  });
});
