import { LiuhenError } from '@liuhen/workflows';

/** SQLite's own result code for a full disk; a file says it by a name. */
const SQLITE_FULL = 13;

/** A driver's error in the words of the one error table. */
export const storageFault = (error: unknown): LiuhenError => {
  if (error instanceof LiuhenError) return error;
  const full =
    typeof error === 'object' &&
    error !== null &&
    (('errcode' in error && error.errcode === SQLITE_FULL) || ('code' in error && error.code === 'ENOSPC'));

  return new LiuhenError(full ? 'STORAGE_FULL' : 'STORAGE_FAILED', String(error), { cause: error });
};
