import { LiuhenError } from '@liuhen/workflows';

/** The first release whose protocol does all that is asked of it. */
const OLDEST = [22, 10] as const;

/** Throws `STORE_TOO_OLD` for a server before 22.10, and for one that cannot tell its version. */
export const checkServerVersion = (version: string): void => {
  const [major, minor] = version.split('.').map(Number);
  const known = Number.isInteger(major) && Number.isInteger(minor);
  if (known && compared([major ?? 0, minor ?? 0], OLDEST) >= 0) return;
  throw new LiuhenError('STORE_TOO_OLD', `server version ${version}, needed ${OLDEST.join('.')}`);
};

const compared = ([major, minor]: readonly [number, number], [otherMajor, otherMinor]: readonly [number, number]): number =>
  major === otherMajor ? minor - otherMinor : major - otherMajor;
