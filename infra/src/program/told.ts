import { LiuhenError } from '@liuhen/workflows';
import { z } from 'zod';

/** What the system says, recognised by its shape: an error of the runtime's core need not be of our `Error`. */
const SYSTEM = z.object({ message: z.string(), code: z.string(), syscall: z.string(), path: z.string().optional() });

const FOLDER = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOSPC']);

/** What the machine refuses a program that starts, by our codes: `ADDRESS_UNUSABLE` and `FOLDER_UNUSABLE`; else the error itself. */
const explained = (error: unknown): unknown => {
  const { data: system } = SYSTEM.safeParse(error);
  if (system?.syscall === 'listen') return new LiuhenError('ADDRESS_UNUSABLE', system.message, { cause: error });
  if (system?.path !== undefined && FOLDER.has(system.code)) {
    return new LiuhenError('FOLDER_UNUSABLE', system.message, { cause: error });
  }

  return error;
};

/** What a program says of the error that it ends with. What we foresaw has a code and says enough; anything else needs its stack. */
export const told = (error: unknown): string => {
  const known = explained(error);
  if (!(known instanceof Error)) return String(known);

  return 'code' in known ? known.message : (known.stack ?? known.message);
};
