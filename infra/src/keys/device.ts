import { spawnSync } from 'node:child_process';
import { LiuhenError } from '@liuhen/workflows';
import type { SuiteName } from '../ledger/suite';

/** Where keys live that never leave it: a KMS, or a PKCS #11 module such as an HSM. */
export interface KeyDevice {
  /** Makes a key pair that signs; answers its name in the device and the raw public key. */
  generate(suite: SuiteName): { readonly id: string; readonly publicKey: Buffer };
  /** Signature over the message itself; the device hashes as the suite asks. */
  sign(id: string, message: Uint8Array): Buffer;
  /** Seals a key of ours under one of the device's own, and opens it again. */
  wrap(key: Uint8Array): Buffer;
  unwrap(wrapped: Uint8Array): Buffer;
}

/** A device that does not answer is gone, milliseconds. */
const PATIENCE = 15_000;

const MOST = 65_536;

/**
 * A device behind a program of the operator's: `generate <suite>`, `sign <id>`, `wrap`, `unwrap`. What is worked on comes on its
 * standard input; the answer goes to its standard output, for `generate` a line with the name and one with the public key in base64.
 * Any other end than 0 is a refusal, and what it says on its standard error the reason. Throws `KEY_DEVICE_FAILED`.
 */
export const deviceBehind = (program: string): KeyDevice => {
  const ask = (args: readonly string[], input: Uint8Array): Buffer => {
    const failed = (why: string): LiuhenError => new LiuhenError('KEY_DEVICE_FAILED', `${program} ${args[0] ?? ''}: ${why}`);
    const { status, stdout, stderr, error } = spawnSync(program, [...args], { input, timeout: PATIENCE, maxBuffer: MOST });
    if (error !== undefined) throw failed(error.message);
    if (status === 0 && stdout.length > 0) return stdout;
    const [said = ''] = stderr.toString().trim().split('\n');
    throw failed(said === '' ? `ended with ${String(status)}` : said);
  };

  return {
    generate: (suite) => {
      const [id = '', key = ''] = ask(['generate', suite], Buffer.alloc(0)).toString().split('\n');

      return { id: id.trim(), publicKey: Buffer.from(key, 'base64') };
    },
    sign: (id, message) => ask(['sign', id], message),
    wrap: (key) => ask(['wrap'], key),
    unwrap: (wrapped) => ask(['unwrap'], wrapped),
  };
};
