import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openEmbeddedIssuer } from '@liuhen/infra';
import { inFolder } from '../harness/folder';
import { ask } from '../harness/load';
import { atMost, median, type Suite } from '../harness/measurement';
import { OFFICER } from '../history/events';
import { caseIdOf, fillFolder } from '../history/fill';

const SUITE = 'start';

const USUAL = 100_000;
const FULL = 1_000_000;
const ROUNDS = 3;

const FIRST_ANSWER_SECONDS = 2;
const REST_MEGABYTES = 250;

/** Until garbage of the start is gone and nothing moves any more, milliseconds. */
const SETTLING = 3_000;
const TOKEN_LIFE = 7_200;

const MAIN = createRequire(__filename)
  .resolve('@liuhen/api')
  .replace(/index\.js$/, 'main.js');

const QUERY = 'query First($caseId: ID!) { caseFile(caseId: $caseId) { caseId revision timeline { type } } }';

/** The address that the service prints once it serves. */
const addressOf = async (child: ChildProcess): Promise<string> => {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const [url] = /http:\S+\/graphql/.exec(printed) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the service did not start: ${printed}`);
};

const residentMegabytes = (pid: number): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];

  return Number(kilobytes) / 1_024;
};

interface Started {
  readonly seconds: number;
  readonly megabytes: number;
}

/** From the command to the first case file in hand, as after a power cut; then what it takes to wait for work. */
const startOnce = async (folder: string, token: string): Promise<Started> => {
  const began = performance.now();
  const env = { ...process.env, LIUHEN_DATA: folder, LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  try {
    const url = await addressOf(child);
    await ask({ url, token }, { query: QUERY, variables: { caseId: caseIdOf(1) } });
    const seconds = (performance.now() - began) / 1_000;
    await new Promise((resolve) => setTimeout(resolve, SETTLING));

    return { seconds, megabytes: residentMegabytes(child.pid ?? 0) };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
};

const shown = (count: number): string => count.toLocaleString('en-US');

/** A service that comes back on a full folder. The read models are there, as it left them. */
export const startSuite: Suite = ({ full, say }) =>
  inFolder(async (folder) => {
    const { events, cases } = await fillFolder(folder, full ? FULL : USUAL);
    say(`  ${shown(events)} events of ${shown(cases)} cases are written`);
    const issuer = await openEmbeddedIssuer(folder);
    const token = await issuer.issue(OFFICER, { issuedAt: Math.floor(Date.now() / 1_000), seconds: TOKEN_LIFE });
    const starts: Started[] = [];
    for (let round = 0; round < ROUNDS; round += 1) starts.push(await startOnce(folder, token));

    return [
      atMost({
        suite: SUITE,
        measure: { zh: `${shown(events)} 事件启动至首个应答`, en: `first answer after a start with ${shown(events)} events` },
        ours: median(starts.map(({ seconds }) => seconds)),
        peer: FIRST_ANSWER_SECONDS,
        unit: 's',
        target: 1,
      }),
      atMost({
        suite: SUITE,
        measure: { zh: '静息内存（RSS）', en: 'memory at rest (RSS)' },
        ours: median(starts.map(({ megabytes }) => megabytes)),
        peer: REST_MEGABYTES,
        unit: 'MB',
        target: 1,
      }),
    ];
  });
