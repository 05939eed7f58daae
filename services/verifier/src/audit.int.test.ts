import { copyFileSync, openSync, closeSync, ftruncateSync, readFileSync, writeFileSync, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { prepareRotation, parsePolicy, readArchive, SUITES, verifyPackage, type Verifier } from '@liuhen/infra';
import { inputOf } from '../../../infra/src/desk/testing/inputs';
import { anEvent } from '../../../infra/src/event-store/testing/events';
import { ledgerFolder } from '../../../infra/src/ledger/testing/deployment';
import { makeParts } from './report/report';
import { repacked } from './testing/repack';
import { caseStream, newFolder, NO_RELATIONS, officer, removeFolders, Scene, witnessOf } from './testing/scene';
import { toldVerdict } from './verify';

const scenes: Scene[] = [];
const open = async (...given: Parameters<typeof Scene.open>): Promise<Scene> => {
  const scene = await Scene.open(...given);
  scenes.push(scene);

  return scene;
};
afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.close()));
});
afterAll(removeFolders);

const verdictOn = (source: string | Buffer, { keys, policy }: Pick<Scene, 'keys' | 'policy'>) =>
  verifyPackage(source, { keys, policy, makeParts });

const packageOfCase = async (scene: Scene) => {
  const caseId = await scene.openCase();

  return { caseId, file: await scene.exported({ cases: [caseId] }) };
};

describe.each(Object.values(SUITES))('a package with $title', (suite) => {
  it('is good with the keys of the log and of the witness alone, and every act is judged anew', async () => {
    const scene = await open(suite.name);
    await scene.openCase();
    const { file } = await packageOfCase(scene);
    const verdict = await verdictOn(file, scene);

    expect(verdict).toMatchObject({
      verdict: 'good',
      evidenceFiles: 1,
      head: { suite: suite.title },
      law: { judged: 4, partly: 0, unlawful: null },
    });
    expect(verdict.checks.every(({ holds }) => holds === true)).toBe(true);
    expect(Object.keys(verdict.witnesses)).toEqual(['jiwei']);
    expect(toldVerdict(verdict)).toContain('核验通过 / VALID');
  });

  it('proves sealed particulars, and still does when their key is destroyed and nobody can open them', async () => {
    const scene = await open(suite.name);
    const report = {
      ...inputOf('receivePublicReport', { file: undefined, partyId: 'p', labId: '', target: '', pick: 0 }),
      anonymous: false,
    };
    const { stream } = await scene.must('receivePublicReport', null, { ...report, reporter: '王某某 13812345678' });
    await scene.must('forgetReporter', stream.slice('report-'.length), { basis: '办结满五年' });
    await scene.vault.destroy(stream);
    const file = await scene.exported({ from: '2024-09-10', to: '2024-09-10' });
    const verdict = await verdictOn(file, scene);

    expect(verdict).toMatchObject({ verdict: 'good', law: { judged: 2, unlawful: null }, seals: { sealed: 1, keyDestroyed: 1 } });
    expect(toldVerdict(verdict)).toContain('sealed, key destroyed');
    expect([...(await readArchive(file)).tables.values()].map((bytes) => bytes.includes('王某某'))).not.toContain(true);
  });

  it('is good with an old key after the key was replaced', async () => {
    const scene = await open(suite.name);
    const { handover, commit } = prepareRotation(ledgerFolder(scene.folder));
    await scene.deployment.store.append(
      'records-ledger',
      [anEvent({ type: 'LedgerKeyRotated', payload: { ...handover, why: '到期' }, occurredAt: scene.now(), recordedAt: scene.now() })],
      'any',
    );
    const old = scene.keys;
    scene.deployment.ledger.useKeys(await commit());
    const { file } = await packageOfCase(scene);

    expect((await verdictOn(file, { keys: old, policy: scene.policy })).verdict).toBe('good');
  });
});

describe('a package by person or by days', () => {
  it('holds whole files of what the person touched', async () => {
    const scene = await open();
    const caseId = await scene.openCase();
    const related = { ...NO_RELATIONS, streamsOfPerson: () => Promise.resolve([caseStream(caseId)]) };
    const verdict = await verdictOn(await scene.exported({ persons: ['enforcementAgency-a'] }, { related }), scene);

    expect(verdict).toMatchObject({ verdict: 'good', law: { judged: 4 } });
  });

  it('holds whole files of what was touched on those days', async () => {
    const scene = await open();
    await scene.openCase();
    await scene.openCase();

    expect(await verdictOn(await scene.exported({ from: '2024-09-10', to: '2024-09-10' }), scene)).toMatchObject({
      verdict: 'good',
      law: { judged: 8 },
    });
    expect(await verdictOn(await scene.exported({ from: '2025-01-01' }), scene)).toMatchObject({ verdict: 'good', events: 1 });
  });

  it('is good without the files that its author is not told of, counts what rests on them apart, and says to which area it is bounded', async () => {
    const scene = await open();
    const [own, foreign] = [await scene.openCase(), await scene.openCase()];
    const mayHold = (stream: string) => Promise.resolve(stream !== caseStream(foreign) && !stream.startsWith('unit-'));
    const file = await scene.exported({ from: '2024-09-10' }, { related: { ...NO_RELATIONS, mayHold } });
    const { tables } = await readArchive(file);
    const events = tables.get('events.jsonl')?.toString() ?? '';

    expect(await verdictOn(file, scene)).toMatchObject({ verdict: 'good', law: { judged: 3, partly: 2, unlawful: null } });
    expect([events.includes(caseStream(own)), events.includes(`"stream":"${caseStream(foreign)}"`)]).toEqual([true, false]);
    expect(tables.get('report.html')?.toString()).toContain('限于辖区 370800 的案卷');
    expect(JSON.parse(tables.get('manifest.json')?.toString() ?? '')).toMatchObject({ version: 2, scope: { area: '370800' } });
  });
});

const lines = (content: Buffer): string[] => content.toString().split('\n').slice(0, -1);
const joined = (kept: readonly string[]): string => kept.map((line) => `${line}\n`).join('');
const blocks = (content: Buffer): string[] => content.toString().split('\n\n').slice(0, -1);
const rejoined = (kept: readonly string[]): string => kept.map((block) => `${block}\n\n`).join('');
const swapped = <T>(items: readonly T[], one: number, other: number): T[] =>
  items.map((item, at) => (at === one ? items[other]! : at === other ? items[one]! : item));

describe('what was done to a package is told in these words', () => {
  it('a word changed in an event', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const changed = await repacked(file, { 'events.jsonl': (content) => content.toString().replace('总排口超标', '总排口达标') });

    expect((await verdictOn(changed, scene)).message).toEqual({
      zh: expect.stringMatching(/^第 \d+ 号事件（case-\S+ 第 0 次修订，ProblemFound）的内容与账本不符：被改动$/),
      en: expect.stringMatching(/^event \d+ .*: its content is not what was entered: it was changed$/),
    });
  });

  it('an event taken out', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const changed = await repacked(file, {
      'events.jsonl': (content) => joined(lines(content).filter((_, at) => at !== 2)),
      'proofs.txt': (content) => rejoined(blocks(content).filter((_, at) => at !== 2)),
    });

    expect((await verdictOn(changed, scene)).message.zh).toMatch(/^case-\S+ 缺第 1 次修订：事件被删除、改序或未交出$/);
  });

  it('the last events of a file held back', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const changed = await repacked(file, {
      'events.jsonl': (content) => joined(lines(content).filter((_, at) => at !== 3)),
      'proofs.txt': (content) => rejoined(blocks(content).filter((_, at) => at !== 3)),
    });

    expect((await verdictOn(changed, scene)).message.zh).toMatch(/^case-\S+ 导出时有 3 个事件，包内只有 2 个$/);
  });

  it('two events in another order', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const changed = await repacked(file, {
      'events.jsonl': (content) => joined(swapped(lines(content), 2, 3)),
      'proofs.txt': (content) => rejoined(swapped(blocks(content), 2, 3)),
    });

    expect((await verdictOn(changed, scene)).message.zh).toMatch(/顺序颠倒$/);
  });

  it('an event of another log put in with its proof', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const changed = await repacked(file, { 'proofs.txt': (content) => content.toString().replace(/^index 1$/m, 'index 2') });

    expect((await verdictOn(changed, scene)).message.zh).toMatch(/^第 2 号事件.*不在已签名的账本中：证明不成立$/);
  });

  it('an event entered long before its date', async () => {
    const scene = await open();
    const caseId = await scene.openCase();
    await scene.deployment.signed(caseStream(caseId), [
      anEvent({ type: 'FeedbackGiven', occurredAt: '2024-08-01T09:00:00+08:00', recordedAt: '2024-08-01T09:00:00+08:00' }),
    ]);
    const file = await scene.exported({ cases: [caseId] });

    expect((await verdictOn(file, scene)).message.zh).toMatch(/的登记时间早于其前事件：倒签$/);
  });

  it('an event that claims to be recorded after the witness saw it', async () => {
    const scene = await open();
    const caseId = await scene.openCase();
    await scene.deployment.signed(caseStream(caseId), [
      anEvent({ type: 'FeedbackGiven', occurredAt: '2031-01-01T09:00:00+08:00', recordedAt: '2031-01-01T09:00:00+08:00' }),
    ]);
    const file = await scene.exported({ cases: [caseId] });

    expect((await verdictOn(file, scene)).message.zh).toMatch(/登记时间/);
  });

  it('a file held back that the export named', async () => {
    const scene = await open();
    const { file, caseId } = await packageOfCase(scene);
    const own = (at: number, of: readonly string[]) => (JSON.parse(of[at]!) as { stream: string }).stream !== `case-${caseId}`;
    let kept: readonly string[] = [];
    const changed = await repacked(file, {
      'events.jsonl': (content) => joined((kept = lines(content)).filter((_, at) => own(at, kept))),
      'proofs.txt': (content) => rejoined(blocks(content).filter((_, at) => own(at, kept))),
    });

    expect((await verdictOn(changed, scene)).message.zh).toMatch(/导出时有 3 个事件，包内只有 0 个$/);
  });

  it('a report that says something else', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const changed = await repacked(file, { 'report.html': (content) => content.toString().replace('问题1', '一切正常') });

    expect((await verdictOn(changed, scene)).message.zh).toBe('报告与事件不符');
  });

  it('an evidence file that is another', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const bytes = readFileSync(file);
    bytes.write('相片', bytes.lastIndexOf('照片 '));

    expect((await verdictOn(bytes, scene)).message.zh).toMatch(/^证据文件 evidence\/[0-9a-f]{64} 的内容被改动$/);
  });
});

describe('whom to trust', () => {
  it('another key of the same name, another deployment, and no witness are each told apart', async () => {
    const [scene, other] = [await open(), await open()];
    const { file } = await packageOfCase(scene);
    const elsewhere = { ...other.keys[0]!, name: 'elsewhere.example' } as Verifier;

    expect((await verdictOn(file, { keys: other.keys, policy: scene.policy })).message.zh).toBe(
      '检查点不是所给公钥签名的：签名不成立或密钥不同',
    );
    expect((await verdictOn(file, { keys: [elsewhere], policy: scene.policy })).message.zh).toBe(
      '审计包来自另一部署「log.example」，所给公钥属于「elsewhere.example」',
    );
    const stranger = parsePolicy(`witness jiancha ${witnessOf().verifier.vkey}\nquorum jiancha`);
    expect((await verdictOn(file, { keys: scene.keys, policy: stranger })).message.zh).toBe('检查点未得到所要求的见证：缺 jiancha 的会签');
  });
});

describe('a record that is intact and yet unlawful', () => {
  const inject = async (scene: Scene, caseId: string, event: Parameters<typeof anEvent>[0]) => {
    const now = scene.now();
    await scene.deployment.signed(caseStream(caseId), [
      anEvent({ occurredAt: now, recordedAt: now, actor: officer('enforcementAgency'), ...event }),
    ]);

    return verdictOn(await scene.exported({ cases: [caseId] }), scene);
  };

  it('is told where the procedure does not foresee an event', async () => {
    const scene = await open();
    const verdict = await inject(scene, await scene.openCase(), {
      type: 'PenaltyServed',
      payload: { penaltyId: 'penalty-1', servedOn: '2024-09-10', method: '直接送达' },
    });

    expect(verdict).toMatchObject({ verdict: 'unlawful', law: { unlawful: { event: { type: 'PenaltyServed', revision: 3 } } } });
    expect(verdict.message.zh).toMatch(/^记录未被改动，但有不合法的行为：case-\S+ 第 3 次修订 PenaltyServed/);
  });

  it('is told where the office had no right to the act', async () => {
    const scene = await open();
    const asked = { name: 'acceptClue', input: { clueId: 'clue-1' } };
    const verdict = await inject(scene, await scene.openCase(), {
      type: 'ClueAccepted',
      payload: { clueId: 'clue-1', note: null },
      asked,
      actor: officer('court'),
    });

    expect(verdict).toMatchObject({
      verdict: 'unlawful',
      law: { unlawful: { rule: expect.any(String), message: { zh: expect.stringContaining('无权') } } },
    });
  });

  it('is told where it was another area', async () => {
    const scene = await open();
    const asked = { name: 'acceptClue', input: { clueId: 'clue-1' } };
    const actor = { ...officer('enforcementAgency'), jurisdiction: '220100' };
    const verdict = await inject(scene, await scene.openCase(), {
      type: 'ClueAccepted',
      payload: { clueId: 'clue-1', note: null },
      asked,
      actor,
    });

    expect(verdict.message.zh).toContain('超出管辖区域');
  });

  it('is told where a guard of the law would have refused, with its rule', async () => {
    const scene = await open();
    const input = { ...inputOf('openInvestigation', { file: undefined, partyId: '', labId: '', target: '', pick: 0 }) } as {
      investigators: unknown[];
    };
    const one = { investigators: input.investigators.slice(0, 1) };
    const caseId = await scene.openCase();
    await scene.must('acceptClue', caseId, { clueId: 'clue-1' });
    const verdict = await inject(scene, caseId, {
      type: 'InvestigationOpened',
      payload: one,
      asked: { name: 'openInvestigation', input: one },
    });

    expect(verdict).toMatchObject({
      verdict: 'unlawful',
      law: { unlawful: { rule: expect.any(String), citation: expect.stringContaining('《') } },
    });
    expect(verdict.message.zh).toContain('《');
  });

  it('is told where the facts on record are not those that the act yields', async () => {
    const scene = await open();
    const verdict = await inject(scene, await scene.openCase(), {
      type: 'ClueAccepted',
      payload: { clueId: 'clue-1', note: '另写' },
      asked: { name: 'acceptClue', input: { clueId: 'clue-1' } },
    });

    expect(verdict.message.zh).toContain('所记事实不是该行为依法应产生的事实');
  });
});

describe('bad input', () => {
  const zipOf = async (names: readonly string[], { compress = false, content = Buffer.from('x') } = {}): Promise<string> => {
    const path = join(newFolder(), 'made.zip');
    const zip = new ZipFile();
    for (const name of names) zip.addBuffer(content, name, { compress });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));

    return path;
  };

  it('is never valid however far it is cut short', async () => {
    const scene = await open();
    const bytes = readFileSync((await packageOfCase(scene)).file);
    for (let part = 0; part < 60; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 60));

      expect(await verdictOn(cut, scene)).toMatchObject({
        verdict: 'unreadable',
        message: { zh: expect.stringMatching(/^审计包无法读取：./) },
      });
    }
  });

  it('with something after its end is not the package', async () => {
    const scene = await open();
    const bytes = readFileSync((await packageOfCase(scene)).file);

    expect((await verdictOn(Buffer.concat([bytes, Buffer.from('x')]), scene)).verdict).toBe('unreadable');
    expect((await verdictOn(Buffer.concat([Buffer.from('x'), bytes]), scene)).verdict).not.toBe('good');
  });

  it('of a newer version says to use a newer verifier', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const newer = await repacked(file, { 'manifest.json': (content) => content.toString().replace('"version": 2', '"version": 3') });

    expect((await verdictOn(newer, scene)).message.zh).toContain('use a newer verifier');
  });

  it.each([['manifest.json'], ['events.jsonl'], ['proofs.txt'], ['checkpoint'], ['rules.json'], ['report.html']] as const)(
    'without %s says so',
    async (name) => {
      const scene = await open();
      const { file } = await packageOfCase(scene);

      expect((await verdictOn(await repacked(file, { [name]: () => null }), scene)).message.en).toContain(`${name} is not in it`);
    },
  );

  it('of a gigabyte of nothing is told within the second', async () => {
    const scene = await open();
    const path = join(newFolder(), 'huge.zip');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 1_000_000_000);
    closeSync(handle);
    const began = performance.now();

    expect((await verdictOn(path, scene)).verdict).toBe('unreadable');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('with a bomb inside is not unpacked', async () => {
    const scene = await open();
    const bomb = await zipOf(['events.jsonl'], { compress: true, content: Buffer.alloc(50_000_000) });

    expect((await verdictOn(bomb, scene)).message.en).toContain('is compressed; a package never is');
  });

  it.each(['evil.sh', 'evidence/../../evil', 'evidence/x', 'EVENTS.JSONL', 'manifest.json/x'])(
    'with the file %s inside is not opened',
    async (name) => {
      const scene = await open();
      const path = join(newFolder(), 'made.zip');
      const safe = 'a'.repeat(name.length);
      copyFileSync(await zipOf([safe]), path);
      writeFileSync(path, Buffer.from(readFileSync(path, 'latin1').replaceAll(safe, name), 'latin1'));

      expect((await verdictOn(path, scene)).verdict).toBe('unreadable');
    },
  );

  it('with a file twice is not opened', async () => {
    const scene = await open();

    expect((await verdictOn(await zipOf(['checkpoint', 'checkpoint']), scene)).message.en).toContain('twice');
  });

  it('that is no package at all has a reason', async () => {
    const scene = await open();
    const text = join(newFolder(), 'text');
    writeFileSync(text, '你好');
    for (const source of [text, join(newFolder(), 'nothing-there'), newFolder(), Buffer.alloc(0)]) {
      expect(await verdictOn(source, scene)).toMatchObject({ verdict: 'unreadable', message: { zh: expect.stringMatching(/：./) } });
    }
  });

  it('whose tables are no tables has a reason', async () => {
    const scene = await open();
    const { file } = await packageOfCase(scene);
    const { tables } = await readArchive(file);
    for (const name of tables.keys()) {
      for (const junk of ['', '{}', 'null', '[]', '\n', '\u0000', '{"a":1}\n']) {
        expect((await verdictOn(await repacked(file, { [name]: () => junk }), scene)).verdict).not.toBe('good');
      }
    }
  });
});
