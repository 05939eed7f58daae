import type { Quarantine, Quarantined } from '../port';

export interface Harness {
  /** Two processes' views of one new, empty store that keeps so many; closed by the suite. */
  open(kept: number): Promise<readonly [Quarantine, Quarantine]>;
}

const KEPT = 300;

const entry = (bytes: number, over: Partial<Quarantined> = {}): Quarantined => ({
  receivedAt: '2024-08-30T00:00:00.000+08:00',
  remote: '10.0.0.1:5000',
  reason: 'wrongCrc',
  mn: null,
  bytes,
  sample: `##${bytes}`,
  ...over,
});

/** What every quarantine has to do; one suite, run by every adapter. */
export const quarantineContract = (name: string, harness: Harness): void => {
  describe(`${name} as a quarantine`, () => {
    let one: Quarantine;
    let two: Quarantine;
    beforeEach(async () => {
      [one, two] = await harness.open(KEPT);
    });
    afterEach(async () => {
      await one.close();
      await two.close();
    });

    it('shows at one process what another has kept apart, the latest first, whatever the clocks say', async () => {
      const late = entry(1, { receivedAt: '2030-01-01T00:00:00.000+08:00', mn: 'MN-1', reason: 'unknownDevice' });
      await one.put(late);
      await two.put(entry(2));
      await one.put(entry(3));

      expect(await two.list(10)).toEqual([entry(3), entry(2), late]);
      expect(await one.list(2)).toEqual([entry(3), entry(2)]);
    });

    it('keeps no password', async () => {
      await one.put(entry(1, { sample: 'QN=1;PW=123456;MN=1;CP=&&PW=abc&&' }));

      expect(await two.list(1)).toMatchObject([{ sample: 'QN=1;PW=***;MN=1;CP=&&PW=***&&' }]);
    });

    it('loses none of those that come at once', async () => {
      await Promise.all(Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? one : two).put(entry(at))));

      expect((await one.list(1_000)).map(({ bytes }) => bytes).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, at) => at));
    });

    it('keeps the latest and lets the oldest go', async () => {
      for (let round = 0; round < 4; round += 1)
        await Promise.all(Array.from({ length: 100 }, (_, at) => (round % 2 === 0 ? one : two).put(entry(100 * round + at))));
      const kept = await two.list(1_000);

      expect(kept).toHaveLength(KEPT);
      expect([kept[0]?.bytes, kept.at(-1)?.bytes]).toEqual([399, 100]);
    });

    it('writes what it has taken before it closes, and takes nothing afterwards', async () => {
      const put = one.put(entry(1));
      await put;
      await one.close();

      expect(await two.list(10)).toEqual([entry(1)]);
      await expect(one.put(entry(2))).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    });
  });
};
