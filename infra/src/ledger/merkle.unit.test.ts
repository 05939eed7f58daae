import fc from 'fast-check';
import {
  consistencyProof,
  emptyRoot,
  extendsTree,
  Frontier,
  inclusionProof,
  includes,
  leafHash,
  nodeHash,
  rootHash,
  subtreesOf,
  type Nodes,
} from './merkle';
import { bytesOf, hashOfBytes, hexOf, SUITES, type Hash, type Suite } from './suite';

const suite = SUITES['sha256-ed25519'];

/** Inputs and roots of the test vectors of the Certificate Transparency implementations (RFC 6962). */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of the tree as RFC 9162 writes it, without any memory. */
const treeOver = (of: Suite, leaves: readonly Hash[]): Nodes => {
  const hashOf = (from: number, to: number): Hash =>
    to - from === 1 ? (leaves[from] ?? '') : nodeHash(of, hashOf(from, (from + to) / 2), hashOf((from + to) / 2, to));

  return { node: (level, index) => hashOf(index * 2 ** level, (index + 1) * 2 ** level) };
};

const leavesOf = (of: Suite, count: number): readonly Hash[] =>
  Array.from({ length: count }, (_, at) => leafHash(of, Buffer.from(`leaf ${at}`)));

const vectorLeaves = INPUTS.map((input) => leafHash(suite, Buffer.from(input, 'hex')));

describe('the tree of RFC 6962', () => {
  it('has the published roots', () => {
    const nodes = treeOver(suite, vectorLeaves);
    const frontier = new Frontier(suite);
    expect(hexOf(emptyRoot(suite))).toBe(ROOTS[0]);
    for (const [at, leaf] of vectorLeaves.entries()) {
      frontier.append(leaf);

      expect(hexOf(rootHash({ suite, nodes }, at + 1))).toBe(ROOTS[at + 1]);
      expect(hexOf(frontier.root())).toBe(ROOTS[at + 1]);
    }
  });

  it('gives the published audit path', () => {
    const nodes = treeOver(suite, vectorLeaves);
    // Path of leaf 5 in the tree of 8, as published with the vectors.
    expect(inclusionProof({ suite, nodes }, 5, 8).map(hexOf)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('gives the published consistency proof', () => {
    const nodes = treeOver(suite, vectorLeaves);
    expect(consistencyProof({ suite, nodes }, 6, 8).map(hexOf)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

describe.each(Object.values(SUITES))('proofs with $title', (of) => {
  const leaves = leavesOf(of, 70);
  const tree = { suite: of, nodes: treeOver(of, leaves) };
  const flipped = (hash: Hash, bit: number): Hash => {
    const bytes = bytesOf(hash);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));

    return hashOfBytes(bytes);
  };

  it('of inclusion hold for every leaf of every size, and for no other leaf, place, size or root', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      const root = rootHash(tree, size);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(tree, index, size);
        const claim = { leaf: leaves[index] ?? '', index, size, root, proof };

        expect(includes(of, claim)).toBe(true);
        expect(includes(of, { ...claim, index: index + 1 })).toBe(false);
        expect(includes(of, { ...claim, leaf: flipped(claim.leaf, index) })).toBe(false);
        expect(includes(of, { ...claim, proof: [...proof, root] })).toBe(false);
        expect(includes(of, { ...claim, proof: proof.slice(1) })).toBe(size === 1);
      }
    }
  });

  it('of consistency hold between all sizes, and not with a bit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), fc.nat(255), (one, two, bit) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        const older = { size: from, root: rootHash(tree, from) };
        const newer = { size: to, root: rootHash(tree, to) };
        const proof = consistencyProof(tree, from, to);

        expect(extendsTree(of, { older, newer, proof })).toBe(true);
        expect(extendsTree(of, { older: { ...older, root: flipped(older.root, bit) }, newer, proof })).toBe(false);
        expect(extendsTree(of, { older, newer: { ...newer, root: flipped(newer.root, bit) }, proof })).toBe(false);
        if (proof.length > 0) {
          expect(extendsTree(of, { older, newer, proof: [flipped(proof[0] ?? '', bit), ...proof.slice(1)] })).toBe(false);
          expect(extendsTree(of, { older, newer, proof: proof.slice(1) })).toBe(false);
        }
      }),
    );
  });

  it('a frontier taken up anywhere reaches the same root', () => {
    for (let from = 0; from <= leaves.length; from += 7) {
      const hashes = subtreesOf(from).map(({ level, index }) => tree.nodes.node(level, index));
      const frontier = new Frontier(of, { size: from, hashes });
      leaves.slice(from).forEach((leaf) => frontier.append(leaf));

      expect(frontier.root()).toBe(rootHash(tree, leaves.length));
    }
  });
});
