import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  consistencyProof,
  cosignedAt,
  Cosigners,
  formatAddCheckpoint,
  formatNote,
  parseNote,
  parsePolicy,
  signCheckpoint,
  signerOf,
  SUITES,
  type Checkpoint,
  type Note,
  type WitnessPolicy,
} from '@liuhen/infra';
import { someEvents } from '../../../infra/src/event-store/testing/events';
import { ledgerFolder, openDeployment, quietLog, type Deployment } from '../../../infra/src/ledger/testing/deployment';
import { ALARM_FILE, openKey, startWitness, WitnessState, type RunningWitness } from './index';

const folders: string[] = [];
const closing: (() => Promise<void>)[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-witness-'));
  folders.push(folder);

  return folder;
};
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

interface Watched {
  readonly running: RunningWitness;
  readonly url: string;
  readonly folder: string;
  readonly vkey: string;
  readonly alarms: string[];
}

const watch = async (deployment: Deployment, folder = newFolder()): Promise<Watched> => {
  const signer = await openKey(folder, { name: 'witness.example', suite: deployment.ledger.keyring.signer.verifier.suite.name });
  const alarms: string[] = [];
  const running = await startWitness(
    {
      signer,
      logs: deployment.ledger.keyring.verifiers,
      state: WitnessState.open(folder),
      now: () => 1_700_000_000_000,
      alarm: (text) => alarms.push(text),
    },
    { host: '127.0.0.1', port: 0 },
  );
  closing.push(() => running.close());

  return { running, url: `http://127.0.0.1:${running.port}`, folder, vkey: signer.verifier.vkey, alarms };
};

const policyOf = ({ url, vkey }: Watched): WitnessPolicy => parsePolicy(`witness jiwei ${vkey} ${url}\nquorum jiwei\n`);

const cosignersFor = (deployment: Deployment, watched: Watched, data: string): Cosigners =>
  new Cosigners({ folder: ledgerFolder(data), policy: policyOf(watched), ledger: deployment.ledger, log: quietLog });

const open = async (data: string, suite: 'sha256-ed25519' | 'sm3-sm2' = 'sha256-ed25519'): Promise<Deployment> => {
  const deployment = await openDeployment(data, { suite });
  closing.push(() => deployment.close());

  return deployment;
};

const offered = async (
  cosigners: Cosigners,
  { note, checkpoint }: { readonly note: Note; readonly checkpoint: Checkpoint },
): Promise<void> => {
  cosigners.submit(note, checkpoint);
  await cosigners.settled();
};

const post = async ({ url }: Watched, body: string) => {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });

  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};

describe.each(Object.values(SUITES))('a witness with $title', (suite) => {
  it('cosigns each head that extends the one before, across a restart of its own', async () => {
    const data = newFolder();
    const deployment = await open(data, suite.name);
    const first = await watch(deployment);
    const cosigners = cosignersFor(deployment, first, data);
    await offered(cosigners, await deployment.signed('case-a', someEvents(3)));
    await offered(cosigners, await deployment.signed('case-a', someEvents(300)));
    await first.running.close();
    const again = await watch(deployment, first.folder);
    const later = cosignersFor(deployment, again, data);
    await offered(later, await deployment.signed('case-b', someEvents(5)));
    const [witness] = policyOf(again).witnesses;
    const published = parseNote(readFileSync(join(ledgerFolder(data), 'checkpoint.good'), 'utf8'));

    expect(again.vkey).toBe(first.vkey);
    expect(published?.text).toContain('\n308\n');
    expect(published && witness && cosignedAt(published, witness.verifier)).toBe(1_700_000_000);
    expect([...cosigners.refusals, ...later.refusals]).toEqual([]);
    expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
  });
});

describe('a witness answers', () => {
  const scene = async () => {
    const deployment = await open(newFolder());
    const watched = await watch(deployment);
    const one = await deployment.signed('case-a', someEvents(3));
    await post(watched, formatAddCheckpoint({ old: 0, proof: [], checkpoint: formatNote(one.note) }));
    const two = await deployment.signed('case-a', someEvents(4));
    const { suite } = two.checkpoint;
    const proof = consistencyProof({ suite, nodes: deployment.ledger.tree }, 3, 7);

    return { deployment, watched, one, two, suite, proof };
  };

  it('400 to what is no request, or an old size beyond the checkpoint', async () => {
    const { watched, two } = await scene();

    for (const body of [
      '',
      'old 0\n',
      'old x\n\nlog.example\n',
      formatAddCheckpoint({ old: 9, proof: [], checkpoint: formatNote(two.note) }),
    ]) {
      expect(await post(watched, body)).toMatchObject({ status: 400 });
    }
    expect((await post(watched, 'x'.repeat(300_000))).status).toBe(400);
  });

  it('404 to a log that it does not watch, 403 to a signature that is not the log’s', async () => {
    const { watched, two, suite } = await scene();
    const elsewhere = signerOf({ name: 'elsewhere', role: 'log', suite, key: suite.generate() });
    const forger = signerOf({ name: 'log.example', role: 'log', suite, key: suite.generate() });
    const send = (note: Note) => post(watched, formatAddCheckpoint({ old: 3, proof: [], checkpoint: formatNote(note) }));

    expect(await send(signCheckpoint({ ...two.checkpoint, origin: 'elsewhere' }, elsewhere))).toMatchObject({ status: 404 });
    expect(await send(signCheckpoint(two.checkpoint, forger))).toMatchObject({ status: 403 });
    expect(watched.alarms).toEqual([]);
  });

  it('409 with the size it saw last to another old size', async () => {
    const { watched, two } = await scene();
    const answer = await post(watched, formatAddCheckpoint({ old: 0, proof: [], checkpoint: formatNote(two.note) }));

    expect(answer).toEqual({ status: 409, type: 'text/x.tlog.size', body: '3\n' });
  });

  it('422 and an alarm to a proof that does not hold, then 200 to the one that does', async () => {
    const { watched, two, proof } = await scene();
    const request = { old: 3, proof, checkpoint: formatNote(two.note) };

    expect(await post(watched, formatAddCheckpoint({ ...request, proof: [...proof].reverse() }))).toMatchObject({ status: 422 });
    expect(await post(watched, formatAddCheckpoint(request))).toMatchObject({
      status: 200,
      body: expect.stringMatching(/^— witness.example /),
    });
    expect(watched.alarms[0]).toContain('不能证明延续了此前 3 个事件的账本：历史可能被改写');
  });
});

describe('two histories under one name', () => {
  it('are told to a person when two heads of one size are shown, and neither is cosigned after the first', async () => {
    const honest = newFolder();
    const first = await open(honest);
    await first.signed('case-a', someEvents(3));
    await first.close();
    const forked = newFolder();
    cpSync(ledgerFolder(honest), ledgerFolder(forked), { recursive: true });
    rmSync(join(ledgerFolder(forked), 'tile'), { recursive: true });
    rmSync(join(ledgerFolder(forked), 'checkpoint'));
    const [one, two] = [await open(honest), await open(forked)];
    const watched = await watch(one);
    const [ones, twos] = [cosignersFor(one, watched, honest), cosignersFor(two, watched, forked)];
    await offered(ones, await one.signed('case-a', someEvents(2)));
    await offered(twos, await two.signed('case-a', someEvents(5)));

    expect(ones.refusals).toEqual([]);
    expect(twos.refusals.map(({ zh }) => zh)).toEqual(['见证方 jiwei 拒绝会签：5 个事件的账本不是它见过的账本的延续']);
    expect(watched.alarms[0]).toContain('log.example 对同一个 5 个事件的账本签了两个不同的头：账本分叉，必有一份给人看的是假的');
    expect(readFileSync(join(watched.folder, ALARM_FILE), 'utf8')).toContain('seen before');
    const page = await (await fetch(watched.url)).text();
    expect(page).toContain('警报：账本不可信');
    expect((await fetch(`${watched.url}/healthz`)).status).toBe(503);
    expect(existsSync(join(ledgerFolder(forked), 'checkpoint.good'))).toBe(false);
  });

  it('show when an older copy of everything, key and tiles too, is put in place of what was witnessed', async () => {
    const data = newFolder();
    const before = await open(data);
    const watched = await watch(before);
    await before.signed('case-a', someEvents(30));
    await before.close();
    const backup = newFolder();
    cpSync(data, backup, { recursive: true });
    const grown = await open(data);
    await offered(cosignersFor(grown, watched, data), await grown.signed('case-a', someEvents(20)));
    const restored = await open(backup);
    const cosigners = cosignersFor(restored, watched, backup);
    await offered(cosigners, await restored.signed('case-a', someEvents(2)));

    expect(cosigners.refusals).toEqual([
      {
        zh: '见证方 jiwei 已见证过 50 个事件，本账本只有 32 个：账本末尾被截去',
        en: 'witness jiwei has seen 50 events, this ledger has 32: its end was cut off',
      },
    ]);
  });
});

describe('a policy', () => {
  const vkey = (name: string): string => {
    const suite = SUITES['sha256-ed25519'];

    return signerOf({ name, role: 'cosigner', suite, key: suite.generate() }).verifier.vkey;
  };

  it('says how many witnesses make a checkpoint good', () => {
    const { isMetBy } = parsePolicy(
      `# two of three, and the procuratorate\nwitness A ${vkey('a')}\nwitness B ${vkey('b')}\nwitness C ${vkey('c')}\nwitness P ${vkey('p')} http://p.example\ngroup party 2 A B C\ngroup all-sides all party P\nquorum all-sides\n`,
    );

    expect(isMetBy(new Set(['A', 'C', 'P']))).toBe(true);
    expect(isMetBy(new Set(['A', 'B', 'C']))).toBe(false);
    expect(isMetBy(new Set(['A', 'P']))).toBe(false);
  });

  it.each([
    ['', 'no quorum line'],
    ['quorum A', 'line 1: A is not defined above'],
    ['witness A x\nquorum A', 'line 1'],
    ['quorum none\nquorum none', 'more than one quorum line'],
    ['nonsense', 'line 1: nonsense'],
  ])('is refused when it reads %j', (text, why) => {
    expect(() => parsePolicy(text)).toThrow(why);
  });

  it('counts one key under two names once', () => {
    const key = vkey('a');

    expect(() => parsePolicy(`witness A ${key}\nwitness B ${key}\nquorum none`)).toThrow('two witnesses with one key');
  });
});
