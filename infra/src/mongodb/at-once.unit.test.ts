import { AtOnce } from './at-once';

describe('work of which only so much is done at once', () => {
  it('is begun in the order in which it came, as places become free, after a failure too', async () => {
    const places = new AtOnce(2);
    const begun: number[] = [];
    const ends = Array.from({ length: 4 }, () => Promise.withResolvers<number>());
    const done = ends.map(({ promise }, at) =>
      places.run(() => {
        begun.push(at);

        return promise;
      }),
    );
    expect(begun).toEqual([0, 1]);
    ends[1]?.reject(new Error('failed'));
    await expect(done[1]).rejects.toThrow('failed');
    expect(begun).toEqual([0, 1, 2]);
    for (const [at, { resolve }] of ends.entries()) resolve(at);

    expect(await Promise.all([done[0], done[2], done[3]])).toEqual([0, 2, 3]);
    expect(begun).toEqual([0, 1, 2, 3]);
  });
});
