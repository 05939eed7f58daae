import { LiuhenError, sealedFieldsOf, type Act } from '@liuhen/workflows';
import type { KeyVault } from '../sealing/key-vault';

export type Seals = Pick<KeyVault, 'print' | 'seal'>;

type Input = Readonly<Record<string, unknown>>;

interface Sealing {
  readonly act: Act;
  readonly input: Input;
  /** Subject of the key: the record that the act is on. */
  readonly under: string;
  readonly seals: Seals | undefined;
}

const known = new WeakMap<Act, readonly string[]>();

const fieldsOf = (act: Act): readonly string[] => {
  const before = known.get(act);
  if (before !== undefined) return before;
  const fields = sealedFieldsOf(act.input);
  known.set(act, fields);

  return fields;
};

/** Puts something else in the place of each sealed text that was given. Throws `NOT_SEALED` where there is no key vault. */
const replaced = async (
  { act, input, under, seals }: Sealing,
  by: (seals: Seals, under: string, value: unknown) => Promise<unknown>,
): Promise<Input> => {
  const given = fieldsOf(act).filter((name) => input[name] !== undefined);
  if (given.length === 0) return input;
  if (seals === undefined) throw new LiuhenError('NOT_SEALED', `${act.name}: ${given.join(', ')}`);
  const entries = await Promise.all(given.map(async (name) => [name, await by(seals, under, input[name])] as const));

  return { ...input, ...Object.fromEntries(entries) };
};

export const withSeals = (sealing: Sealing): Promise<Input> => replaced(sealing, (seals, under, value) => seals.seal(under, value));

/** As the digest of a request has it: a print that only the holder of the key can make. */
export const withoutText = (sealing: Sealing): Promise<Input> => replaced(sealing, (seals, under, value) => seals.print(under, value));
