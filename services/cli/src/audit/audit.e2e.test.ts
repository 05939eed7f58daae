import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { startService, type RunningService } from '@liuhen/api';
import { KurrentDouble } from '../../../../infra/src/event-store/kurrentdb/testing/double';
import { findKeyring, LEDGER_FOLDER, logger, openSqliteEventReader, parseTilePath, readConfig } from '@liuhen/infra';

const CLI = resolve(__dirname, '../../dist/main.js');
const VERIFIER = resolve(__dirname, '../../../verifier/dist/liuhen-verify.cjs');

const run = promisify(execFile);
const folders: string[] = [];
const running: RunningService[] = [];

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-audit-e2e-'));
  folders.push(folder);

  return folder;
};

const serve = async (data: string, more: Readonly<Record<string, string>> = {}): Promise<RunningService> => {
  const config = readConfig({
    LIUHEN_DATA: data,
    LIUHEN_PORT: '0',
    LIUHEN_HJ212_PORT: '0',
    LIUHEN_LOG_LEVEL: 'silent',
    LIUHEN_CHECKPOINT_SECONDS: '0.05',
    ...more,
  });
  const service = await startService(config, logger(config.logLevel));
  running.push(service);

  return service;
};

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const originOf = ({ graphql }: RunningService): string => new URL(graphql).origin;

const INSPECTOR = {
  person: 'inspector',
  name: '纪检',
  organisation: '市纪委',
  office: '一室',
  function: 'disciplineInspection',
  jurisdiction: '370000',
} as const;
const MONITOR = { ...INSPECTOR, person: 'monitor', function: 'monitoringUnit', organisation: '监测中心' } as const;
const REGISTRAR = { ...INSPECTOR, person: 'registrar', function: 'registrar' } as const;
const OFFICER = { ...INSPECTOR, person: 'officer', function: 'enforcementAgency', organisation: '执法支队' } as const;

const asker = async (service: RunningService, actor: Parameters<RunningService['issuer']['issue']>[0]) => {
  const token = await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 600 });

  return async (query: string, variables: object = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(service.graphql, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));

    return data;
  };
};

/** A case under investigation, made by acts through the API. */
const openCase = async (service: RunningService): Promise<string> => {
  let keys = 0;
  const act = async (actor: typeof INSPECTOR | typeof MONITOR | typeof REGISTRAR | typeof OFFICER, call: string): Promise<string> => {
    keys += 1;
    const ask = await asker(service, actor);
    const data = await ask(
      `mutation { done: ${call.replace('REQUEST', `request: { idempotencyKey: "k-${keys}" }`)} { __typename ... on Receipt { subject } ... on Refusal { message { zh } } ... on InvalidInput { fields { path message { zh } } } ... on Denied { code } } }`,
    );
    const done = data['done'] as { __typename: string; subject?: string };
    if (done.__typename !== 'Receipt') throw new Error(`${call}: ${JSON.stringify(done)}`);

    return done.subject ?? '';
  };
  const party = await act(
    REGISTRAR,
    'registerParty(REQUEST, input: { name: "某某化工", kind: dischargingEntity, creditCode: "9144030071526726XG", jurisdiction: "370800", address: "园区1号", legalRepresentative: "周六", keyEntity: true, keyPermitManagement: true })',
  );
  const caseId = await act(
    MONITOR,
    `reportProblem(REQUEST, input: { title: "超标", source: enforcementMonitoring, partyId: "${party}", facts: "总排口超标", foundAt: "2024-08-30T08:00:00+08:00", reporterAwaitsAnswer: false })`,
  );
  await act(
    MONITOR,
    `transferClue(caseId: "${caseId}", REQUEST, input: { problemIds: ["problem-1"], to: { organisation: "执法支队", function: enforcementAgency, jurisdiction: "370800" }, materials: ["监测报告"], verified: true, fraud: false })`,
  );
  await act(OFFICER, `receiveClue(caseId: "${caseId}", REQUEST, input: { clueId: "clue-1" })`);
  await act(OFFICER, `acceptClue(caseId: "${caseId}", REQUEST, input: { clueId: "clue-1" })`);
  await act(
    OFFICER,
    `openInvestigation(caseId: "${caseId}", REQUEST, input: { investigators: [{ person: "li", name: "李一", certificateNo: "H1" }, { person: "wang", name: "王二", certificateNo: "H2" }] })`,
  );

  return caseId;
};

/** As the rebuild says. */
const eventsIn = (said: string): number => Number(/(\d+) events/.exec(said)?.[1]);

describe('a service and its auditor', () => {
  it('hands out a package on a live log, which one file verifies elsewhere with the key alone', async () => {
    const data = newFolder();
    const service = await serve(data);
    const caseId = await openCase(service);
    const out = join(newFolder(), '案件.zip');
    const given = [
      'audit',
      'export',
      '--data',
      data,
      '--service',
      originOf(service),
      '--out',
      out,
      '--case',
      caseId,
      '--why',
      '专项检查',
      '--by',
      'inspector',
    ];
    await run(process.execPath, [CLI, ...given]);
    const elsewhere = newFolder();
    copyFileSync(VERIFIER, join(elsewhere, 'liuhen-verify.cjs'));
    const key = findKeyring(join(data, LEDGER_FOLDER))?.signer.verifier.vkey ?? '';
    const { stdout } = await run(process.execPath, ['liuhen-verify.cjs', out, '--key', key, '--json'], { cwd: elsewhere, env: {} });

    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'good', law: { judged: 6, unlawful: null } });
  });

  it('holds, for an inspector of an area, what they are told of, beside a service and without one, and refuses all else as what is not there', async () => {
    const data = newFolder();
    const service = await serve(data);
    const caseId = await openCase(service);
    const nobody = 'a'.repeat(caseId.length);
    const given = ['audit', 'export', '--data', data, '--service', originOf(service), '--why', '专项检查', '--by', 'inspector'];
    const made = async (area: string, ...scope: readonly string[]) => {
      const out = join(newFolder(), '包.zip');
      const { stdout } = await run(process.execPath, [CLI, ...given, '--out', out, '--json', '--area', area, ...scope]);

      return JSON.parse(stdout) as { readonly events: number; readonly scope: { readonly area: string } };
    };
    const refused = (area: string, id: string): Promise<string> =>
      made(area, '--case', id).then(
        () => 'made',
        (fault: unknown) => (fault as { readonly stderr: string }).stderr.replaceAll(id, nobody),
      );
    const check = async () => {
      expect(await refused('370900', caseId)).toContain('UNKNOWN_ID');
      expect(await refused('370900', caseId)).toBe(await refused('370900', nobody));
      expect(await refused('37', caseId)).toContain('INVALID_INPUT');
      for (const days of [
        ['--from', '2026-02-30'],
        ['--from', '2026-02-02', '--to', '2026-02-01'],
      ]) {
        await expect(made('370800', ...days)).rejects.toMatchObject({ stderr: expect.stringContaining('INVALID_INPUT') as string });
      }
      // Nothing but the record of the export itself.
      expect(await made('370900', '--person', 'officer')).toMatchObject({ events: 1, scope: { area: '370900' } });
      expect((await made('370800', '--person', 'officer')).events).toBeGreaterThan(6);
    };
    await check();
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await check();
  });

  it('checks, takes along and rebuilds a log on a server as it does one in a folder', async () => {
    const double = await KurrentDouble.start();
    const data = newFolder();
    const service = await serve(data, { LIUHEN_EVENTS: double.url });
    const caseId = await openCase(service);
    const place = ['--data', data, '--events', double.url];
    const out = join(newFolder(), '案件.zip');
    const wish = ['--service', originOf(service), '--out', out, '--case', caseId, '--why', '专项检查', '--by', 'inspector'];
    // On a log that others may use too, the service waits for its turn to keep the ledger.
    while (!(await fetch(`${originOf(service)}/ledger/checkpoint`)).ok);
    await run(process.execPath, [CLI, 'audit', 'export', ...place, ...wish]);
    const key = findKeyring(join(data, LEDGER_FOLDER))?.signer.verifier.vkey ?? '';
    const verified = await run(process.execPath, [VERIFIER, out, '--key', key, '--json']);
    const checked = await run(process.execPath, [CLI, 'fsck', ...place, '--json']);
    const rebuilt = await run(process.execPath, [CLI, 'projections', 'rebuild', ...place]);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    double.stop();

    expect(JSON.parse(verified.stdout)).toMatchObject({ verdict: 'good', law: { judged: 6, unlawful: null } });
    expect(JSON.parse(checked.stdout)).toMatchObject({ difference: null, events: eventsIn(rebuilt.stdout) });
  });

  it('publishes checkpoint and tiles at plain paths, and nothing beside them', async () => {
    const data = newFolder();
    const service = await serve(data);
    await openCase(service);
    const get = (path: string) => fetch(`${originOf(service)}/ledger/${path}`);
    let note = await get('checkpoint');
    while (note.status === 404) note = await get('checkpoint');
    const size = Number((await note.text()).split('\n')[1]);
    const tile = await get(`tile/0/000.p/${size}`);
    const entries = await get(`tile/entries/000.p/${size}`);

    expect(note.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(parseTilePath(`tile/0/000.p/${size}`)).toBeDefined();
    expect((await tile.arrayBuffer()).byteLength).toBe(size * 32);
    expect(tile.headers.get('cache-control')).toContain('immutable');
    expect((await entries.arrayBuffer()).byteLength).toBe(size * 115);
    for (const path of ['keys.json', '../events.db', 'tile/0/000', 'tile/entries/000.p/255', 'tile/9/000.p/1'])
      expect((await get(path)).status).toBe(404);
    expect(await (await get('keys')).text()).toMatch(/^liuhen\.local\/[0-9a-f]{16}\+/);
  });

  it('turns red at /readyz when the log was changed behind its back', async () => {
    const data = newFolder();
    const service = await serve(data, { LIUHEN_FSCK_HOURS: '0.001', LIUHEN_CHECKPOINT_SECONDS: '1' });
    await openCase(service);
    // What is not signed yet cannot be shown to have been changed.
    const signed = async (): Promise<number> =>
      Number((await (await fetch(`${originOf(service)}/ledger/checkpoint`)).text()).split('\n')[1]);
    while (!((await signed()) >= (await service.countEvents())));
    const db = new DatabaseSync(join(data, 'events.db'));
    db.exec("DROP TRIGGER events_are_never_updated; UPDATE events SET body = replace(body, '总排口超标', '总排口达标')");
    db.close();
    const ready = () => fetch(`${originOf(service)}/readyz`);
    let answer = await ready();
    while (answer.status === 200) answer = await ready();

    expect(answer.status).toBe(503);
    expect(((await answer.json()) as { faults: string[] }).faults[0]).toMatch(
      /第 1 号事件（case-\S+ 第 0 次修订，ProblemFound）的内容在签名之后被改动/,
    );
  });

  it('has on record who looked at a case under investigation, and why', async () => {
    const data = newFolder();
    const service = await serve(data);
    const caseId = await openCase(service);
    const ask = await asker(service, INSPECTOR);
    const { position } = { position: await service.head() };
    for (let at = 0; at < 5; at += 1)
      await ask('query Q($id: ID!, $p: Position) { caseFile(caseId: $id, atLeast: $p, why: "核查举报") { stage } }', {
        id: caseId,
        p: String(position),
      });
    await service.stop();
    running.splice(0);
    const reader = openSqliteEventReader({ folder: data });
    const reads = await reader.readStream(`records-${caseId}`);
    await reader.close();

    expect(reads.map(({ type, actor, payload }) => ({ type, person: actor.person, payload }))).toEqual([
      { type: 'SensitiveRead', person: 'inspector', payload: { view: 'caseFile', subject: caseId, why: '核查举报' } },
    ]);
  });

  it('refuses an export to who is no inspector, or without a reason', async () => {
    const service = await serve(newFolder());
    const post = async (actor: Parameters<RunningService['issuer']['issue']>[0] | null, body: object) => {
      const token = actor === null ? null : await service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 600 });

      return (
        await fetch(`${originOf(service)}/ledger/audit-exports`, {
          method: 'POST',
          headers: token === null ? {} : { authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        })
      ).status;
    };

    expect(await post(null, { scope: {}, why: 'x' })).toBe(401);
    expect(await post(OFFICER, { scope: {}, why: 'x' })).toBe(403);
    expect(await post(INSPECTOR, { scope: {}, why: '' })).toBe(400);
  });
});
