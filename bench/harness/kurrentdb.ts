import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const DOUBLE = join(__dirname, '../../../infra/dist/event-store/kurrentdb/testing/serve-double.js');

/** The server: `KURRENTDB_URL`, or the protocol double in a process of its own. */
export const kurrentServer = async (): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const url = process.env['KURRENTDB_URL'];
  if (url !== undefined) return { url, stop: () => undefined };
  const child = spawn(process.execPath, [DOUBLE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];

  return { url: said.toString().trim(), stop: () => child.stdin.end() };
};
