import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTS, FUNCTIONS, type ActOutcome, type OfficialFunction, type StreamKind } from '@liuhen/workflows';
import { inputOf } from './testing/inputs';
import { actorOf, firstFunction, Office, subjectOf } from './testing/office';

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

  const named = { person: 'boss', name: '钱五', organisation: '某区', post: '主任' };
  /** Records of the area, whom they name, and the functions of the area that may know of them. */
  const RECORDS: readonly (readonly [StreamKind, string, object, readonly OfficialFunction[]])[] = [
    ['interference', 'recordInterference', { official: named }, ['disciplineInspection']],
    ['discipline', 'transferDisciplineClue', { responsibleManager: named }, ['disciplineInspection', 'procuratorate', 'authorityHead']],
    [
      'report',
      'receivePublicReport',
      {},
      [
        ...(['monitoringUnit', 'monitoringControlCentre', 'permitDepartment', 'enforcementAgency'] as const),
        ...(['legalReviewer', 'authorityHead', 'marketRegulator', 'disciplineInspection', 'publicWindow'] as const),
      ],
    ],
  ];

  it.each(RECORDS)('of a record of the kind %s nobody of its own area learns who may not know of it, nor whom it names', async (...row) => {
    const [kind, opening, over, functionsThatMay] = row;
    const matter = { ...parties, file: undefined, target: '', pick: 1 };
    const recordId = subjectOf(
      await office.must(
        opening,
        null,
        { ...inputOf(opening, matter), ...over },
        { actor: actorOf(firstFunction(opening), { person: 'recorder' }) },
      ),
    );
    const nobody = 'a'.repeat(recordId.length);
    const leaks: string[] = [];
    const askers = functions.flatMap((fn) =>
      ['colleague', 'boss']
        .filter((person) => !functionsThatMay.includes(fn) || (person === 'boss' && kind !== 'report'))
        .map((person) => actorOf(fn, { person })),
    );
    for (const { name } of actsOn(kind)) {
      for (const actor of askers) {
        const ask = (subject: string) => office.perform(name, subject, inputOf(name, { ...matter, target: 'x-1' }), { actor });
        const [there, nowhere] = [await ask(recordId), await ask(nobody)];
        if (JSON.stringify(there).replaceAll(recordId, nobody) !== JSON.stringify(nowhere))
          leaks.push(`${name} ${actor.function} ${actor.person}`);
      }
    }

    expect(leaks).toEqual([]);
    // Whoever may know of it is told something else of it than of none.
    const [may = 'disciplineInspection'] = functionsThatMay;
    const first = actsOn(kind)[0]?.name ?? '';
    const told = async (subject: string) =>
      JSON.stringify(await office.perform(first, subject, inputOf(first, { ...matter, target: 'x-1' }), { actor: actorOf(may) }));
    expect((await told(recordId)).replaceAll(recordId, nobody)).not.toBe(await told(nobody));
  });

  const sample = (over: object) => ({ ...inputOf('reportProblem', { ...parties, file: undefined, target: '', pick: 1 }), ...over });
  const NAMING: readonly (readonly [string, (id: string) => object])[] = [
    ['adoptCase', (fromCaseId) => ({ fromCaseId, reason: '同一企业' })],
    ['mergeCase', (into) => ({ into, reason: '同一企业' })],
    ['linkOpenedCase', (other) => ({ caseId: other, problemId: 'problem-1' })],
    ['reportProblem', (other) => sample({ openedFrom: { caseId: other, problemId: 'problem-1' } })],
  ];

  it.each(NAMING)('%s says of a case of another area that its input names what it says of none', async (act, naming) => {
    const away = actorOf('enforcementAgency', { person: 'away', jurisdiction: AWAY });
    const registrar = actorOf('registrar', { jurisdiction: '000000' });
    const partyId = subjectOf(
      await office.must(
        'registerParty',
        null,
        { ...inputOf('registerParty', { ...parties, file: undefined, target: '', pick: 1 }), jurisdiction: AWAY },
        { actor: registrar },
      ),
    );
    const own = subjectOf(await office.must('reportProblem', null, { ...sample({}), partyId, outletId: undefined }, { actor: away }));
    const nobody = 'a'.repeat(caseId.length);
    const ask = (id: string) =>
      office.perform(
        act,
        act === 'reportProblem' ? null : own,
        { ...naming(id), ...(act === 'reportProblem' ? { partyId, outletId: undefined } : {}) },
        { actor: away },
      );
    const [there, nowhere] = [await ask(caseId), await ask(nobody)];

    expect(nowhere).toMatchObject({ kind: 'refusal', code: 'UNKNOWN_ID' });
    expect(JSON.stringify(there).replaceAll(caseId, nobody)).toBe(JSON.stringify(nowhere));
    expect(await office.file(own)).toMatchObject({ problems: [{ partyId }] });
  });
});
