import { ENTRY_BYTES, entryLeaf, readEntry, writeEntry, type Entry } from './entry';
import { rootHash, type Nodes } from './merkle';
import { Tile } from './tile';
import type { TileFiles } from './tile-files';
import { edgeTiles, TILE_HEIGHT, TILE_WIDTH, tilePath, type TileName } from './tile-path';
import type { Hash, Suite } from './suite';

/** An entry in its bundle: its length before it, 16 bits. */
const SLOT = 2 + ENTRY_BYTES;

/** Tiles read back at once; a proof needs one per eight levels. */
const KEPT = 256;

export const entryInBundle = (bundle: Uint8Array, at: number): Entry | undefined => {
  const bytes = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength).subarray(at * SLOT, (at + 1) * SLOT);

  return bytes.length === SLOT && bytes.readUInt16BE() === ENTRY_BYTES ? readEntry(bytes.subarray(2)) : undefined;
};

/** Tiles that a store is to keep: name and content. */
export type TileWrites = readonly { readonly name: TileName; readonly bytes: Buffer }[];

/**
 * The tree with its right edge in memory and the rest in files. Appending touches memory only;
 * `unsaved` gives what has to be written so that the tree of this size can be read back.
 */
export class LedgerTree implements Nodes {
  readonly #edges: Tile[] = [];
  readonly #full = new Map<string, { readonly name: TileName; readonly bytes: Buffer; readonly tile: Tile | undefined }>();
  readonly #read = new Map<string, Tile>();
  #bundle = Buffer.alloc(TILE_WIDTH * SLOT);
  #size = 0;

  constructor(
    readonly suite: Suite,
    private readonly files: TileFiles,
  ) {}

  /** Reads the right edge of a tree of that size back, out of a later one's too; undefined where a tile is missing or not whole. */
  static open(suite: Suite, files: TileFiles, size: number): LedgerTree | undefined {
    const tree = new LedgerTree(suite, files);
    const levels = size === 0 ? 0 : Math.floor(Math.log2(size) / TILE_HEIGHT) + 1;
    for (let level = 0; level < levels; level += 1) tree.#edges.push(new Tile(suite));
    for (const name of edgeTiles(size)) {
      const bytes = files.readPart(name);
      const tile = bytes && Tile.read(suite, bytes);
      if (tile?.width !== name.width) return undefined;
      tree.#edges[Number(name.level)] = tile;
    }
    const width = size % TILE_WIDTH;
    if (width > 0) {
      const bundle = files.readPart({ level: 'entries', index: Math.floor(size / TILE_WIDTH), width });
      if (bundle?.length !== width * SLOT) return undefined;
      bundle.copy(tree.#bundle);
    }
    tree.#size = size;

    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** Appends an entry and returns its leaf hash. */
  append(entry: Entry): Hash {
    const leaf = entryLeaf(this.suite, entry);
    const at = this.#size % TILE_WIDTH;
    this.#bundle.writeUInt16BE(ENTRY_BYTES, at * SLOT);
    writeEntry(this.#bundle, at * SLOT + 2, entry);
    this.#size += 1;
    if (at === TILE_WIDTH - 1) {
      this.#keep({ level: 'entries', index: Math.floor((this.#size - 1) / TILE_WIDTH), width: TILE_WIDTH }, this.#bundle);
      this.#bundle = Buffer.alloc(TILE_WIDTH * SLOT);
    }
    this.#push(0, leaf);

    return leaf;
  }

  root(size = this.#size): Hash {
    return rootHash({ suite: this.suite, nodes: this }, size);
  }

  node(level: number, index: number): Hash {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const height = level % TILE_HEIGHT;
    const perTile = 2 ** (TILE_HEIGHT - height);

    return this.#tile(tileLevel, Math.floor(index / perTile)).node(height, index % perTile);
  }

  leaf(index: number): Hash {
    return this.node(0, index);
  }

  /** Undefined beyond the edge, or where the bundle was damaged. */
  entry(index: number): Entry | undefined {
    if (index < 0 || index >= this.#size) return undefined;
    const bundle = Math.floor(index / TILE_WIDTH);

    return entryInBundle(this.#bundleBytes(bundle), index % TILE_WIDTH);
  }

  /** Index of the leaf with that position, by halving; undefined where there is none. */
  indexOf(position: number): number | undefined {
    let [from, to] = [0, this.#size];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((this.entry(middle)?.position ?? Number.NaN) < position) from = middle + 1;
      else to = middle;
    }

    return this.entry(from)?.position === position ? from : undefined;
  }

  /** Content of a tile as it stands in a tree of the present size, read from memory or files. */
  content({ level, index, width }: TileName): Buffer | undefined {
    if (level === 'entries') {
      const bytes = this.#bundleBytes(index).subarray(0, width * SLOT);

      return bytes.length === width * SLOT && index * TILE_WIDTH + width <= this.#size ? bytes : undefined;
    }
    if ((index * TILE_WIDTH + width) * TILE_WIDTH ** level > this.#size) return undefined;

    return this.#tile(level, index).bytes(width);
  }

  /** Everything that is not in files yet, partial tiles of the present size last. */
  unsaved(): TileWrites {
    const width = this.#size % TILE_WIDTH;
    const index = Math.floor(this.#size / TILE_WIDTH);
    const bundle =
      width === 0
        ? []
        : [{ name: { level: 'entries' as const, index, width }, bytes: Buffer.from(this.#bundle.subarray(0, width * SLOT)) }];
    const edges = edgeTiles(this.#size).map((name) => ({ name, bytes: this.#edge(Number(name.level)).bytes() }));

    return [...this.#full.values(), ...bundle, ...edges];
  }

  /** Told once those tiles are in files, so that memory does not hold them longer. */
  saved(writes: TileWrites): void {
    for (const { name } of writes) this.#full.delete(tilePath(name));
  }

  #push(level: number, hash: Hash): void {
    const tile = this.#edge(level);
    tile.push(hash);
    if (!tile.isFull) return;
    const index = Math.floor(this.#size / TILE_WIDTH ** (level + 1)) - 1;
    this.#keep({ level, index, width: TILE_WIDTH }, tile.bytes(), tile);
    this.#edges[level] = new Tile(this.suite);
    this.#push(level + 1, tile.node(TILE_HEIGHT, 0));
  }

  #keep(name: TileName, bytes: Buffer, tile?: Tile): void {
    this.#full.set(tilePath(name), { name, bytes, tile });
  }

  #edge(level: number): Tile {
    const edge = this.#edges[level] ?? new Tile(this.suite);
    this.#edges[level] = edge;

    return edge;
  }

  #bundleBytes(index: number): Buffer {
    if (index === Math.floor(this.#size / TILE_WIDTH)) return this.#bundle.subarray(0, (this.#size % TILE_WIDTH) * SLOT);
    const name: TileName = { level: 'entries', index, width: TILE_WIDTH };

    return this.#full.get(tilePath(name))?.bytes ?? this.files.read(name) ?? Buffer.alloc(0);
  }

  #tile(level: number, index: number): Tile {
    if (index === Math.floor(this.#size / TILE_WIDTH ** (level + 1))) return this.#edge(level);
    const name: TileName = { level, index, width: TILE_WIDTH };
    const path = tilePath(name);
    const known = this.#full.get(path)?.tile ?? this.#read.get(path);
    if (known !== undefined) return known;
    const bytes = this.files.read(name);
    const tile = bytes && Tile.read(this.suite, bytes);
    if (!tile?.isFull) throw new RangeError(`${path} is missing or damaged`);
    if (this.#read.size >= KEPT) this.#read.delete(this.#read.keys().next().value ?? '');
    this.#read.set(path, tile);

    return tile;
  }
}
