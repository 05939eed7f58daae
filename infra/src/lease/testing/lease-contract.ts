import { Lease, type LeasedWork, type LeaseOptions } from '../lease';
import type { LeaseStore } from '../port';

export interface Harness {
  /** Two processes' views of one new, empty store; closed by the suite. */
  open(): Promise<readonly [LeaseStore, LeaseStore]>;
  /** Milliseconds after which a silent holder counts as gone. */
  readonly patience: number;
}

const quiet = { info: () => undefined, error: () => undefined };

/** Work that goes on until it is told to stop, and says when it began and ended. */
const goingOn = () => {
  const began = Promise.withResolvers<number>();
  const ended = Promise.withResolvers<number>();
  const work: LeasedWork = async (signal, token) => {
    began.resolve(token);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    ended.resolve(performance.now());
  };

  return { work, began: began.promise, ended: ended.promise };
};

/** What every lease store has to do; one suite, run by every adapter. */
export const leaseContract = (name: string, harness: Harness): void => {
  describe(`${name} as a lease store`, () => {
    let one: LeaseStore;
    let two: LeaseStore;
    const leaving: AbortController[] = [];
    const running: Promise<void>[] = [];
    beforeEach(async () => {
      [one, two] = await harness.open();
    });
    afterEach(async () => {
      for (const leave of leaving.splice(0)) leave.abort();
      await Promise.all(running.splice(0));
      await one.close();
      await two.close();
    });

    const begin = (store: LeaseStore, holder: string, work: LeasedWork, more: Partial<LeaseOptions> = {}) => {
      const lease = new Lease({ store, name: 'work', holder, log: quiet, patience: harness.patience, ...more });
      const leave = new AbortController();
      leaving.push(leave);
      const run = lease.take(work, leave.signal);
      running.push(run);

      return { leave, run };
    };

    it('gives a lease to one of two who ask at once, and each a later token than the one before', async () => {
      const taken = await Promise.all([one.take('work', 'a', undefined), two.take('work', 'b', undefined)]);
      const [held] = taken.filter((each) => each !== undefined);

      expect(taken.filter((each) => each === undefined)).toHaveLength(1);
      expect(await two.read('work')).toEqual(held);
      expect(await one.take('work', 'c', undefined)).toBeUndefined();
      const next = await one.take('work', 'c', held);
      expect(next?.token).toBeGreaterThan(held?.token ?? Infinity);
      expect(await two.take('work', 'd', held)).toBeUndefined();
    });

    it('gives tokens that grow over all leases', async () => {
      const first = await one.take('work', 'a', undefined);
      const other = await two.take('other', 'a', undefined);
      const again = await one.take('work', 'b', first);

      expect(other?.token).toBeGreaterThan(first?.token ?? Infinity);
      expect(again?.token).toBeGreaterThan(other?.token ?? Infinity);
    });

    it('gives greater tokens than one that is known elsewhere', async () => {
      const first = await one.take('work', 'a', undefined);
      await one.raise(70);
      const next = await two.take('work', 'b', first);
      await two.raise(5);

      expect(next?.token).toBeGreaterThan(70);
      expect((await one.take('work', 'c', next))?.token).toBeGreaterThan(next?.token ?? Infinity);
    });

    it('tells a holder whose lease was taken that it is no longer his, and moves while it is', async () => {
      const held = (await one.take('work', 'a', undefined))!;
      expect(await one.beat(held)).toBe(true);
      expect((await two.read('work'))?.beat).toBe(1);
      const next = (await two.take('work', 'b', await two.read('work')))!;

      expect(await one.beat(held)).toBe(false);
      await one.release(held);
      expect(await one.read('work')).toEqual(next);
      await two.release(next);
      expect((await one.read('work'))?.released).toBe(true);
    });

    it('hands the work on at once when its holder leaves in order', async () => {
      const [first, second] = [goingOn(), goingOn()];
      const holder = begin(one, 'a', first.work);
      const token = await first.began;
      begin(two, 'b', second.work);
      const left = performance.now();
      holder.leave.abort();
      await holder.run;

      expect(await second.began).toBeGreaterThan(token);
      expect(performance.now() - left).toBeLessThan(harness.patience);
    });

    it('leaves the work where it is while its holder lives, and hands it on when he is silent', async () => {
      const [first, second] = [goingOn(), goingOn()];
      let silent = false;
      const store: LeaseStore = {
        read: (lease) => one.read(lease),
        take: (...asked) => one.take(...asked),
        // A process that hangs, or that the network has cut off: it hears nothing, not even that it is late.
        beat: (held) => (silent ? new Promise(() => undefined) : one.beat(held)),
        raise: (token) => one.raise(token),
        release: (held) => one.release(held),
        close: () => one.close(),
      };
      begin(store, 'a', first.work);
      const token = await first.began;
      begin(two, 'b', second.work);
      const early = await Promise.race([
        second.began,
        new Promise((resolve) => setTimeout(() => resolve('still mine'), harness.patience * 2)),
      ]);
      expect(early).toBe('still mine');

      silent = true;
      const since = performance.now();
      expect(await second.began).toBeGreaterThan(token);
      const handed = performance.now();
      expect(handed - since).toBeLessThan(harness.patience * 2);
      expect(await first.ended).toBeLessThan(handed);
    });

    it('is taken at once by one who knows that nobody else works', async () => {
      const [first, second] = [goingOn(), goingOn()];
      begin(one, 'a', first.work);
      const token = await first.began;
      begin(two, 'b', second.work, { seize: true });

      expect(await second.began).toBeGreaterThan(token);
      expect(await first.ended).toBeGreaterThan(0);
    });

    it('is left to others by one who could not do the work, even where it is free or could be seized', async () => {
      const [first, second] = [goingOn(), goingOn()];
      const asked = Promise.withResolvers<undefined>();
      let isAble = false;
      const able = () => {
        asked.resolve(undefined);

        return Promise.resolve(isAble);
      };
      begin(one, 'a', first.work, { seize: true, able });
      await asked.promise;
      expect(await one.read('work')).toBeUndefined();
      const holder = begin(two, 'b', second.work);
      const token = await second.began;

      isAble = true;
      holder.leave.abort();
      expect(await first.began).toBeGreaterThan(token);
    });

    it('is asked for again after the work has failed', async () => {
      const tokens: number[] = [];
      const well = Promise.withResolvers<undefined>();
      begin(one, 'a', async (signal, token) => {
        tokens.push(token);
        if (tokens.length < 3) throw new Error('not yet');
        well.resolve(undefined);
        await goingOn().work(signal, token);
      });
      await well.promise;

      expect(tokens).toHaveLength(3);
      expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
    });
  });
};
