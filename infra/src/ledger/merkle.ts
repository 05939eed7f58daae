import { HASH_BYTES, type Hash, type Suite } from './suite';

/** RFC 9162, 2.1.1: leaves and nodes are hashed apart, so that neither can pass for the other. */
const LEAF = 0x00;
const NODE = 0x01;

const nodeBytes = Buffer.alloc(1 + 2 * HASH_BYTES, NODE);

export const nodeHash = (suite: Suite, left: Hash, right: Hash): Hash => {
  nodeBytes.write(left, 1, 'latin1');
  nodeBytes.write(right, 1 + HASH_BYTES, 'latin1');

  return suite.hash(nodeBytes);
};

/** Of an entry of the log. */
export const leafHash = (suite: Suite, entry: Uint8Array): Hash => {
  const bytes = Buffer.allocUnsafe(1 + entry.length);
  bytes[0] = LEAF;
  bytes.set(entry, 1);

  return suite.hash(bytes);
};

export const emptyRoot = (suite: Suite): Hash => suite.hash(new Uint8Array());

/** Hashes of the whole subtrees of a tree: 2^level leaves from `index` × 2^level on. */
export interface Nodes {
  node(level: number, index: number): Hash;
}

/** Exponent of the largest power of two in n; n ≥ 1. Sizes go beyond 2^31, and a logarithm beyond 2^48 rounds up. */
const exponentOf = (n: number): number => {
  const guess = Math.floor(Math.log2(n));

  return 2 ** guess > n ? guess - 1 : guess;
};

/** Exponent of the largest power of two below n; n ≥ 2. */
const splitLevel = (n: number): number => exponentOf(n - 1);

const isWhole = (n: number): boolean => 2 ** exponentOf(n) === n;

const half = (n: number): number => Math.floor(n / 2);

export interface Tree {
  readonly suite: Suite;
  readonly nodes: Nodes;
}

/** MTH(D[from:to]); `from` is a multiple of the power of two that holds the range. */
const rangeHash = (tree: Tree, from: number, to: number): Hash => {
  const count = to - from;
  if (isWhole(count)) return tree.nodes.node(exponentOf(count), from / count);
  const middle = from + 2 ** splitLevel(count);

  return nodeHash(tree.suite, rangeHash(tree, from, middle), rangeHash(tree, middle, to));
};

export const rootHash = (tree: Tree, size: number): Hash => (size === 0 ? emptyRoot(tree.suite) : rangeHash(tree, 0, size));

/** RFC 9162, 2.1.3.1, from the leaf's sibling up; `index` < `size`. */
export const inclusionProof = (tree: Tree, index: number, size: number): readonly Hash[] => {
  const path: Hash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + 2 ** splitLevel(to - from);
    if (index < middle) {
      path.push(rangeHash(tree, middle, to));
      to = middle;
    } else {
      path.push(rangeHash(tree, from, middle));
      from = middle;
    }
  }

  return path.reverse();
};

/** RFC 9162, 2.1.4.1, from `older` leaves to `newer`; empty for 0 and for equal sizes. */
export const consistencyProof = (tree: Tree, older: number, newer: number): readonly Hash[] => {
  if (older === 0 || older === newer) return [];
  const proof: Hash[] = [];
  let [from, to] = [0, newer];
  while (to !== older) {
    const middle = from + 2 ** splitLevel(to - from);
    if (older <= middle) {
      proof.push(rangeHash(tree, middle, to));
      to = middle;
    } else {
      proof.push(rangeHash(tree, from, middle));
      from = middle;
    }
  }
  if (from > 0) proof.push(rangeHash(tree, from, to));

  return proof.reverse();
};

export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Way of a node up to the root, one hash of the proof at a time. */
class Climb {
  #at: number;
  #last: number;

  constructor(index: number, size: number) {
    [this.#at, this.#last] = [index, size - 1];
  }

  get isAtRoot(): boolean {
    return this.#last === 0;
  }

  /** True where the next hash of the proof stands to the left. */
  get takesLeft(): boolean {
    return this.#at % 2 === 1 || this.#at === this.#last;
  }

  up(): void {
    // At the right edge there is no sibling until the node is a right one.
    if (this.takesLeft) while (this.#at % 2 === 0 && this.#at !== 0) this.#half();
    this.#half();
  }

  /** Up to the largest whole subtree that ends here. */
  upWhole(): void {
    while (this.#at % 2 === 1) this.#half();
  }

  #half(): void {
    [this.#at, this.#last] = [half(this.#at), half(this.#last)];
  }
}

/** RFC 9162, 2.1.3.2. */
export const includes = (suite: Suite, { leaf, index, size, root, proof }: Inclusion): boolean => {
  if (!(index >= 0 && index < size)) return false;
  const climb = new Climb(index, size);
  let hash = leaf;
  for (const sibling of proof) {
    if (climb.isAtRoot) return false;
    hash = climb.takesLeft ? nodeHash(suite, sibling, hash) : nodeHash(suite, hash, sibling);
    climb.up();
  }

  return climb.isAtRoot && hash === root;
};

interface Head {
  readonly size: number;
  readonly root: Hash;
}

export interface Consistency {
  readonly older: Head;
  readonly newer: Head;
  readonly proof: readonly Hash[];
}

/** RFC 9162, 2.1.4.2; every tree extends the empty one and itself, without a proof. */
export const extendsTree = (suite: Suite, { older, newer, proof }: Consistency): boolean => {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root;

  return older.size === 0 ? proof.length === 0 : growsInto(suite, { older, newer, proof });
};

const growsInto = (suite: Suite, { older, newer, proof }: Consistency): boolean => {
  const [first, ...rest] = isWhole(older.size) ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  const climb = new Climb(older.size - 1, newer.size);
  climb.upWhole();
  let [was, is] = [first, first];
  for (const hash of rest) {
    if (climb.isAtRoot) return false;
    if (climb.takesLeft) [was, is] = [nodeHash(suite, hash, was), nodeHash(suite, hash, is)];
    else is = nodeHash(suite, is, hash);
    climb.up();
  }

  return climb.isAtRoot && was === older.root && is === newer.root;
};

/** The whole subtrees that a tree of `size` leaves consists of, largest first: level and index. */
export const subtreesOf = (size: number): readonly { readonly level: number; readonly index: number }[] => {
  const parts: { level: number; index: number }[] = [];
  let from = 0;
  while (from < size) {
    const level = exponentOf(size - from);
    parts.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }

  return parts;
};

/** A tree that only grows and remembers no more than its right edge: O(log n) hashes. */
export class Frontier {
  readonly #edge: { readonly level: number; readonly hash: Hash }[];
  #size: number;

  constructor(
    private readonly suite: Suite,
    start: { readonly size: number; readonly hashes: readonly Hash[] } = { size: 0, hashes: [] },
  ) {
    const parts = subtreesOf(start.size);
    if (parts.length !== start.hashes.length) throw new RangeError('the frontier does not fit its size');
    this.#size = start.size;
    this.#edge = parts.map(({ level }, at) => ({ level, hash: start.hashes[at] ?? '' }));
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Hash): void {
    let [level, hash] = [0, leaf];
    for (let left = this.#edge.at(-1); left?.level === level; left = this.#edge.at(-1)) {
      hash = nodeHash(this.suite, left.hash, hash);
      level += 1;
      this.#edge.pop();
    }
    this.#edge.push({ level, hash });
    this.#size += 1;
  }

  root(): Hash {
    const [last, ...others] = [...this.#edge].reverse();
    if (last === undefined) return emptyRoot(this.suite);

    return others.reduce((right, { hash }) => nodeHash(this.suite, hash, right), last.hash);
  }
}
