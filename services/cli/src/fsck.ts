import { join } from 'node:path';
import { findKeyring, fsck, keysOf, LEDGER_FOLDER, openEvidenceStore } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { sourceAt, type Place } from './place';

export interface FsckCommandOptions extends Place {
  readonly json?: boolean;
}

/** Recomputes the ledger from the log and says the first difference; exit code 1 where there is one. */
export const fsckCommand = async ({ json = false, ...place }: FsckCommandOptions): Promise<void> => {
  const { data } = place;
  const folder = join(data, LEDGER_FOLDER);
  const keyring = findKeyring(join(keysOf(place), LEDGER_FOLDER));
  if (keyring === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder} is not there`);
  const source = await sourceAt(place);
  const began = performance.now();
  try {
    const report = await fsck({ folder, source, keyring, evidence: openEvidenceStore({ folder: data }) });
    const seconds = (performance.now() - began) / 1_000;
    const { events, signed, difference } = report;
    if (json) process.stdout.write(`${JSON.stringify({ ...report, seconds: Number(seconds.toFixed(3)) })}\n`);
    else if (difference === null) {
      process.stdout.write(
        `账本与事件库一致：${events} 个事件，其中 ${signed} 个已签名，${seconds.toFixed(1)} 秒\nThe ledger is what the log gives: ${events} events, ${signed} of them signed\n`,
      );
    } else process.stdout.write(`不一致 / DIFFERENCE\n${difference.message.zh}\n${difference.message.en}\n`);
    if (difference !== null) process.exitCode = 1;
  } finally {
    await source.close();
  }
};
