import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, openSync, closeSync, fsyncSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LiuhenError, type Sealed } from '@liuhen/workflows';
import { readIfThere, writeDurably } from '../ledger/tile-files';
import { deviceBehind, type KeyDevice } from '../keys/device';
import type { SuiteName } from '../ledger/suite';

/** Keys of the persons whose particulars are sealed, one file each, apart from the log and its backups. */
export interface KeyVault {
  /** Seals a value under the key of a subject, made when there is none. Throws `FORBIDDEN` for a subject that was forgotten. */
  seal(subject: string, value: unknown): Promise<Sealed>;
  /** The same for the same value of the same subject, and nothing to whoever has no key. Throws `FORBIDDEN` as `seal` does. */
  print(subject: string, value: unknown): Promise<string>;
  /** Undefined where the key was destroyed. Throws `STORE_CORRUPT` where the seal was broken. */
  unseal(sealed: Sealed): unknown;
  /** Destroys the key for good; false where there is none. */
  destroy(subject: string): Promise<boolean>;
  /** Number of keys. */
  count(): number;
}

const KEY_BYTES = { 'aes-256-gcm': 32, 'sm4-gcm': 16 } as const;
const IV_BYTES = 12;

type Cipher = keyof typeof KEY_BYTES;

/** The types of the runtime know the mode of the one and not of the other; it has both. */
const asGcm = (cipher: Cipher): 'aes-256-gcm' => cipher as 'aes-256-gcm';

/** Left in the place of a key that was destroyed: the subject gets no new one. */
const GONE = 'destroyed';

/** Before a key that a device has wrapped; longer than any key. */
const WRAPPED = Buffer.from('liuhen: a key wrapped by a device, version 1\n');

class FolderKeyVault implements KeyVault {
  constructor(
    private readonly folder: string,
    private readonly cipher: Cipher,
    private readonly device: KeyDevice | undefined,
  ) {}

  async seal(subject: string, value: unknown): Promise<Sealed> {
    const key = this.#key(subject) ?? (await this.#newKey(subject));
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(asGcm(this.cipher), key, iv);
    // The subject is under the seal too: a seal cannot be passed off as another person's.
    cipher.setAAD(Buffer.from(subject));
    const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);

    return {
      sealed: {
        subject,
        cipher: this.cipher,
        iv: iv.toString('base64'),
        text: text.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
      },
    };
  }

  async print(subject: string, value: unknown): Promise<string> {
    const key = this.#key(subject) ?? (await this.#newKey(subject));

    return createHmac('sha256', key).update('print\0').update(JSON.stringify(value)).digest('hex');
  }

  unseal({ sealed: { subject, cipher: name, iv, text, tag } }: Sealed): unknown {
    const key = this.#key(subject);
    if (key === undefined) return undefined;
    try {
      const cipher = createDecipheriv(asGcm(name), key, Buffer.from(iv, 'base64'));
      cipher.setAAD(Buffer.from(subject));
      cipher.setAuthTag(Buffer.from(tag, 'base64'));

      return JSON.parse(Buffer.concat([cipher.update(Buffer.from(text, 'base64')), cipher.final()]).toString());
    } catch (cause) {
      throw new LiuhenError('STORE_CORRUPT', `the seal over the particulars of ${subject} is broken`, { cause });
    }
  }

  async destroy(subject: string): Promise<boolean> {
    const file = this.#file(subject);
    if (readIfThere(file) === undefined) return false;
    // Written over in place before it goes: a name that is gone leaves its bytes behind.
    const handle = openSync(file, 'r+');
    writeSync(handle, randomBytes(statSync(file).size));
    fsyncSync(handle);
    closeSync(handle);
    rmSync(file);
    await writeDurably(`${file}.${GONE}`, '');

    return true;
  }

  count(): number {
    return existsSync(this.folder) ? readdirSync(this.folder).filter((name) => !name.includes('.')).length : 0;
  }

  /** Names of persons do not stand in names of files. */
  #file(subject: string): string {
    return join(this.folder, createHash('sha256').update(subject).digest('hex'));
  }

  /** The name of a new key is on the disk before anything sealed with it is. */
  #settle(): void {
    const handle = openSync(this.folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  }

  #key(subject: string): Buffer | undefined {
    const kept = readIfThere(this.#file(subject));
    if (kept?.subarray(0, WRAPPED.length).equals(WRAPPED) !== true) return kept;
    if (this.device === undefined) throw new LiuhenError('KEY_DEVICE_FAILED', 'a key was wrapped by a device, and none is configured');

    return this.device.unwrap(kept.subarray(WRAPPED.length));
  }

  /** As it stands on the disk: by itself, or as the device alone can open it. */
  #kept(key: Buffer): Buffer {
    return this.device === undefined ? key : Buffer.concat([WRAPPED, this.device.wrap(key)]);
  }

  async #newKey(subject: string): Promise<Buffer> {
    const file = this.#file(subject);
    if (existsSync(`${file}.${GONE}`))
      throw new LiuhenError('FORBIDDEN', `${subject} was forgotten; nothing is sealed for this subject again`);
    const draft = `${file}.${randomBytes(8).toString('hex')}`;
    const key = randomBytes(KEY_BYTES[this.cipher]);
    await writeDurably(draft, this.#kept(key), 0o600);
    try {
      // Of two that make a key at once, the first one's stands: a name is never given over another.
      linkSync(draft, file);
      this.#settle();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }

    return this.#key(subject) ?? key;
  }
}

interface VaultPlace {
  readonly folder: string;
  readonly suite: SuiteName;
  /** Program in front of the device that wraps the keys; null for none. */
  readonly device?: string | null;
}

/** Keys of a data folder; AES-256-GCM, or SM4-GCM where the deployment chose the Chinese suite. */
export const openKeyVault = ({ folder, suite, device = null }: VaultPlace): KeyVault =>
  new FolderKeyVault(
    join(folder, 'person-keys'),
    suite === 'sm3-sm2' ? 'sm4-gcm' : 'aes-256-gcm',
    device === null ? undefined : deviceBehind(device),
  );
