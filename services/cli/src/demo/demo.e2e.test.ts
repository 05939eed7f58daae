import { execFile } from 'node:child_process';
import { join } from 'node:path';

interface Summary {
  readonly frames: { readonly accepted: number; readonly rejected: number; readonly unknownDevice: number };
  readonly events: number;
  readonly caseId: string;
  readonly stage: string;
  readonly acts: number;
  readonly refusals: readonly { readonly rule: string; readonly code: string }[];
  readonly subscription: { readonly received: number; readonly duplicates: number; readonly missed: number };
  readonly interferenceRecords: number;
  readonly auditTrail: number;
  readonly seconds: number;
}

const main = join(__dirname, '../../dist/main.js');

const run = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [main, ...args], { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${error.message}\n${stderr}`));
    });
  });

describe('the demonstration', () => {
  it('takes one matter from a frame to close-out and sums it up as JSON', async () => {
    const summary = JSON.parse(await run('demo', '--json')) as Summary;

    expect(summary).toMatchObject({
      stage: 'closedOut',
      refusals: [
        { rule: 'R-077', code: 'GUARD_REFUSED' },
        { rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' },
      ],
      subscription: { received: 1, duplicates: 0, missed: 0 },
      interferenceRecords: 1,
    });
    expect(summary.frames.accepted).toBeGreaterThan(20);
    expect(summary.frames.rejected).toBeGreaterThanOrEqual(4);
    expect(summary.frames.unknownDevice).toBeGreaterThan(0);
    expect(summary.auditTrail).toBeGreaterThan(30);
  }, 90_000);

  it('tells its story in Chinese with a line of English under each', async () => {
    const story = await run('demo', '--once');

    expect(story).toContain('■ 涉嫌犯罪，移送公安机关并抄送检察机关\n  Transfer to the police, with a copy to the procuratorate');
    expect(story).toContain('重复提交，未再写入');
  }, 90_000);
});
