import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CHECKPOINT_FILE, findKeyring, openCheckpoint, openDeviceStores, openEmbeddedIssuer, openSqliteEventReader } from '@liuhen/infra';
import { openKey, startWitness, WitnessState, type RunningWitness } from '../../witness/src';
import { START, type RecordedEvent } from '@liuhen/workflows';
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Program } from '../../projector/src/testing/process';
import { PEOPLE, ROLES, type Role } from './demo/people';

const SERVICES = resolve(__dirname, '../..');
const CLI = join(SERVICES, 'cli/dist/main.js');
const ENDS: Readonly<Record<string, string>> = {
  LIUHEN_PORT: '0',
  LIUHEN_HJ212_PORT: '0',
  LIUHEN_LOG_LEVEL: 'error',
  LIUHEN_CHECKPOINT_SECONDS: '0.1',
};

const run = promisify(execFile);
const liuhen = async (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await run(process.execPath, [CLI, ...words], { env: { ...process.env, ...env } })).stdout;

const eventually = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
};

/** What people of each function ask; cursors and positions are a part of the answers. A look at a trail is on its end for ever after. */
const QUESTIONS: readonly (readonly [Role, string])[] = [
  [
    'inspector',
    '{ auditTrail(caseId: $caseId, first: 30) { edges { cursor node { position occurredAt title { zh } actor { name } note } } } }',
  ],
  ['inspector', '{ signatures(caseId: $caseId, first: 200) { edges { node { what value unit role name } } } }'],
  ['inspector', '{ interferenceTrail(filter: { caseId: $caseId }) { edges { node { record { content } recordedBy { name } } } } }'],
  ['enforcer', '{ caseFile(caseId: $caseId) { stage problems { id } } }'],
  ['enforcer', '{ caseList { edges { cursor node { caseId } } } }'],
  ['liaison', '{ transferredCases { edges { cursor node { transferId } } } }'],
];

/** Files of the data folder that a log on a server does not take the place of. */
const KEPT = ['identity.key.json', 'person-keys', 'evidence', 'ledger'];

(withMongo ? describe : describe.skip)('from one machine to servers, as it is written', () => {
  const root = mkdtempSync(join(tmpdir(), 'liuhen-move-'));
  const programs: Program[] = [];
  let double: KurrentDouble;
  let witness: RunningWitness;
  let readModels = '';
  let caseId = '';
  let data = '';
  let tokens: Readonly<Record<Role, string>>;
  let policy = '';
  let before: readonly unknown[] = [];
  let log: readonly RecordedEvent[] = [];
  let url = '';
  const [moved, kept] = [join(root, 'moved'), join(root, 'checkpoint.kept')];
  const address = () => ['--events', double.url, '--data', moved];

  const start = async (script: string, env: Readonly<Record<string, string>>): Promise<string> => {
    const program = new Program(join(SERVICES, script, 'dist/main.js'), { ...ENDS, LIUHEN_WITNESS_POLICY: policy, ...env });
    programs.push(program);

    const address = script === 'api' ? /http:\/\/\S+\/graphql\s/ : /http:\/\/\S+\s/;

    return address.exec(await program.start(address))?.[0].trim() ?? '';
  };
  const ask = async (role: Role, query: string, variables: object): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[role]}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data: answer, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));

    return answer;
  };
  const askAll = async (): Promise<readonly unknown[]> => {
    const answers: unknown[] = [];
    for (const [role, question] of QUESTIONS)
      answers.push(await ask(role, question.includes('$caseId') ? `query ($caseId: ID!) ${question}` : question, { caseId }));

    return answers;
  };
  const register = (key: string) =>
    ask(
      'registrar',
      `mutation ($request: ActRequestInput!) { act: registerParty(request: $request, input: { name: "某某化工", kind: dischargingEntity,
        creditCode: "9144030071526726XG", jurisdiction: "370800", address: "园区1号", legalRepresentative: "周六", keyEntity: true,
        keyPermitManagement: true }) { __typename ... on Receipt { actId subject revision position repeated } } }`,
      { request: { idempotencyKey: key } },
    );
  const good = async (): Promise<string> => {
    const response = await fetch(new URL('/ledger/checkpoint.good', url));

    return response.ok ? response.text() : '';
  };
  const sizeOf = (checkpoint: string): number => Number(checkpoint.split('\n')[1] ?? 0);
  const stopAll = (): Promise<readonly (number | null)[]> => Promise.all(programs.splice(0).map((program) => program.signal('SIGTERM')));
  const read = async (folder: string): Promise<readonly RecordedEvent[]> => {
    const reader = openSqliteEventReader({ folder });
    const events = await reader.readAll(START, 10_000);
    await reader.close();

    return events;
  };

  /** What is kept of devices beside the log. */
  const besides = async (where: string): Promise<readonly unknown[]> => {
    const stores = await openDeviceStores({ data, readModels: where });
    const kept = [await stores.series.page(undefined, 10_000), await stores.quarantine.list(1_000)];
    await stores.close();
    expect(kept.every((each) => each.length > 0)).toBe(true);

    return kept;
  };

  beforeAll(async () => {
    caseId = (JSON.parse(await liuhen(['demo', '--json'], { TMPDIR: root })) as { caseId: string }).caseId;
    data = join(root, readdirSync(root)[0] ?? '');
    const issuer = await openEmbeddedIssuer(data);
    const life = { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 86_400 };
    tokens = Object.fromEntries(
      await Promise.all(ROLES.map(async (role) => [role, await issuer.issue(PEOPLE[role], life)] as const)),
    ) as Record<Role, string>;
    const folder = join(root, 'witness');
    mkdirSync(folder);
    const signer = await openKey(folder, { name: 'witness.example', suite: 'sha256-ed25519' });
    const logs = findKeyring(join(data, 'ledger'))?.verifiers ?? [];
    witness = await startWitness(
      { signer, logs, state: WitnessState.open(folder), now: Date.now, alarm: (text) => expect(text).toBe('') },
      { host: '127.0.0.1', port: 0 },
    );
    policy = join(root, 'policy');
    writeFileSync(policy, `witness jiwei ${signer.verifier.vkey} http://127.0.0.1:${witness.port}\nquorum jiwei\n`);
    double = await KurrentDouble.start();
    readModels = newDatabase();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.signal('SIGKILL')));
    await witness.close();
    double.stop();
    await dropDatabases();
    rmSync(root, { recursive: true, force: true });
  });

  it('the one machine answers, its ledger is witnessed, and it stops cleanly', async () => {
    url = await start('api', { LIUHEN_DATA: data });
    await register('before-the-move');
    await askAll();
    before = await askAll();
    await eventually(async () => (await good()) !== '');
    writeFileSync(kept, await good());

    expect(await stopAll()).toEqual([0]);
    log = await read(data);
    expect(log.length).toBeGreaterThan(60);
  }, 120_000);

  it('the move is killed in its middle, and goes on where it was', async () => {
    const words = ['migrate', '--from', data, '--to', double.url];
    double.appendFaults.push(...Array.from({ length: log.length }, () => ({ delay: 20 })));
    const half = Math.floor(log.length / 2);
    const killed = spawn(process.execPath, [CLI, ...words], { stdio: 'ignore' });
    await eventually(() => double.log.written.length > half);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    double.appendFaults.length = 0;
    const left = double.log.written.length - 1;
    const said = await liuhen([...words, '--read-models', readModels]);

    expect(left).toBeLessThan(log.length);
    expect(Number(/(\d+) were there before/.exec(said)?.[1])).toBeGreaterThanOrEqual(half);
    expect(said).toContain(`${log.length} events`);
    expect(said).toContain('both logs give the root that was signed over');
    expect(double.log.written).toHaveLength(log.length + 1);
    expect(await besides(readModels)).toEqual(await besides('embedded'));
    expect(await liuhen([...words, '--read-models', readModels])).toContain('and 0 quarantined frames');
    expect(await besides(readModels)).toEqual(await besides('embedded'));
  }, 120_000);

  it('what was signed and witnessed before holds for the log on the server', async () => {
    mkdirSync(moved);
    for (const name of KEPT.filter((each) => existsSync(join(data, each))))
      cpSync(join(data, name), join(moved, name), { recursive: true });

    expect(await liuhen(['ledger', 'hold', ...address(), '--checkpoint', kept, '--policy', policy])).toContain(
      `holds all ${sizeOf(readFileSync(kept, 'utf8'))} events`,
    );
    expect(await liuhen(['fsck', ...address()])).toContain(`${log.length} events`);
  }, 60_000);

  it('the servers answer the same as the one machine did, and know an act that was done there', async () => {
    const engines = { LIUHEN_EVENTS: double.url, LIUHEN_READ_MODELS: readModels };
    url = await start('api', { ...engines, LIUHEN_DATA: moved, LIUHEN_ROLES: 'api,ledger' });
    for (const script of ['projector', 'scheduler']) await start(script, { ...engines, LIUHEN_DATA: join(root, script) });
    const { act } = (await register('before-the-move')) as { act: { position: string; repeated: boolean } };
    await ask('enforcer', 'query ($p: Position) { caseList(atLeast: $p) { edges { cursor } } }', { p: String(log.at(-1)?.position) });

    expect(await askAll()).toEqual(before);
    expect(act).toMatchObject({ repeated: true });
    expect(log.map(({ position }) => String(position))).toContain(act.position);
  }, 120_000);

  it('new acts go into the same ledger, and the witness cosigns it without being told of the move', async () => {
    const { act } = (await register('after-the-move')) as { act: { position: string; repeated: boolean } };
    const old = sizeOf(readFileSync(kept, 'utf8'));
    await eventually(async () => sizeOf(await good()) > log.length);
    const keys = findKeyring(join(data, 'ledger'))?.verifiers ?? [];

    expect(act).toMatchObject({ repeated: false });
    expect(Number(act.position)).toBeGreaterThan(log.at(-1)?.position ?? 0);
    expect(openCheckpoint(await good(), keys)?.checkpoint.size).toBeGreaterThan(old);
    expect(await stopAll()).toEqual([0, 0, 0]);
    expect(await liuhen(['fsck', ...address()])).toContain('The ledger is what the log gives');
    expect(existsSync(join(moved, 'ledger', CHECKPOINT_FILE))).toBe(true);
  }, 120_000);

  it('a database that was lost is made anew from the log, and from the copy that was made of the devices', async () => {
    const [copy, lost] = [join(root, 'devices'), readModels];
    await liuhen(['devices', 'copy', '--from', lost, '--to', copy]);
    readModels = newDatabase();
    await liuhen(['devices', 'copy', '--from', copy, '--to', readModels]);
    const engines = { LIUHEN_EVENTS: double.url, LIUHEN_READ_MODELS: readModels };
    url = await start('api', { ...engines, LIUHEN_DATA: moved, LIUHEN_ROLES: 'api' });
    await start('projector', { ...engines, LIUHEN_DATA: join(root, 'projector') });
    await ask('enforcer', 'query ($p: Position) { caseList(atLeast: $p) { edges { cursor } } }', { p: String(log.at(-1)?.position) });

    expect(await askAll()).toEqual(before);
    expect(await besides(readModels)).toEqual(await besides('embedded'));
    const other = join(root, 'of others');
    mkdirSync(other);
    await expect(liuhen(['devices', 'copy', '--from', other, '--to', copy])).rejects.toMatchObject({
      stderr: expect.stringContaining('nothing is kept of devices there') as string,
    });
    expect(readdirSync(other)).toEqual([]);
    expect(await stopAll()).toEqual([0, 0]);
  }, 120_000);
});
