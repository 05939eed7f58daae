import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { LiuhenError } from '@liuhen/workflows';
import { CHECKPOINT_FILE, LEDGER_FOLDER } from '../ledger/ledger';
import { findKeyring } from '../ledger/keyring';

export interface KeyPlace {
  readonly data: string;
  /** Null where a trial keeps its keys with its data. */
  readonly keys: string | null;
  readonly production?: boolean;
}

/** What a data folder of an earlier version, or of a trial, holds of keys. */
const KEYS = [join(LEDGER_FOLDER, 'keys.json'), 'person-keys'];

/** Folder below which the keys of the ledger (`ledger/`) and of persons (`person-keys/`) are. */
export const keysOf = ({ data, keys }: KeyPlace): string => keys ?? data;

const isWithin = (folder: string, other: string): boolean => {
  const way = relative(resolve(other), resolve(folder));

  return !way.startsWith('..') && !isAbsolute(way);
};

/** By name where both are on one disk; else copied whole before the old one goes. */
const moved = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    const draft = `${to}.draft`;
    cpSync(from, draft, { recursive: true, preserveTimestamps: true });
    renameSync(draft, to);
    rmSync(from, { recursive: true });
  }
};

/**
 * Sees to it that keys stand apart from the log, where a folder for them is named: whoever copies the data folder, or backs it up,
 * has no key with it. What an earlier version left there is moved, and named. Throws `CONFIG_INVALID` for a folder inside the data
 * folder, for keys in both places, and where the ledger was begun with a key that is in neither: a new one would sign over the old.
 */
export const settleKeys = ({ data, keys, production = false }: KeyPlace): readonly string[] => {
  const wrong = (why: string): LiuhenError => new LiuhenError('CONFIG_INVALID', `LIUHEN_KEYS: ${why}`);
  if (keys === null && production) throw wrong('production keeps its keys apart from the log; name a folder for them');
  const movable = keys === null ? [] : KEYS.filter((name) => existsSync(join(data, name)));
  if (keys !== null) {
    if (isWithin(keys, data)) throw wrong(`${keys} lies within the data folder; keys stand apart from the log`);
    const twice = movable.find((name) => existsSync(join(keys, name)));
    if (twice !== undefined) throw wrong(`${twice} stands in ${data} and in ${keys}; find out which is in use and take the other away`);
    for (const name of movable) moved(join(data, name), join(keys, name));
  }
  const folder = join(keysOf({ data, keys }), LEDGER_FOLDER);
  if (findKeyring(folder) === undefined && existsSync(join(data, LEDGER_FOLDER, CHECKPOINT_FILE))) {
    throw wrong(`the ledger in ${data} was begun with a key that is not in ${folder}; bring it back`);
  }

  return movable;
};
