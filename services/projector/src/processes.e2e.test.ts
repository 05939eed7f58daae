import { setTimeout as pause } from 'node:timers/promises';
import { openLeaseStore, openReadStore } from '@liuhen/infra';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { audit } from './testing/audit';
import { Listener } from './testing/listener';
import { Officer } from './testing/officer';
import { Stand } from './testing/stand';
import { trial } from './testing/trial';

/** Take-over is due within ten seconds. */
const TAKE_OVER = 10_000;

/** What an officer and a subscriber alone do not bring. */
const NOTHING_ELSE = { devices: [], overdue: [] };

const LEASE = 'projector-1-of-1';

afterAll(dropDatabases);

describe.each(withMongo ? ['embedded', 'MongoDB'] : ['embedded'])('several processes on %s', (engine) => {
  const newPlace = () => (engine === 'embedded' ? engine : newDatabase());
  let stand: Stand;
  let listener: Listener;
  beforeEach(async () => {
    stand = await Stand.open({ events: 'embedded', readModels: newPlace(), projectors: 2 });
    listener = new Listener(stand);
  }, 120_000);
  afterEach(async () => {
    await listener.leave();
    await stand.remove();
  });

  const placeOf = ({ data, engines }: Stand) => ({ data, readModels: engines.direct.readModels });

  const holder = async (): Promise<{ readonly token: number; readonly at: string }> => {
    const leases = await openLeaseStore(placeOf(stand));
    for (;;) {
      const record = await leases.read(LEASE);
      if (record !== undefined) {
        await leases.close();

        return { token: record.token, at: stand.nameOf(record.holder) ?? '' };
      }
      await pause(50);
    }
  };

  it('show an act to its actor at once, and take over within ten seconds from one that is killed', async () => {
    const officer = new Officer(stand, 'officer');
    const first = await officer.act();
    expect(await officer.problemsSeen(first)).toBe(1);

    const before = await holder();
    await stand.kill(before.at);
    const killed = performance.now();
    const second = await officer.act();
    expect(await officer.problemsSeen(second)).toBe(2);
    expect(performance.now() - killed).toBeLessThan(TAKE_OVER);
    const after = await holder();
    expect(after.token).toBeGreaterThan(before.token);
    expect(after.at).not.toBe(before.at);
  }, 120_000);

  it('let one that was stopped in its tracks write nothing when it wakes', async () => {
    const officer = new Officer(stand, 'officer');
    listener.start();
    const first = await officer.act();
    await officer.problemsSeen(first);
    const before = await holder();
    await stand.signal(before.at, 'SIGSTOP');
    for (let act = 0; act < 10; act += 1) await officer.act();
    const last = await officer.act();
    expect(await officer.problemsSeen(last)).toBeGreaterThan(1);
    const after = await holder();
    expect(after.at).not.toBe(before.at);

    await stand.signal(before.at, 'SIGCONT');
    for (let act = 0; act < 10; act += 1) await officer.act();
    const position = (await officer.act()).position;
    const readStore = await openReadStore(placeOf(stand));
    const { generation, checkpoint } = await readStore.standing('caseFiles');
    const late = {
      projection: 'caseFiles',
      generation,
      changes: [{ key: 'late', document: { status: 'late' } }],
      checkpoint: checkpoint + 1_000,
      event: 'late',
    };
    expect(await readStore.apply([late], before.token)).toEqual(['fenced']);
    expect(await readStore.get('caseFiles', 'late')).toBeUndefined();
    await readStore.close();
    expect((await holder()).token).toBe(after.token);

    for (let wait = 0; (listener.heard.at(-1) ?? 0) < position && wait < 400; wait += 1) await pause(50);
    expect(await audit(stand, { ...NOTHING_ELSE, officers: [officer], listeners: [listener], leave: () => listener.leave() })).toEqual([]);
  }, 180_000);
});

const PLACES = [
  { name: 'embedded stores', events: 'embedded', readModels: () => 'embedded' },
  ...(withMongo
    ? [
        { name: 'an embedded log and MongoDB', events: 'embedded', readModels: newDatabase },
        { name: 'KurrentDB and MongoDB', events: 'double', readModels: newDatabase },
      ]
    : []),
];

describe.each(PLACES)('programs on $name, killed at random while their engines fail', ({ events, readModels }) => {
  it('lose nothing and do nothing twice', async () => {
    let state = 7;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;

      return state / 2_147_483_647;
    };
    const { acts, frames, heard, faults } = await trial({ events, readModels: readModels(), kills: 6, random });

    expect(faults).toEqual([]);
    expect(acts).toBeGreaterThan(10);
    expect(frames).toBeGreaterThan(0);
    expect(heard).toBeGreaterThan(5);
  }, 600_000);
});
