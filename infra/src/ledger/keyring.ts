import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LiuhenError } from '@liuhen/workflows';
import { readIfThere, writeDurably } from './tile-files';
import { parseVerifier, signerOf, signNote, formatNote, isSignedBy, parseNote, type Signer, type Verifier } from './note';
import { pemOf, privateKeyOf, SUITES, type SuiteName } from './suite';

interface Stored {
  readonly origin: string;
  readonly suite: SuiteName;
  /** Public keys in the order of their use, the present one last. */
  readonly vkeys: readonly string[];
  /** Present private key, PKCS #8. */
  readonly pem: string;
}

export interface Keyring {
  readonly origin: string;
  readonly signer: Signer;
  /** Every key that ever signed, the present one last: what an old one signed stays good. */
  readonly verifiers: readonly Verifier[];
}

const FILE = 'keys.json';

const readKeyring = (folder: string): Stored | undefined => {
  const bytes = readIfThere(join(folder, FILE));
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(bytes.toString()) as Stored;
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', join(folder, FILE), { cause });
  }
};

const ringOf = ({ origin, suite, vkeys, pem }: Stored): Keyring => ({
  origin,
  signer: signerOf({ name: origin, role: 'log', suite: SUITES[suite], key: privateKeyOf(pem) }),
  verifiers: vkeys.map(parseVerifier),
});

const newKey = (origin: string, suite: SuiteName): { readonly signer: Signer; readonly pem: string } => {
  const key = SUITES[suite].generate();

  return {
    signer: signerOf({ name: origin, role: 'log', suite: SUITES[suite], key }),
    pem: pemOf(key),
  };
};

export interface KeyringWish {
  readonly suite: SuiteName;
  /** Name of the log, a URL without scheme; null for one made up. */
  readonly origin: string | null;
}

/**
 * The log's keys in a folder, made when it is new. A deployment keeps the suite and the name that it began with,
 * for every checkpoint and every outside reader knows the log by them: another wish is refused with `CONFIG_INVALID`.
 */
export const openKeyring = async (folder: string, { suite, origin }: KeyringWish): Promise<Keyring> => {
  const before = readKeyring(folder);
  if (before === undefined) {
    const name = origin ?? `liuhen.local/${randomBytes(8).toString('hex')}`;
    const { signer, pem } = newKey(name, suite);
    const stored: Stored = { origin: name, suite, vkeys: [signer.verifier.vkey], pem };
    await writeDurably(join(folder, FILE), JSON.stringify(stored), 0o600);

    return ringOf(stored);
  }
  if (before.suite !== suite || (origin !== null && before.origin !== origin)) {
    throw new LiuhenError('CONFIG_INVALID', `the ledger was begun as ${before.origin} with ${before.suite}`);
  }

  return ringOf(before);
};

/** The keys of a folder that has a ledger; undefined where there is none. */
export const findKeyring = (folder: string): Keyring | undefined => {
  const stored = readKeyring(folder);

  return stored === undefined ? undefined : ringOf(stored);
};

const HANDOVER = 'liuhen key rotation v1';

/** Payload of `LedgerKeyRotated`: the old key itself names its successor, so that who trusts the old one can trust the new. */
export interface KeyHandover {
  readonly origin: string;
  readonly from: string;
  readonly to: string;
  /** Signed note of the old key. */
  readonly statement: string;
}

export interface PreparedRotation {
  readonly handover: KeyHandover;
  /** Takes the new key into use; to be called once the event stands in the log. */
  readonly commit: () => Promise<Keyring>;
}

/** Makes the next key and the old one's word for it. */
export const prepareRotation = (folder: string): PreparedRotation => {
  const before = readKeyring(folder);
  if (before === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder}: no ledger`);
  const { origin, signer } = ringOf(before);
  const next = newKey(origin, before.suite);
  const [from, to] = [signer.verifier.vkey, next.signer.verifier.vkey];
  const text = `${HANDOVER}\n${origin}\n${from}\n${to}\n`;
  const statement = formatNote({ text, signatures: [signNote(text, signer)] });

  return {
    handover: { origin, from, to, statement },
    commit: async () => {
      const stored: Stored = { ...before, vkeys: [...before.vkeys, to], pem: next.pem };
      await writeDurably(join(folder, FILE), JSON.stringify(stored), 0o600);

      return ringOf(stored);
    },
  };
};

/** The keys that follow from a trusted one through hand-overs that hold, itself first. */
export const successorsOf = (trusted: Verifier, handovers: readonly KeyHandover[]): readonly Verifier[] => {
  const keys = [trusted];
  for (const { origin, from, to, statement } of handovers) {
    const giver = keys.find((key) => key.vkey === from);
    const note = parseNote(statement);
    if (giver === undefined || note?.text !== `${HANDOVER}\n${origin}\n${from}\n${to}\n`) continue;
    if (origin === giver.name && isSignedBy(note, giver)) keys.push(parseVerifier(to));
  }

  return keys;
};
