import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { LiuhenError } from '@liuhen/workflows';

export interface ExportOptions {
  readonly server: string;
  readonly token: string;
  readonly out?: string;
  /** `name=value`, as the question takes them. */
  readonly filter?: readonly string[];
}

/** Fetches a report, e.g. `issueLedger.xlsx`, from a running service into a file. */
export const exportReport = async (report: string, { server, token, out = report, filter = [] }: ExportOptions): Promise<void> => {
  const url = new URL(`/export/${report}`, server);
  for (const each of filter) {
    const [name = '', ...value] = each.split('=');
    url.searchParams.append(name, value.join('='));
  }
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok || response.body === null) throw new LiuhenError('BAD_REQUEST', `${response.status} ${await response.text()}`);
  await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), createWriteStream(out));
  process.stdout.write(`${out}\n`);
};
