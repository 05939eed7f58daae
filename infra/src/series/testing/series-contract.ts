import type { Sample, SeriesStore } from '../port';

export interface Harness {
  /** Two processes' views of one new, empty store; closed by the suite. */
  open(): Promise<readonly [SeriesStore, SeriesStore]>;
}

const sample = (minute: number, over: Partial<Sample> = {}): Sample => ({
  mn: 'MN-1',
  code: 'w01018',
  at: `2024-08-30T00:${String(minute).padStart(2, '0')}:00+08:00`,
  kind: 'realtime',
  value: `${minute}.50`,
  flag: 'N',
  ...over,
});

const ALL = { mn: 'MN-1', code: 'w01018', from: '2024-08-30T00:00:00+08:00', to: '2024-08-30T00:59:00+08:00' };

/** What every series store has to do; one suite, run by every adapter. */
export const seriesContract = (name: string, harness: Harness): void => {
  describe(`${name} as a series store`, () => {
    let one: SeriesStore;
    let two: SeriesStore;
    beforeEach(async () => {
      [one, two] = await harness.open();
    });
    afterEach(async () => {
      await one.close();
      await two.close();
    });

    it('gives back at one process what another has written, exactly as it was sent, in the order of time', async () => {
      await one.write([sample(3), sample(1, { value: '0.1000', flag: null })]);
      await two.write([sample(2)]);

      expect(await two.read(ALL)).toEqual([sample(1, { value: '0.1000', flag: null }), sample(2), sample(3)]);
      expect(await one.read(ALL)).toEqual(await two.read(ALL));
    });

    it('keeps apart devices, pollutants and kinds, and both ends of a range', async () => {
      const others = [sample(5, { mn: 'MN-2' }), sample(5, { code: 'w21003' }), sample(5, { kind: 'minute', value: '9' })];
      await one.write([sample(4), sample(5), sample(6), ...others]);

      expect(await one.read({ ...ALL, from: sample(5).at, to: sample(5).at })).toEqual([others[2], sample(5)]);
      expect(await one.read({ ...ALL, mn: 'MN-2' })).toEqual([others[0]]);
      expect(await one.read({ ...ALL, from: sample(4).at, to: sample(6).at })).toHaveLength(4);
    });

    it('holds a sample once that comes again, at whichever process, and the last word counts', async () => {
      await one.write([sample(1), sample(2)]);
      await two.write([sample(1), sample(2, { value: '8' })]);
      await one.write([sample(1, { value: '1' }), sample(1, { value: '7' })]);

      expect(await two.read(ALL)).toEqual([sample(1, { value: '7' }), sample(2, { value: '8' })]);
    });

    it('loses none of those that come at once', async () => {
      const writes = Array.from({ length: 60 }, (_, minute) => (minute % 2 === 0 ? one : two).write([sample(minute)]));
      await Promise.all(writes);

      expect(await one.read(ALL)).toEqual(Array.from({ length: 60 }, (_, minute) => sample(minute)));
      await expect(one.write([])).resolves.toBeUndefined();
    });

    it('gives all of it page by page', async () => {
      const all = ['MN-1', 'MN-2'].flatMap((mn) =>
        ['w01018', 'w21003'].flatMap((code) =>
          [1, 2, 3].flatMap((at) => (['minute', 'realtime'] as const).map((kind) => sample(at, { mn, code, kind }))),
        ),
      );
      await one.write([...all].reverse());
      const read: Sample[] = [];
      for (let page = await two.page(undefined, 5); page.length > 0; page = await two.page(page.at(-1), 5)) read.push(...page);

      expect(read).toEqual(all);
    });

    it('writes what it has taken before it closes, and takes nothing afterwards', async () => {
      const written = one.write([sample(1)]);
      await one.close();
      await written;

      expect(await two.read(ALL)).toEqual([sample(1)]);
      await expect(one.write([sample(2)])).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
    });
  });
};
