import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LiuhenError } from '@liuhen/workflows';
import { readIfThere, writeDurably } from './tile-files';
import { deviceBehind } from '../keys/device';
import { parseVerifier, signerHeld, signerOf, signNote, formatNote, isSignedBy, parseNote, type Signer, type Verifier } from './note';
import { pemOf, privateKeyOf, SUITES, type SuiteName } from './suite';

/** PKCS #8. */
interface FileKey {
  readonly pem: string;
}

/** The private key is in a device behind this program, under this name. */
interface DeviceKey {
  readonly device: string;
  readonly id: string;
}

interface Stored {
  readonly origin: string;
  readonly suite: SuiteName;
  /** Public keys in the order of their use, the present one last. */
  readonly vkeys: readonly string[];
  readonly present: FileKey | DeviceKey;
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
    const { pem, ...stored } = JSON.parse(bytes.toString()) as Stored & { readonly pem?: string };

    // Before a device could hold the key, the file was the key.
    return pem === undefined ? stored : { ...stored, present: { pem } };
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', join(folder, FILE), { cause });
  }
};

const signerFrom = ({ origin, suite, vkeys, present }: Stored): Signer => {
  const of = { name: origin, role: 'log', suite: SUITES[suite] } as const;
  if ('pem' in present) return signerOf({ ...of, key: privateKeyOf(present.pem) });
  const device = deviceBehind(present.device);

  return { verifier: parseVerifier(vkeys.at(-1) ?? ''), sign: (message) => device.sign(present.id, message) };
};

const ringOf = (stored: Stored): Keyring => ({
  origin: stored.origin,
  signer: signerFrom(stored),
  verifiers: stored.vkeys.map(parseVerifier),
});

interface NewKey {
  readonly vkey: string;
  readonly present: Stored['present'];
}

/** In a file, or in the device behind a program. */
const newKey = (origin: string, suite: SuiteName, program: string | null): NewKey => {
  const of = { name: origin, role: 'log', suite: SUITES[suite] } as const;
  if (program === null) {
    const key = of.suite.generate();

    return { vkey: signerOf({ ...of, key }).verifier.vkey, present: { pem: pemOf(key) } };
  }
  const device = deviceBehind(program);
  const { id, publicKey } = device.generate(suite);
  const { verifier } = signerHeld({ ...of, raw: publicKey, sign: (message) => device.sign(id, message) });

  return { vkey: verifier.vkey, present: { device: program, id } };
};

export interface KeyringWish {
  readonly suite: SuiteName;
  /** Name of the log, a URL without scheme; null for one made up. */
  readonly origin: string | null;
  /** Program in front of the device that is to hold a new key; null for a file. */
  readonly device?: string | null;
}

/**
 * The log's keys in a folder, made when it is new. A deployment keeps the suite and the name that it began with,
 * for every checkpoint and every outside reader knows the log by them: another wish is refused with `CONFIG_INVALID`.
 */
export const openKeyring = async (folder: string, { suite, origin, device = null }: KeyringWish): Promise<Keyring> => {
  const before = readKeyring(folder);
  if (before === undefined) {
    const name = origin ?? `liuhen.local/${randomBytes(8).toString('hex')}`;
    const { vkey, present } = newKey(name, suite, device);
    const stored: Stored = { origin: name, suite, vkeys: [vkey], present };
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

/** Makes the next key, in the device where one is named or holds the present one, and the old one's word for it. */
export const prepareRotation = (folder: string, device: string | null = null): PreparedRotation => {
  const before = readKeyring(folder);
  if (before === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder}: no ledger`);
  const { origin, signer } = ringOf(before);
  const next = newKey(origin, before.suite, device ?? ('device' in before.present ? before.present.device : null));
  const [from, to] = [signer.verifier.vkey, next.vkey];
  const text = `${HANDOVER}\n${origin}\n${from}\n${to}\n`;
  const statement = formatNote({ text, signatures: [signNote(text, signer)] });

  return {
    handover: { origin, from, to, statement },
    commit: async () => {
      const stored: Stored = { ...before, vkeys: [...before.vkeys, to], present: next.present };
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
