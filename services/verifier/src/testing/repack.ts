import { join } from 'node:path';
import { readArchive, writeArchive } from '@liuhen/infra';
import { newFolder } from './scene';

type Table = Parameters<Awaited<ReturnType<typeof readArchive>>['tables']['get']>[0];

/** The same package with some of its tables changed, written down again as a package is. */
export const repacked = async (
  file: string,
  change: Partial<Record<Table, (content: Buffer) => Buffer | string | null>>,
): Promise<string> => {
  const { tables } = await readArchive(file);
  const files = [...tables].flatMap(([name, content]) => {
    const made = change[name] === undefined ? content : change[name](content);
    if (made === null) return [];
    const bytes = Buffer.from(made);

    return [{ name, bytes: bytes.length, content: () => bytes }];
  });
  const path = join(newFolder(), 'changed.zip');
  await writeArchive(path, files);

  return path;
};
