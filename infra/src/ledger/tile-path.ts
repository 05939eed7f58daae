/** C2SP tlog-tiles: 256 hashes to a tile, eight levels of the tree. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/** A tile of hashes at a level, or a bundle of entries. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; less than 256 is a partial tile. */
  readonly width: number;
}

const digits = (index: number): string => {
  const parts: string[] = [];
  for (let rest = index; parts.length === 0 || rest > 0; rest = Math.floor(rest / 1_000)) {
    parts.unshift(String(rest % 1_000).padStart(3, '0'));
  }

  return parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/');
};

/** Below the prefix of the log, e.g. `tile/0/x001/x234/067` or `tile/1/000.p/17`. */
export const tilePath = ({ level, index, width }: TileName): string =>
  `tile/${level}/${digits(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;

const PATH = /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Undefined for a path that is not the one spelling of a tile's name. */
export const parseTilePath = (path: string): TileName | undefined => {
  const found = PATH.exec(path);
  if (found === null) return undefined;
  const [, level = '', index = '', width] = found;
  const name: TileName = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(index.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };

  return Number.isSafeInteger(name.index) && tilePath(name) === path ? name : undefined;
};

/** Tiles of hashes at the right edge of a tree, by level; empty ones are left out. */
export const edgeTiles = (size: number): readonly TileName[] => {
  const tiles: TileName[] = [];
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / TILE_WIDTH)]) {
    const width = count % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(count / TILE_WIDTH), width });
  }

  return tiles;
};
