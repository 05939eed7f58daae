import type { NewEvent } from '@liuhen/workflows';
import { appendSpoken } from './append';
import { CLOCK_ACTOR, type Spoken } from './events';
import { Rig } from './testing/rig';

const spoken = (at: number, length: number): Spoken => {
  const now = '2024-11-14T00:00:00+08:00';
  const event: NewEvent = {
    ...{ type: 'ObligationDueRecomputed', payload: { due: 'x'.repeat(length) }, id: `event-${at}`, schemaVersion: 1 },
    ...{ occurredAt: now, recordedAt: now, actor: CLOCK_ACTOR, actId: `event-${at}` },
    ...{ correlationId: 'case-1', causationId: null, basis: [], evidence: [] },
  };

  return { stream: 'clock-2024-11-14', event };
};

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.open();
});
afterEach(() => rig.close());

describe('what the clock appends', () => {
  it('goes in smaller parts where its explanations are long, in the same order, and once', async () => {
    const all = Array.from({ length: 800 }, (_, at) => spoken(at, 6_000));
    const { signal } = new AbortController();
    await appendSpoken(rig.store, all.slice(300, 310), signal);
    await appendSpoken(rig.store, all, signal);
    await appendSpoken(rig.store, all, signal);
    const ids = (await rig.said()).map(({ id }) => id);
    const first = all.slice(300, 310).map(({ event }) => event.id);
    expect(ids).toEqual([...first, ...all.map(({ event }) => event.id).filter((id) => !first.includes(id))]);
  });
});
