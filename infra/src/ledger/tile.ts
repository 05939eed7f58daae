import { nodeHash } from './merkle';
import { HASH_BYTES, hashOfBytes, type Hash, type Suite } from './suite';
import { TILE_HEIGHT, TILE_WIDTH } from './tile-path';

/** One tile with the nodes between its hashes and its top, as far as they were asked for; grows to the right. */
export class Tile {
  /** Heap order: 1 is the top, 256 to 511 are the hashes of the tile itself. */
  readonly #heap: Hash[] = new Array<Hash>(2 * TILE_WIDTH).fill('');
  #width = 0;

  constructor(private readonly suite: Suite) {}

  /** Undefined for bytes that are not whole hashes, or too many. */
  static read(suite: Suite, bytes: Uint8Array): Tile | undefined {
    const width = bytes.length / HASH_BYTES;
    if (!Number.isInteger(width) || width > TILE_WIDTH) return undefined;
    const tile = new Tile(suite);
    for (let at = 0; at < width; at += 1) {
      tile.#heap[TILE_WIDTH + at] = hashOfBytes(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
    }
    tile.#width = width;

    return tile;
  }

  get width(): number {
    return this.#width;
  }

  get isFull(): boolean {
    return this.#width === TILE_WIDTH;
  }

  push(hash: Hash): void {
    let at = TILE_WIDTH + this.#width;
    this.#heap[at] = hash;
    this.#width += 1;
    // Nodes whose both sides are there now; each is hashed once in the life of the tile.
    while (at % 2 === 1 && at > 1) {
      at = (at - 1) / 2;
      this.#heap[at] = nodeHash(this.suite, this.#at(2 * at), this.#at(2 * at + 1));
    }
  }

  /** Hash over 2^height hashes of the tile from `index` × 2^height on; RangeError where the tile does not reach. */
  node(height: number, index: number): Hash {
    if (height > TILE_HEIGHT || (index + 1) * 2 ** height > this.#width) throw new RangeError('beyond the edge of the tile');

    return this.#at(2 ** (TILE_HEIGHT - height) + index);
  }

  bytes(width = this.#width): Buffer {
    return Buffer.from(this.#heap.slice(TILE_WIDTH, TILE_WIDTH + width).join(''), 'latin1');
  }

  #at(index: number): Hash {
    const known = this.#heap[index] ?? '';
    if (known !== '') return known;
    const hash = nodeHash(this.suite, this.#at(2 * index), this.#at(2 * index + 1));
    this.#heap[index] = hash;

    return hash;
  }
}
