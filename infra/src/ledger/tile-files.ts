import { readFileSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TILE_WIDTH, tilePath, type TileName } from './tile-path';

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Writes a file so that it is there whole or not at all, on the disk when it answers. */
export const writeDurably = async (file: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.tmp`;
  const handle = await open(draft, 'w', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
};

export const readIfThere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Tiles of a log as files, at the paths at which they are published. */
export class TileFiles {
  constructor(readonly folder: string) {}

  /** Undefined where it is not there. */
  read(name: TileName): Buffer | undefined {
    return readIfThere(join(this.folder, tilePath(name)));
  }

  /** A partial tile may have been given up for the full one meanwhile, of which it is the beginning. */
  readPart(name: TileName): Buffer | undefined {
    const whole = this.read(name);
    if (whole !== undefined || name.width === TILE_WIDTH) return whole;
    const full = this.read({ ...name, width: TILE_WIDTH });

    return full?.subarray(0, (full.length / TILE_WIDTH) * name.width);
  }

  async write(name: TileName, bytes: Uint8Array): Promise<void> {
    await writeDurably(join(this.folder, tilePath(name)), bytes);
    // The full tile answers for every part of it.
    if (name.width === TILE_WIDTH) rmSync(join(this.folder, `${tilePath(name)}.p`), { recursive: true, force: true });
  }
}
