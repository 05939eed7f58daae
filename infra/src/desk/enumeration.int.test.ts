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
  const hand = { organisation: '别处执法队', function: 'enforcementAgency', jurisdiction: AWAY };
  const NAMING: readonly (readonly [string, (id: string) => object])[] = [
    ['acceptClue', (intoCaseId) => ({ clueId: 'clue-1', intoCaseId })],
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
    if (act === 'acceptClue') {
      const monitor = actorOf('monitoringUnit', { person: 'monitor', jurisdiction: AWAY });
      const clue = { problemIds: ['problem-1'], to: hand, materials: ['报告'], fraud: false, verified: true };
      await office.must('transferClue', own, clue, { actor: monitor });
      await office.must('receiveClue', own, { clueId: 'clue-1' }, { actor: away });
    }
    const nobody = 'a'.repeat(caseId.length);
    const before = (await office.store.readStream(`case-${caseId}`)).length;
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
    // Nor is anything put on record with the case that it names.
    expect(await office.store.readStream(`case-${caseId}`)).toHaveLength(before);
  });

  describe('a firm of the same name in another area', () => {
    const NAME = '某某化工';
    const clerk = (jurisdiction: string) =>
      actorOf('dischargingEntity', { person: `clerk-${jurisdiction}`, organisation: NAME, jurisdiction });
    const [own, namesake] = [clerk('370800'), clerk('370900')];
    const acts = (kind: StreamKind) => actsOn(kind).filter(({ by }) => by.includes('dischargingEntity'));
    const asks = (act: string, subject: string, actor: typeof own) =>
      office.perform(act, subject, inputOf(act, { ...parties, file: undefined, target: 'penalty-1', pick: 1 }), { actor });

    beforeAll(async () => {
      const party = {
        ...inputOf('registerParty', { ...parties, file: undefined, target: '', pick: 1 }),
        name: NAME,
        jurisdiction: '370900',
      };
      await office.must('registerParty', null, party, { actor: actorOf('registrar', { jurisdiction: '370900' }) });
    });

    it('is answered of each proceeding of the case as of none, and its namesake is not', async () => {
      const nobody = 'a'.repeat(caseId.length);
      const alike = async (actor: typeof own) => {
        const found: string[] = [];
        for (const { name } of acts('case')) {
          const [there, nowhere] = [await asks(name, caseId, actor), await asks(name, nobody, actor)];
          if (JSON.stringify(there).replaceAll(caseId, nobody) === JSON.stringify(nowhere)) found.push(name);
        }

        return found;
      };
      const all = acts('case').map(({ name }) => name);

      expect(all.length).toBeGreaterThan(8);
      expect(await alike(namesake)).toEqual(all);
      expect(await alike(own)).toEqual([]);
    });

    it.each(['party', 'outlet'] as const)('is answered of a %s of its namesake as of none, which stays as it is', async (kind) => {
      const at = (partyId: string) => (kind === 'party' ? partyId : `${partyId}.1`);
      const [subject, nobody] = [at(parties.partyId), at('a'.repeat(parties.partyId.length))];
      const before = (await office.store.readStream(`${kind}-${subject}`)).length;
      const told = async (id: string) => {
        const outcomes: ActOutcome[] = [];
        for (const { name } of acts(kind)) outcomes.push(await asks(name, id, namesake));

        return outcomes;
      };
      const [there, nowhere] = [await told(subject), await told(nobody)];

      expect(there.length).toBeGreaterThan(0);
      expect(JSON.stringify(there).replaceAll(subject, nobody)).toBe(JSON.stringify(nowhere));
      expect(there.map((outcome) => ('code' in outcome ? outcome.code : outcome.kind))).toEqual(
        there.map(() => (kind === 'party' ? 'UNKNOWN_ID' : 'NOT_OWN_PARTY')),
      );
      expect(await office.store.readStream(`${kind}-${subject}`)).toHaveLength(before);
      // Whose it is is told something else.
      for (const [at, { name }] of acts(kind).entries()) expect(await asks(name, subject, own)).not.toEqual(there[at]);
    });
  });
});
