import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's letters and digits: none of them is taken for another when it is read out on the telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 5;

/** A hundred bits that only the reporter is told, e.g. `7K2QX-M04TB-9ZHWC-3RVNE`. */
export const newCode = (): string =>
  Array.from({ length: GROUPS }, () => [...randomBytes(GROUP)].map((byte) => LETTERS[byte % LETTERS.length]).join('')).join('-');

export const digestOfCode = (code: string): string => `sha256:${createHash('sha256').update(code).digest('hex')}`;

/** As it is printed, however it was written down. */
const asPrinted = (code: string): string => {
  const letters = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');

  return letters.match(/.{1,5}/gu)?.join('-') ?? '';
};

/** What no code has: compared with where there is no report, so that it takes as long. */
const NONE = `sha256:${'0'.repeat(64)}`;

const isDigest = (digest: string, code: string): boolean => timingSafeEqual(Buffer.from(digestOfCode(code)), Buffer.from(digest));

/** Is it the code of this digest, letter for letter (an office may give out codes of its own) or as ours are printed? */
export const isCodeOf = (digest: string | null, code: string): boolean => {
  const [exactly, printed] = [isDigest(digest ?? NONE, code), isDigest(digest ?? NONE, asPrinted(code))];

  return exactly || printed;
};
