import { openSqliteEventReader } from '@liuhen/infra';
import type { Actor } from '@liuhen/workflows';
import { Lair, OFFICER } from './testing/lair';

const person = (id: string, over: Partial<Actor> = {}): Actor => ({ ...OFFICER, person: id, ...over });
const head = person('head', { function: 'authorityHead', jurisdiction: '370900' });
const inspector = (jurisdiction: string): Actor => person(`inspector-${jurisdiction}`, { function: 'disciplineInspection', jurisdiction });

interface Look {
  readonly type: string;
  readonly involvement: string;
  readonly subject: string;
  readonly actor: { readonly person: string };
}

describe('a look by name at what a person of another area answers for (R-113)', () => {
  let lair: Lair;
  let log: ReturnType<typeof openSqliteEventReader>;
  let position = '';

  const TRACE = 'query ($who: ID, $at: Position) { liabilityTrace(filter: { who: $who }, atLeast: $at) { edges { node { who role } } } }';
  const trace = async (actor: Actor, who: string | null) => {
    const { data, text } = await lair.ask(TRACE, { actor, variables: { who, at: position } });
    if (data === null) throw new Error(text);

    return (data['liabilityTrace'] as { readonly edges: readonly { readonly node: object }[] }).edges.map(({ node }) => node);
  };

  /** What is put on record behind the answer. */
  const recorded = async (who: string, count = 1) => {
    for (;;) {
      const events = await log.readStream(`records-${who}`);
      if (events.length >= count) return events;
      await new Promise((wake) => setImmediate(wake));
    }
  };

  const readsOf = async (asker: Actor, who: string): Promise<readonly Look[]> => {
    const query =
      'query ($who: ID!, $at: Position) { personTrail(person: $who, filter: { involvement: read }, atLeast: $at) { edges { node { type involvement subject actor { person } } } } }';
    const { data, text } = await lair.ask(query, { actor: asker, variables: { who, at: String(await lair.service.head()) } });
    if (data === null) throw new Error(text);

    return (data['personTrail'] as { readonly edges: readonly { readonly node: Look }[] }).edges.map(({ node }) => node);
  };

  beforeAll(async () => {
    lair = await Lair.open();
    log = openSqliteEventReader({ folder: lair.folder });
    const registrar = person('registrar', { function: 'registrar', jurisdiction: '220100' });
    const on = 'unitId: "220100"';
    await lair.act('registerUnit', { jurisdiction: '220100', name: '长春市生态环境局' }, { actor: registrar, on });
    const leader = { body: 'department', organisation: '长春市生态环境局', post: '局长', from: '2024-01-01' };
    for (const named of ['watched', 'unwatched']) {
      const done = await lair.act(
        'nameResponsibleLeader',
        { ...leader, leader: { person: named, name: '赵一' } },
        { actor: registrar, on },
      );
      position = done.position;
    }
  });

  afterAll(async () => {
    await log.close();
    await lair.service.stop();
  });

  it('is answered wherever the person went, and is on record: who looked, in which office, whom after', async () => {
    expect(await trace(head, null)).toEqual([]);
    expect(await trace(head, 'watched')).toEqual([{ who: 'watched', role: 'responsibleLeader' }]);

    expect((await recorded('watched')).map(({ type, actor, payload }) => ({ type, actor, payload }))).toEqual([
      { type: 'SensitiveRead', actor: head, payload: { view: 'liabilityTrace', subject: 'watched', why: null } },
    ]);
  });

  it('is on record alike where nothing is known of the person: that somebody looked is what matters', async () => {
    expect(await trace(head, 'nobody')).toEqual([]);

    expect(await recorded('nobody')).toMatchObject([
      { type: 'SensitiveRead', actor: { person: 'head' }, payload: { view: 'liabilityTrace', subject: 'nobody' } },
    ]);
  });

  it('stands in the trail of who looked, before the inspectors over them, and before no others', async () => {
    await recorded('watched');
    await recorded('nobody');
    const looks = [
      { type: 'SensitiveRead', involvement: 'read', subject: 'nobody', actor: { person: 'head' } },
      { type: 'SensitiveRead', involvement: 'read', subject: 'watched', actor: { person: 'head' } },
    ];

    expect(await readsOf(inspector('370900'), 'head')).toEqual(looks);
    expect(await readsOf(inspector('370000'), 'head')).toEqual(looks);
    // The area of the person looked after is not told who asks after them.
    expect(await readsOf(inspector('220100'), 'head')).toEqual([]);
    expect(await readsOf(inspector('220100'), 'watched')).toEqual([]);
  });

  it('is not on record of a person after whom nobody asked', async () => {
    await trace(head, null);
    // Put on record after anything that the list without a name could have left.
    await trace(head, 'later');
    await recorded('later');

    expect(await log.readStream('records-unwatched')).toEqual([]);
  });
});
