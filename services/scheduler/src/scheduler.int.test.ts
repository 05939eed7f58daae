import fc from 'fast-check';
import { addDays, startOfDay, type RecordedEvent } from '@liuhen/workflows';
import { ClockPass } from './pass';
import { Scheduler, type Pause } from './scheduler';
import { protocol, Rig, type Happened } from './testing/rig';

const filed = (penaltyId: string, filedOn: string, over: Partial<Happened> = {}): Happened => ({
  type: 'PenaltyCaseOpened',
  payload: { penaltyId, filedOn, problemIds: ['problem-1'] },
  at: `${filedOn}T09:00:00+08:00`,
  ...over,
});

const decided = (penaltyId: string, at: string): Happened => ({ type: 'NoPenaltyDecided', payload: { penaltyId }, at });

let rig: Rig;
beforeEach(async () => {
  rig = await Rig.open();
});
afterEach(() => rig.close());

describe('the statutory clock', () => {
  it('reminds before the end, says when it is missed, and tells the head and then the superior', async () => {
    await rig.happen(filed('penalty-1', '2024-08-15'));
    await rig.look('2024-11-09T23:59:59+08:00');
    expect(await rig.said()).toEqual([]);
    await rig.look('2024-11-10T00:00:00+08:00');
    expect(protocol(await rig.said())).toEqual(['2024-11-10T00:00 Reminded penaltyDecision']);
    await rig.look('2024-11-13T23:59:59+08:00');
    expect(await rig.said()).toHaveLength(1);
    await rig.look('2024-11-14T00:00:00+08:00');
    await rig.look('2024-11-17T00:00:00+08:00');
    await rig.look('2024-11-30T00:00:00+08:00');
    expect(protocol(await rig.said()).slice(1)).toEqual([
      '2024-11-14T00:00 Breached penaltyDecision',
      '2024-11-17T00:00 Escalated1 penaltyDecision',
      '2024-11-29T00:00 Escalated2 penaltyDecision',
    ]);
    expect(await rig.duty('penaltyDecision')).toMatchObject({
      status: 'open',
      remindedAt: '2024-11-10T00:00:00+08:00',
      breachedAt: '2024-11-14T00:00:00+08:00',
      escalations: [
        { level: 1, to: { function: 'authorityHead', jurisdiction: '370000' } },
        { level: 2, to: { function: 'authorityHead', jurisdiction: '370000' } },
      ],
      nextLook: null,
    });
  });

  it('says nothing of a duty that was done in time, and heals one that is done late', async () => {
    await rig.happen(filed('penalty-1', '2024-08-15'), decided('penalty-1', '2024-11-01T09:00:00+08:00'));
    await rig.look('2025-01-01T00:00:00+08:00');
    expect(await rig.said()).toEqual([]);
    expect(await rig.duty('penaltyDecision')).toMatchObject({ status: 'discharged', late: false, breachedAt: null });

    await rig.happen(filed('penalty-2', '2024-08-15', { stream: 'case-2' }));
    await rig.look('2025-01-01T00:00:01+08:00');
    await rig.happen({ ...decided('penalty-2', '2025-01-02T09:00:00+08:00'), stream: 'case-2' });
    expect((await rig.said()).length).toBe(4);
    await rig.look('2025-06-01T00:00:00+08:00');
    expect((await rig.said()).length).toBe(4);
  });

  it('speaks in its own name, of the matter, by the rule, in a stream of the day', async () => {
    await rig.happen(filed('penalty-1', '2024-08-15'));
    await rig.look('2024-11-14T08:00:00+08:00');
    const [, breach] = await rig.said();
    expect(breach).toMatchObject({
      type: 'ObligationBreached',
      stream: 'clock-2024-11-14',
      occurredAt: '2024-11-14T00:00:00+08:00',
      recordedAt: '2024-11-14T08:00:00+08:00',
      actor: { function: 'statutoryClock' },
      correlationId: '1',
      causationId: 'event-1',
      basis: [{ rule: 'APL-60' }, { rule: 'W-21' }],
      payload: { subject: '1', due: '2024-11-13', owedBy: 'authorityHead' },
    });
  });

  it('counts hours to the moment', async () => {
    await rig.happen({
      type: 'CriminalTransferApproved',
      payload: { transferId: 't' },
      at: '2024-08-30T09:30:00+08:00',
      function: 'authorityHead',
    });
    await rig.look('2024-08-31T09:29:59+08:00');
    expect(protocol(await rig.said())).toEqual(['2024-08-31T03:30 Reminded transferSending']);
    await rig.look('2024-08-31T09:30:00+08:00');
    expect(protocol(await rig.said())[1]).toBe('2024-08-31T09:30 Breached transferSending');
  });

  it('waits while a clock stands still, and takes the days that stood into account', async () => {
    const stop = { type: 'PenaltyClockSuspended', payload: { penaltyId: 'penalty-1', reason: '移送公安', on: '2024-09-01' } };
    const go = { type: 'PenaltyClockResumed', payload: { penaltyId: 'penalty-1', on: '2024-12-01' } };
    await rig.happen(filed('penalty-1', '2024-08-15'), { ...stop, at: '2024-09-01T09:00:00+08:00' });
    await rig.look('2024-11-30T00:00:00+08:00');
    expect(await rig.said()).toEqual([]);
    expect(await rig.duty('penaltyDecision')).toMatchObject({ status: 'suspended', nextLook: null });
    await rig.happen({ ...go, at: '2024-12-01T09:00:00+08:00' });
    expect(await rig.duty('penaltyDecision')).toMatchObject({ status: 'open', dueOn: '2025-02-12' });
    await rig.look('2025-02-13T00:00:00+08:00');
    expect(protocol(await rig.said())).toEqual(['2025-02-09T00:00 Reminded penaltyDecision', '2025-02-13T00:00 Breached penaltyDecision']);
  });

  it('gives a day to what was over when it was put on record', async () => {
    await rig.happen(filed('penalty-1', '2024-01-02', { recordedAt: '2024-11-20T10:00:00+08:00' }));
    await rig.look('2024-11-21T09:59:59+08:00');
    expect(await rig.said()).toEqual([]);
    await rig.happen(decided('penalty-1', '2024-02-01T09:00:00+08:00'));
    await rig.look('2024-12-31T00:00:00+08:00');
    expect(await rig.said()).toEqual([]);

    await rig.happen(filed('penalty-2', '2024-01-02', { recordedAt: '2024-11-20T10:00:00+08:00', stream: 'case-2' }));
    await rig.look('2024-12-31T00:00:01+08:00');
    expect(protocol(await rig.said())).toEqual([
      '2024-04-02T00:00 Breached penaltyDecision',
      '2024-04-05T00:00 Escalated1 penaltyDecision',
      '2024-04-17T00:00 Escalated2 penaltyDecision',
    ]);
  });

  it('has nothing to say of 「及时」 without a number', async () => {
    await rig.happen({
      type: 'ClueTransferred',
      payload: { clueId: 'clue-1', problemIds: [] },
      at: '2024-08-01T09:00:00+08:00',
      function: 'monitoringUnit',
    });
    await rig.look('2030-01-01T00:00:00+08:00');
    expect(await rig.said()).toEqual([]);
  });

  it('opens no duty where its rule is not in force', async () => {
    const found = { type: 'ProblemFound', payload: { problemId: 'p', source: 'jointOperation', jurisdiction: '620100' } };
    await rig.happen(
      { ...found, at: '2018-06-01T09:00:00+08:00', stream: 'case-3' },
      { ...found, at: '2024-06-01T09:00:00+08:00', stream: 'case-4' },
    );
    expect(await rig.duty('problemHandled')).toMatchObject({ stream: 'case-3', rule: 'R-067' });
  });
});

describe('a jump of the system clock', () => {
  it('forward tells everything that fell due, once, oldest first', async () => {
    await rig.happen(
      filed('a', '2024-08-15'),
      filed('b', '2024-05-06', { stream: 'case-2' }),
      filed('c', '2024-07-05', { stream: 'case-3' }),
    );
    await rig.look('2026-01-01T00:00:00+08:00');
    await rig.look('2026-01-01T00:00:00+08:00');
    const said = await rig.said();
    expect(said).toHaveLength(12);
    expect(said.map(({ occurredAt }) => occurredAt)).toEqual(said.map(({ occurredAt }) => occurredAt).sort());
  });

  it.each([1, 2, 3, 4])('is caught up with %i duties at a time, the oldest first, none twice', async (atOnce) => {
    const days = ['2024-05-06', '2024-05-06', '2024-05-07', '2024-06-18', '2024-07-05', '2024-07-05', '2024-07-05', '2024-08-15'];
    await rig.happen(...days.map((day, at) => filed(`p-${at}`, day, { stream: `case-${at}` })));
    await rig.look('2026-01-01T00:00:00+08:00', { atOnce });
    const said = await rig.said();
    expect(new Set(said.map(({ id }) => id)).size).toBe(days.length * 4);
    expect(said.map(({ occurredAt }) => occurredAt)).toEqual(said.map(({ occurredAt }) => occurredAt).sort());
  });

  it('backward tells nothing twice and takes nothing back', async () => {
    await rig.happen(filed('penalty-1', '2024-08-15'));
    await rig.look('2024-11-14T00:00:00+08:00');
    const before = await rig.said();
    await rig.look('2024-10-01T00:00:00+08:00');
    await rig.look('2024-11-14T12:00:00+08:00');
    expect(await rig.said()).toEqual(before);
    expect(await rig.duty('penaltyDecision')).toMatchObject({ breachedAt: '2024-11-14T00:00:00+08:00' });
  });
});

/** One move of a world in which anything may happen to the clock. */
const move = fc.oneof(
  fc.record({ kind: fc.constant('look' as const), day: fc.integer({ min: -400, max: 700 }) }),
  fc.record({ kind: fc.constant('two' as const), day: fc.integer({ min: -400, max: 700 }) }),
  fc.record({ kind: fc.constant('cut' as const), day: fc.integer({ min: -400, max: 700 }), after: fc.nat(6) }),
  fc.record({ kind: fc.constant('restart' as const) }),
);

type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const FIRST = '2024-08-15';

const momentOf = (day: number): string => startOfDay(addDays(FIRST, day));

/** A log that fails after some appends, as at a crash. */
const cutAfter = (world: Rig, appends: number) => {
  let left = appends;

  return {
    store: {
      head: () => world.store.head(),
      findEvent: (id: string) => world.store.findEvent(id),
      append: (...args: Parameters<Rig['store']['append']>) => {
        left -= 1;

        return left < 0 ? Promise.reject(new Error('cut')) : world.store.append(...args);
      },
    },
  };
};

const happenTo = async (world: Rig, { kind, ...how }: Move): Promise<void> => {
  const now = momentOf('day' in how ? how.day : 0);
  switch (kind) {
    case 'look':
      return world.look(now);
    case 'two':
      await Promise.all([world.look(now), world.look(now)]);

      return;
    case 'cut':
      return world.look(now, cutAfter(world, 'after' in how ? how.after : 0)).catch(() => undefined);
    case 'restart':
      return world.restart();
  }
};

const idsOf = (events: readonly RecordedEvent[]): readonly string[] => events.map(({ id }) => id).sort();

const CASES = [0, 3, 3, 9, 40, 41, 90, 200].map((day, at) => filed(`penalty-${at}`, addDays(FIRST, day), { stream: `case-${at}` }));

describe('whatever happens to the clock', () => {
  it('it has told in the end what one undisturbed look would have told, each thing once', async () => {
    await rig.happen(...CASES);
    const END = momentOf(800);
    await rig.look(END);
    const wanted = idsOf(await rig.said());
    expect(wanted).toHaveLength(CASES.length * 4);
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
        const world = await Rig.open();
        try {
          await world.happen(...CASES);
          for (const each of moves) await happenTo(world, each);
          await world.look(END);

          expect(idsOf(await world.said())).toEqual(wanted);
        } finally {
          await world.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a year without published holidays', () => {
  const notice: Happened = {
    type: 'HolidayNoticeRecorded',
    payload: {
      year: 2027,
      noticeNo: '国办发明电〔2026〕9号',
      publishedOn: '2026-11-04',
      holidays: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09'],
      workingDays: ['2027-02-14'],
    },
    stream: 'calendar-2027',
    at: '2026-12-01T09:00:00+08:00',
    function: 'registrar',
  };

  it('is counted by an assumption that says so, and anew when the notice arrives', async () => {
    await rig.happen(filed('penalty-1', '2026-11-09'));
    expect(await rig.duty('penaltyDecision')).toMatchObject({
      dueOn: '2027-02-08',
      due: { assumedYears: [2027], calendarVersion: 'cn-2026' },
    });
    await rig.happen(notice);
    await rig.look('2026-12-01T10:00:00+08:00');
    await rig.look('2026-12-01T10:00:01+08:00');
    expect(protocol(await rig.said())).toEqual(['2026-12-01T10:00 DueRecomputed penaltyDecision']);
    const duty = await rig.duty('penaltyDecision');
    expect(duty).toMatchObject({ dueOn: '2027-02-10', assumedYear: null, due: { calendarVersion: 'cn-2026+2027/国办发明电〔2026〕9号' } });
    expect(duty?.due).not.toHaveProperty('assumedYears');
  });

  it('is counted anew for what is opened after the notice too, and by a later notice of the same year', async () => {
    await rig.happen(notice);
    const clock = new ClockPass(rig.ports());
    const { signal } = new AbortController();
    rig.now = '2026-12-01T10:00:00+08:00';
    await clock.run(signal);
    await rig.happen(filed('penalty-1', '2026-11-09'));
    await clock.run(signal);
    expect(await rig.duty('penaltyDecision')).toMatchObject({ dueOn: '2027-02-10' });
    const longer = {
      ...(notice.payload as object),
      noticeNo: '国办发明电〔2027〕1号',
      holidays: ['2027-02-08', '2027-02-09', '2027-02-10'],
    };
    await rig.happen({ ...notice, payload: longer });
    await clock.run(signal);
    expect(await rig.duty('penaltyDecision')).toMatchObject({ dueOn: '2027-02-11' });
    expect(await rig.said()).toHaveLength(2);
  });
});

describe('the loop around the clock', () => {
  const log = { info: () => undefined, error: () => undefined };

  it('looks, pauses, looks again, and stops at once when it is told to', async () => {
    await rig.happen(filed('penalty-1', '2024-08-15'));
    rig.now = '2024-11-14T00:00:00+08:00';
    let looks = 0;
    let looked: () => void;
    const twice = new Promise<void>((resolve) => (looked = resolve));
    const pause: Pause = (_milliseconds, signal) => {
      looks += 1;
      if (looks < 3) return Promise.resolve();
      looked();

      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    };
    const scheduler = new Scheduler({ ...rig.ports(), log, pause });
    scheduler.start();
    await twice;
    await scheduler.stop();
    expect(scheduler.status()).toEqual({ lastPass: rig.now, told: 2, fault: undefined });
  });

  it('keeps the fault for whoever asks, and tries again', async () => {
    await rig.happen(filed('penalty-1', '2024-08-15'));
    rig.now = '2024-11-14T00:00:00+08:00';
    const faults: unknown[] = [];
    const pauses: number[] = [];
    let tried: () => void;
    const once = new Promise<void>((resolve) => (tried = resolve));
    const scheduler: Scheduler = new Scheduler({
      ...rig.ports(cutAfter(rig, 1)),
      log,
      pause: (milliseconds, signal) => {
        pauses.push(milliseconds);
        faults.push(scheduler.status().fault);
        tried();

        return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      },
    });
    scheduler.start();
    await once;
    await scheduler.stop();
    expect(faults[0]).toEqual(new Error('cut'));
    expect(pauses[0]).toBe(5_000);
  });
});
