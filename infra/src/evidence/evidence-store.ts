import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { LiuhenError } from '@liuhen/workflows';

export interface StoredEvidence {
  /** `sha256:` + 64 hex digits. */
  readonly digest: string;
  readonly bytes: number;
}

export interface EvidenceTerms {
  readonly limit?: number;
  admit?(stored: StoredEvidence, read: () => Readable): Promise<void>;
}

/** Files beside the log, each under the digest of its content; the same file is there once, however often it is handed in. */
export interface EvidenceStore {
  /** Tries whether files can be put in: throws `FOLDER_UNUSABLE` where not. A full disk may still hand out what it holds. */
  prepare(): Promise<void>;
  /**
   * Takes a stream to its end; on the disk when it settles. Keeps nothing where it throws: `BODY_TOO_LARGE` beyond `limit`
   * bytes, `STORAGE_FULL`, or whatever `admit` throws of a file that is whole and not in its place yet.
   */
  put(content: AsyncIterable<Uint8Array>, terms?: EvidenceTerms): Promise<StoredEvidence>;
  /** Undefined where it is not there. */
  find(digest: string): Promise<StoredEvidence | undefined>;
  /** Digests of all files, in the order of their names. */
  list(): AsyncIterable<string>;
  /** Content of a file that `find` found; it is for the reader to hash it again where it matters. */
  read(digest: string): Readable;
}

const DIGEST = /^sha256:([0-9a-f]{64})$/;

const HEX = /^[0-9a-f]{64}$/;

const hexOf = (digest: string): string => {
  const [, hex] = DIGEST.exec(digest) ?? [];
  if (hex === undefined) throw new LiuhenError('INVALID_INPUT', `${digest.slice(0, 80)}: sha256: and 64 hex digits expected`);

  return hex;
};

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOSPC';

class FolderEvidenceStore implements EvidenceStore {
  constructor(private readonly folder: string) {}

  async prepare(): Promise<void> {
    const trial = join(this.folder, `${randomUUID()}.part`);
    try {
      await mkdir(this.folder, { recursive: true });
      const handle = await open(trial, 'wx', 0o640);
      await handle.close();
      await rm(trial);
    } catch (error) {
      if (isFull(error)) return;
      throw new LiuhenError('FOLDER_UNUSABLE', error instanceof Error ? error.message : this.folder, { cause: error });
    }
  }

  async put(content: AsyncIterable<Uint8Array>, terms: EvidenceTerms = {}): Promise<StoredEvidence> {
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `${randomUUID()}.part`);
    try {
      const stored = await this.#write(draft, content, terms.limit ?? Number.POSITIVE_INFINITY);
      await terms.admit?.(stored, () => createReadStream(draft));
      const file = this.#file(stored.digest);
      await mkdir(join(file, '..'), { recursive: true });
      await rename(draft, file);

      return stored;
    } catch (error) {
      throw isFull(error) ? new LiuhenError('STORAGE_FULL', 'evidence', { cause: error }) : error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  async find(digest: string): Promise<StoredEvidence | undefined> {
    try {
      return { digest, bytes: (await stat(this.#file(digest))).size };
    } catch (error) {
      if (error instanceof LiuhenError) throw error;

      return undefined;
    }
  }

  read(digest: string): Readable {
    return createReadStream(this.#file(digest));
  }

  async *list(): AsyncIterable<string> {
    const names = await readdir(this.folder, { recursive: true }).catch(() => []);
    for (const name of names.map((each) => basename(each)).sort()) if (HEX.test(name)) yield `sha256:${name}`;
  }

  async #write(draft: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<StoredEvidence> {
    const hash = createHash('sha256');
    const handle = await open(draft, 'wx', 0o640);
    let bytes = 0;
    try {
      for await (const chunk of content) {
        bytes += chunk.length;
        if (bytes > limit) throw new LiuhenError('BODY_TOO_LARGE', `more than ${limit} bytes`);
        hash.update(chunk);
        await handle.write(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }

    return { digest: `sha256:${hash.digest('hex')}`, bytes };
  }

  #file(digest: string): string {
    const hex = hexOf(digest);

    return join(this.folder, hex.slice(0, 2), hex);
  }
}

/** Evidence of a data folder, in its `evidence` folder. */
export const openEvidenceStore = ({ folder }: { readonly folder: string }): EvidenceStore =>
  new FolderEvidenceStore(join(folder, 'evidence'));
