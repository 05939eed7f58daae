import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LiuhenError } from '@liuhen/workflows';

const holder = (folder: string): string => {
  try {
    return readFileSync(join(folder, 'writer.pid'), 'utf8').trim();
  } catch {
    return 'unknown';
  }
};

/**
 * One writer per folder. The lock is a file lock of the operating system, so a process that is killed
 * leaves none behind; the pid beside it is only for the message.
 */
export const lockForWriting = (folder: string): (() => void) => {
  const lock = new DatabaseSync(join(folder, 'writer.lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new LiuhenError('STORE_LOCKED', `${folder}, pid ${holder(folder)}`, { cause });
  }
  writeFileSync(join(folder, 'writer.pid'), `${process.pid}\n`);

  return () => {
    lock.close();
  };
};
