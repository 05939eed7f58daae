import { openSqliteEventReader } from '@liuhen/infra';
import type { Actor } from '@liuhen/workflows';
import { FIRM } from './testing/firm';
import { Lair, OFFICER } from './testing/lair';

const [JINING, TAIAN, SHANDONG, STATE] = ['370800', '370900', '370000', '000000'] as const;

const person = (id: string, over: Partial<Actor> = {}): Actor => ({ ...OFFICER, person: id, ...over });
const inspector = (jurisdiction: string, id = `inspector-${jurisdiction}`): Actor =>
  person(id, { function: 'disciplineInspection', jurisdiction });
const registrar = (jurisdiction: string): Actor => person('registrar', { function: 'registrar', jurisdiction });
/** Worked in one city, and then in the other. */
const mover = (jurisdiction: string): Actor => person('mover', { jurisdiction });

interface Scope {
  readonly cases?: readonly string[];
  readonly persons?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

interface Exported {
  readonly scope: object;
  readonly position: number;
  readonly streams: readonly { readonly stream: string }[];
}

describe('an audit package of an inspector of one city', () => {
  let lair: Lair;
  let log: ReturnType<typeof openSqliteEventReader>;
  let position = '';
  /** What there is in each city. */
  const cities = new Map<string, { readonly partyId: string; readonly caseId: string; readonly interferenceId: string }>();

  const act = async (actor: Actor, name: string, input: object, on?: string): Promise<string> => {
    const done = await lair.act(name, input, { actor, ...(on === undefined ? {} : { on }) });
    position = done.position;

    return done.subject;
  };

  const populate = async (city: string): Promise<void> => {
    await act(registrar(city), 'registerUnit', { jurisdiction: city, name: `${city}生态环境局` }, `unitId: "${city}"`);
    const partyId = await act(registrar(city), 'registerParty', {
      ...FIRM,
      creditCode: city === JINING ? '91370800MA3C00001M' : '91370900MA3C00002X',
      jurisdiction: city,
    });
    const problem = { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' };
    const caseId = await act(mover(city), 'reportProblem', problem);
    const interferenceId = await act(mover(city), 'recordInterference', {
      caseId,
      form: 'oralOpinion',
      kind: 'influencingHandling',
      jurisdiction: city,
      official: { person: `kept-${city}`, name: '钱五', organisation: '局', post: '副局长' },
      happenedAt: '2026-01-06',
      place: '办公室',
      content: '放一放',
      demanded: '不予处罚',
      effect: 'refused',
      medium: '录音',
      addressed: [{ person: 'mover', name: '张三' }],
    });
    cities.set(city, { partyId, caseId, interferenceId });
  };

  const of = (city: string) => cities.get(city) ?? { partyId: '', caseId: '', interferenceId: '' };
  const filesOf = (city: string): readonly string[] => {
    const { partyId, caseId, interferenceId } = of(city);

    return [`case-${caseId}`, `interference-${interferenceId}`, `party-${partyId}`, `unit-${city}`];
  };

  const ask = async (asker: Actor, scope: Scope) =>
    lair.send('/ledger/audit-exports', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await lair.token(asker)}` },
      body: JSON.stringify({ scope, why: '专项检查' }),
    });

  const exported = async (asker: Actor, scope: Scope): Promise<Exported> => {
    const { status, text } = await ask(asker, scope);
    expect([status, text]).toEqual([200, expect.stringContaining('packageId')]);
    const { packageId } = JSON.parse(text) as { readonly packageId: string };
    const [event] = await log.readStream(`records-${packageId}`);

    return event?.payload as Exported;
  };
  const streamsOf = async (asker: Actor, scope: Scope): Promise<readonly string[]> =>
    (await exported(asker, scope)).streams.map(({ stream }) => stream).sort();

  /** What was done to the log meanwhile by exports themselves is left out. */
  const isExport = (stream: string): boolean => /^records-[0-9a-f-]{36}$/.test(stream);

  const PERIOD: Scope = { from: '2020-01-01' };

  /** What is put on record behind the answer. */
  const recorded = async (stream: string, count = 1): Promise<void> => {
    while ((await log.readStream(stream)).length < count) await new Promise((wake) => setImmediate(wake));
  };

  beforeAll(async () => {
    lair = await Lair.open();
    log = openSqliteEventReader({ folder: lair.folder });
    await act(registrar(SHANDONG), 'registerUnit', { jurisdiction: SHANDONG, name: '省生态环境厅' }, `unitId: "${SHANDONG}"`);
    await populate(JINING);
    await populate(TAIAN);
    // An officer of one city tries his hand at a case of the other.
    await expect(act(mover(JINING), 'closeCase', { summary: '结案' }, `caseId: "${of(TAIAN).caseId}"`)).rejects.toThrow('closeCase');
    const LEANED =
      'query ($id: ID!, $at: Position) { interferenceTrail(filter: { caseId: $id }, atLeast: $at, why: "核查") { edges { cursor } } }';
    const TRAIL = 'query ($id: ID!, $at: Position) { personTrail(person: $id, atLeast: $at, why: "核查") { edges { cursor } } }';
    for (const city of [JINING, TAIAN]) {
      await lair.ask(LEANED, { actor: inspector(city), variables: { id: of(city).caseId, at: position } });
      await lair.ask(TRAIL, { actor: inspector(city), variables: { id: `only-${city}`, at: position } });
      await recorded(`records-only-${city}`);
    }
    // Looks at interferences stand together beside the cases, of which they would tell.
    await recorded('records-interference', 2);
    // Two bodies look after the same person, neither of whom is told of the other's look.
    await lair.ask(TRAIL, { actor: inspector(JINING), variables: { id: 'watched', at: position } });
    await recorded('records-watched');
    await lair.ask(TRAIL, { actor: inspector(SHANDONG), variables: { id: 'watched', at: position } });
    await recorded('records-watched', 2);
    await recorded(`refusals-${of(TAIAN).caseId}`);
  });

  afterAll(async () => {
    await log.close();
    await lair.service.stop();
  });

  it('by days holds the files of the city, and of what lies nowhere what was done in the city alone', async () => {
    for (const city of [JINING, TAIAN]) {
      const { caseId } = of(city);
      const beside = city === TAIAN ? [`refusals-${caseId}`] : [];
      const streams = await streamsOf(inspector(city), PERIOD);

      expect(streams.filter((stream) => !isExport(stream))).toEqual([...filesOf(city), `records-only-${city}`, ...beside].sort());
    }
  });

  it('by person holds nothing of what that person did in the other city', async () => {
    const { caseId, interferenceId, partyId } = of(JINING);

    expect(await streamsOf(inspector(JINING), { persons: ['mover'] })).toEqual(
      [`case-${caseId}`, `interference-${interferenceId}`, `party-${partyId}`, `unit-${JINING}`].sort(),
    );
  });

  it('says on record to which area it was bounded, beside the files themselves', async () => {
    expect((await exported(inspector(JINING), { persons: ['mover'] })).scope).toEqual({
      cases: [],
      persons: ['mover'],
      from: null,
      to: null,
      area: JINING,
    });
  });

  it('of the province holds both cities, looks of both bodies at one person among it', async () => {
    const streams = await streamsOf(inspector(SHANDONG), PERIOD);

    expect(streams).toEqual(
      expect.arrayContaining([...filesOf(JINING), ...filesOf(TAIAN), `unit-${SHANDONG}`, 'records-interference', 'records-watched']),
    );
  });

  it('of the whole country holds everything that is on record', async () => {
    const streams = await streamsOf(inspector(STATE), PERIOD);
    const { position: upTo } = await exported(inspector(STATE), PERIOD);
    const all = (await log.readAll(0, 10_000)).filter((event) => event.position <= upTo).map(({ stream }) => stream);

    expect([...new Set(all)].filter((stream) => !streams.includes(stream) && !isExport(stream))).toEqual([]);
  });

  it('holds nothing of a case from which the inspector is kept', async () => {
    const { caseId, interferenceId } = of(JINING);
    const streams = await streamsOf(inspector(JINING, `kept-${JINING}`), PERIOD);

    expect(streams).toContain(`party-${of(JINING).partyId}`);
    expect(streams.filter((stream) => stream.includes(caseId) || stream.includes(interferenceId))).toEqual([]);
  });

  it('is refused for a case of the other city in the very words in which it is for one that nobody has', async () => {
    const { caseId } = of(TAIAN);
    const nobody = 'a'.repeat(caseId.length);
    const own = of(JINING).caseId;
    for (const asker of [inspector(JINING), inspector(JINING, `kept-${JINING}`), inspector('370811'), inspector('220000')]) {
      const [there, nowhere] = [await ask(asker, { cases: [caseId] }), await ask(asker, { cases: [nobody] })];

      expect([there.status, there.text.replaceAll(caseId, nobody)]).toEqual([404, nowhere.text]);
      expect(nowhere).toMatchObject({ status: 404, codes: ['UNKNOWN_ID'] });
      // Nor is a case of one's own, named with it, handed out before.
      expect((await ask(asker, { cases: [own, caseId] })).codes).toEqual(['UNKNOWN_ID']);
    }
    expect((await ask(inspector(SHANDONG), { cases: [caseId, own] })).status).toBe(200);
  });

  it.each<[scope: Scope]>([[{ from: '2026-02-30' }], [{ to: '2026-13-01' }], [{ from: '2026-02-02', to: '2026-02-01' }]])(
    'is refused for days that there are not, or in the wrong order: %j',
    async (scope) => {
      expect(await ask(inspector(JINING), scope)).toMatchObject({ status: 400, codes: ['INVALID_INPUT'] });
    },
  );

  it('of a person who never was in the city is the package of a person whom nobody knows', async () => {
    const bounded = async (asked: string) => {
      const { status, text } = await ask(inspector('220000'), { persons: [asked] });
      const { packageId } = JSON.parse(text) as { readonly packageId: string };
      const payload = (await log.readStream(`records-${packageId}`))[0]?.payload as Exported;

      return { status, fields: Object.keys(JSON.parse(text) as object), streams: payload.streams };
    };

    expect(await bounded('mover')).toEqual(await bounded('nobody'));
  });
});
