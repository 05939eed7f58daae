const MASK = (1n << 64n) - 1n;

/** FNV-1a, 64 bits, over the UTF-16 units of the text. */
const hash = (text: string): bigint => {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) value = ((value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & MASK;

  return value;
};

/** SplitMix64: the next number of a sequence that its seed decides wholly. */
const sequence = (seed: string): (() => bigint) => {
  let state = hash(seed);

  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;

    return mixed ^ (mixed >> 31n);
  };
};

/** How the draw is made, kept with it so that anyone can repeat it. */
export const DRAW_METHOD = 'FNV-1a-64/SplitMix64/Fisher-Yates over the sorted pool';

/**
 * Draws `count` of a pool by a seed. The same pool, in whatever order, and the same seed give the same draw (O-37).
 * A pool that is smaller than the count is drawn whole.
 */
export const drawn = (pool: readonly string[], seed: string, count: number): readonly string[] => {
  const left = [...new Set(pool)].sort();
  const next = sequence(seed);
  const taken: string[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Number(next() % BigInt(left.length)), 1));

  return taken;
};
