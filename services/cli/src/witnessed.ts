import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHECKPOINT_FILE,
  cosignersOf,
  eventsOf,
  findKeyring,
  hexOf,
  holdAgainst,
  LEDGER_FOLDER,
  openCheckpoint,
  parsePolicy,
  readIfThere,
  type Checkpoint,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { sourceAt, type Place } from './place';

export interface WitnessedOptions {
  /** File of a checkpoint, as `checkpoint.good` of the ledger or as a witness gives it. */
  readonly checkpoint: string;
  /** File that names the witnesses and their quorum; without it the ledger's own signature is asked for only. */
  readonly policy?: string;
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new LiuhenError('CONFIG_INVALID', `${file} cannot be read`, { cause });
  }
};

/** Reads a checkpoint that was kept elsewhere; it must be signed with a key of the ledger in the folder, and cosigned as the policy asks. */
export const witnessedBy = ({ checkpoint: file, policy: policyFile }: WitnessedOptions, data: string): Checkpoint => {
  const opened = openCheckpoint(textOf(file), findKeyring(join(data, LEDGER_FOLDER))?.verifiers ?? []);
  if (opened === undefined) throw new LiuhenError('CONFIG_INVALID', `${file} is not signed by the ledger in ${data}`);
  if (policyFile === undefined) return opened.checkpoint;
  const { isMetBy, witnesses } = parsePolicy(textOf(policyFile));
  if (isMetBy(new Set(cosignersOf(opened.note, witnesses).keys()))) return opened.checkpoint;
  throw new LiuhenError('CONFIG_INVALID', `${file} is not cosigned as ${policyFile} asks`);
};

/** Head that the ledger of a data folder signed last; undefined where there is none. */
export const signedHead = (data: string): Checkpoint | undefined => {
  const folder = join(data, LEDGER_FOLDER);
  const [text, keyring] = [readIfThere(join(folder, CHECKPOINT_FILE))?.toString(), findKeyring(folder)];
  if (text === undefined || keyring === undefined) return undefined;
  const opened = openCheckpoint(text, keyring.verifiers);
  if (opened === undefined) throw new LiuhenError('LEDGER_DIFFERS', 'the signature of the last checkpoint does not hold');

  return opened.checkpoint;
};

/** Holds a log, wherever it is, against a checkpoint that was kept elsewhere. */
export const holdCommand = async ({ checkpoint, policy, ...place }: WitnessedOptions & Place): Promise<void> => {
  const witnessed = witnessedBy({ checkpoint, ...(policy === undefined ? {} : { policy }) }, place.data);
  const source = await sourceAt(place);
  try {
    const events = await holdAgainst(eventsOf(source), witnessed);
    const { size, root } = witnessed;
    process.stdout.write(
      `事件库含检查点所签 ${size} 个事件，其后另有 ${events - size} 个 / the log holds all ${size} events under the checkpoint, and ${events - size} more\n${hexOf(root)}\n`,
    );
  } finally {
    await source.close();
  }
};
