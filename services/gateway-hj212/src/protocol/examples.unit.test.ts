import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Framer, type Framed } from './framer';
import { parseContent, parseSegment } from './segment';

const linesOf = (name: string): readonly Buffer[] =>
  readFileSync(join(__dirname, '../../examples', name), 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => Buffer.from(`${line}\r\n`, 'latin1'));

const valid = linesOf('valid.txt');
const corrupt = linesOf('corrupt.txt');

const framed = (chunks: readonly Buffer[]): readonly Framed[] => {
  const framer = new Framer();

  return [...chunks.flatMap((chunk) => framer.push(chunk)), ...framer.end()];
};

const segments = (items: readonly Framed[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'segment' ? [item.data.toString('latin1')] : []));

const pieces = (bytes: Buffer, cuts: readonly number[]): readonly Buffer[] => {
  const places = [0, ...[...new Set(cuts)].sort((one, other) => one - other), bytes.length];

  return places.slice(1).map((end, at) => bytes.subarray(places[at], end));
};

describe('the published frames', () => {
  it.each(valid.map((frame, at) => [at + 1, frame] as const))('valid frame %i is accepted', (_at, frame) => {
    const [item] = framed([frame]);
    const segment = item?.kind === 'segment' ? parseSegment(item.data) : undefined;

    expect(segment).toBeDefined();
    expect(parseContent(segment?.cp ?? '')).toBeDefined();
  });

  it('corrupt frames are told apart with their reasons', () => {
    const reasons = corrupt.map((frame) => framed([frame]).map((item) => (item.kind === 'bad' ? item.reason : item.kind)));

    expect(reasons).toEqual([['wrongLength'], ['wrongCrc'], ['wrongCrc'], ['wrongCrc']]);
  });

  it('come out the same however the network cut them', () => {
    const all = Buffer.concat([...valid, ...corrupt, ...valid]);
    const whole = segments(framed([all]));
    expect(whole).toHaveLength(2 * valid.length);

    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: all.length - 1 }), { maxLength: 60 }), (cuts) => {
        expect(segments(framed(pieces(all, cuts)))).toEqual(whole);
      }),
    );
  });

  it('are never accepted with a byte of the segment changed', () => {
    const [frame] = valid;
    if (frame === undefined) throw new Error('no example');
    fc.assert(
      fc.property(fc.integer({ min: 6, max: frame.length - 7 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(frame);
        damaged[at] = (damaged[at] ?? 0) ^ flip;

        expect(segments(framed([damaged]))).toEqual([]);
      }),
    );
  });
});

describe('bytes without an end', () => {
  it('are told once and never held', () => {
    const framer = new Framer();
    const chunk = Buffer.alloc(1_000_000, 'x');
    const told = Array.from({ length: 100 }, () => framer.push(chunk)).flat();

    expect(told).toHaveLength(1);
    expect(segments(framer.push(valid[0] ?? Buffer.alloc(0)))).toHaveLength(1);
  });
});
