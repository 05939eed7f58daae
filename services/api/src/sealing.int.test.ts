import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyVault, openSqliteEventStore } from '@liuhen/infra';
import { anEvent } from '../../../infra/src/event-store/testing/events';
import { actorOf } from '../../../infra/src/desk/testing/office';
import { Lair } from './testing/lair';

const SECRET = '王某某 13812345678 某村三组';
const ACCEPTOR = actorOf('enforcementAgency', { person: 'acceptor' });
const COLLEAGUE = actorOf('enforcementAgency', { person: 'colleague' });
const HEAD = actorOf('authorityHead', { person: 'head' });

const REPORT = {
  channel: 'letter',
  source: 'public',
  matter: 'pollution',
  jurisdiction: '370800',
  content: '夜间偷排',
  anonymous: false,
  answerable: true,
  rewardClaimed: false,
  receivedAt: '2024-08-30T09:00:00+08:00',
  reporter: SECRET,
};

const ORDERED = anEvent({
  type: 'PersonForgotten',
  payload: { subject: 'report-gone', orderedBy: 'head', basis: '办结满五年' },
});

/** Every byte of every file below a folder. */
const filesBelow = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));

describe('the identity of a reporter', () => {
  let lair: Lair;
  let reportId: string;

  beforeAll(async () => {
    lair = await Lair.open();
  });
  afterAll(() => lair.service.stop());

  const act = async (name: string, args: string, input: object, actor = ACCEPTOR): Promise<Readonly<Record<string, unknown>>> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const answer = await lair.ask(
      `mutation ($input: ${type}, $request: ActRequestInput!) { ${name}(${args}input: $input, request: $request) {
        __typename ... on Receipt { subject repeated position } ... on InvalidInput { code } ... on Refusal { rule code } } }`,
      { actor, variables: { input, request: { idempotencyKey: `${name}-${actor.person}` } } },
    );
    if (answer.data === null) throw new Error(answer.text);

    return answer.data[name] as Readonly<Record<string, unknown>>;
  };

  const read = (actor = ACCEPTOR) =>
    lair.ask('query ($id: ID!) { openedParticulars(of: report, id: $id) { content keyDestroyed } }', {
      actor,
      variables: { id: reportId },
    });

  it('comes in as text, and the same request again gives the first receipt', async () => {
    const first = await act('receivePublicReport', '', REPORT);
    reportId = String(first['subject']);

    expect(first).toMatchObject({ __typename: 'Receipt', repeated: false });
    expect(await act('receivePublicReport', '', REPORT)).toEqual({ ...first, repeated: true });
    expect(await act('receivePublicReport', '', { ...REPORT, reporter: '李某某' })).toMatchObject({ code: 'KEY_REUSED' });
  });

  it('stands in no file of the deployment', () => {
    const files = filesBelow(lair.folder);

    expect(files.length).toBeGreaterThan(3);
    for (const word of ['王某某', '13812345678']) expect(files.filter((bytes) => bytes.includes(word))).toEqual([]);
  });

  it('is read by nobody who has not opened it on record', async () => {
    expect((await read()).codes).toEqual(['UNKNOWN_ID']);
    expect((await read(actorOf('disciplineInspection'))).codes).toEqual(['FORBIDDEN']);
    expect(await act('openReporterIdentity', `reportId: "${reportId}", `, { why: '好奇' }, COLLEAGUE)).toMatchObject({
      __typename: 'Refusal',
      code: 'NOT_COMPETENT',
    });
    expect((await read(COLLEAGUE)).codes).toEqual(['UNKNOWN_ID']);
  });

  it('is read by the acceptor who has', async () => {
    expect(await act('openReporterIdentity', `reportId: "${reportId}", `, { why: '核实情况' })).toMatchObject({ __typename: 'Receipt' });
    expect((await read()).data).toEqual({ openedParticulars: { content: SECRET, keyDestroyed: false } });
    expect((await read(COLLEAGUE)).codes).toEqual(['UNKNOWN_ID']);
  });

  it('is gone for good once the head has ordered it forgotten, while the service runs', async () => {
    expect(await act('forgetReporter', `reportId: "${reportId}", `, { basis: '办结满五年' }, HEAD)).toMatchObject({
      __typename: 'Receipt',
    });
    let answer = await read();
    while (answer.text.includes(SECRET)) answer = await read();

    expect(answer.data).toEqual({ openedParticulars: { content: null, keyDestroyed: true } });
    expect(await act('openReporterIdentity', `reportId: "${reportId}", `, { why: '再看' }, HEAD)).not.toMatchObject({
      __typename: 'Receipt',
    });
  });
});

describe('an order to forget that a crash overtook', () => {
  it('is carried out at the next start, and what others have sealed stays', async () => {
    const keys = mkdtempSync(join(tmpdir(), 'liuhen-forgotten-keys-'));
    const before = await Lair.open({ LIUHEN_KEYS: keys });
    await before.service.stop();
    const vault = openKeyVault({ folder: keys, suite: 'sha256-ed25519' });
    const [gone, kept] = [await vault.seal('report-gone', SECRET), await vault.seal('report-kept', SECRET)];
    const store = await openSqliteEventStore({ folder: before.folder });
    await store.append('report-gone', [ORDERED], 'any');
    await store.close();
    const after = await Lair.open({ LIUHEN_DATA: before.folder, LIUHEN_KEYS: keys });
    while (vault.unseal(gone) !== undefined) await new Promise((wake) => setImmediate(wake));

    expect(vault.unseal(kept)).toBe(SECRET);
    expect((await fetch(`${after.origin}/readyz`)).status).toBe(200);
    await after.service.stop();
  });
});
