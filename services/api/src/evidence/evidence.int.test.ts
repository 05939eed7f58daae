import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputOf } from '../../../../infra/src/desk/testing/inputs';
import { actorOf, Office } from '../../../../infra/src/desk/testing/office';
import { Lair } from '../testing/lair';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(9_000)]);
const digestOf = (content: Uint8Array): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;

/** Speaks clamd's INSTREAM: tells a virus by the word EICAR. */
const clamd = async (): Promise<Server> => {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      if (!heard.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(heard.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return server;
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const OFFICER = actorOf('enforcementAgency', { person: 'officer' });
const FAR = actorOf('enforcementAgency', { person: 'far', jurisdiction: '370100' });

describe('evidence over HTTP', () => {
  let lair: Lair;
  let scanner: Server;

  beforeAll(async () => {
    scanner = await clamd();
    lair = await Lair.open({ LIUHEN_EVIDENCE_LIMIT_MB: '0.05', LIUHEN_SCANNER: `clamd://127.0.0.1:${portOf(scanner)}` });
  });
  afterAll(async () => {
    await lair.service.stop();
    scanner.close();
  });

  const put = async (content: Uint8Array<ArrayBuffer>, { type = 'application/pdf', digest = digestOf(content), actor = OFFICER } = {}) =>
    lair.send(`/evidence/${digest}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await lair.token(actor)}`, 'content-type': type },
      body: content,
    });

  const kept = (): readonly string[] =>
    readdirSync(join(lair.folder, 'evidence'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 2);

  it('is kept under the digest of its content, once however often it comes', async () => {
    const first = await put(PDF);

    expect([first.status, JSON.parse(first.text)]).toEqual([
      201,
      { digest: digestOf(PDF), bytes: PDF.length, mediaType: 'application/pdf' },
    ]);
    expect((await put(PDF)).status).toBe(201);
    expect(kept()).toHaveLength(1);
  });

  it.each([
    ['content with another digest', [409, 'EVIDENCE_DIGEST'], PDF, { digest: digestOf(Buffer.from('x')) }],
    ['a page that says it is a document', [415, 'EVIDENCE_TYPE'], Buffer.from('<html><script>alert(1)</script></html>'), {}],
    [
      'a program that says it is an image',
      [415, 'EVIDENCE_TYPE'],
      Buffer.from('MZ\x90\x00'.padEnd(5_000, 'x'), 'latin1'),
      { type: 'image/png' },
    ],
    ['a type that is not taken', [415, 'EVIDENCE_TYPE'], Buffer.from('x'), { type: 'text/html' }],
    ['bytes that say they are text', [415, 'EVIDENCE_TYPE'], Buffer.from([0x41, 0, 0x42]), { type: 'text/plain' }],
    ['nothing', [415, 'EVIDENCE_TYPE'], Buffer.alloc(0), {}],
    ['a file with malware in it', [422, 'EVIDENCE_INFECTED'], Buffer.from('%PDF-1.7 EICAR'), {}],
    ['more than may be', [413, 'BODY_TOO_LARGE'], Buffer.concat([PDF, Buffer.alloc(60_000)]), {}],
    ['a path instead of a digest', [400, 'INVALID_INPUT'], PDF, { digest: '..%2f..%2fevents.db' }],
    ['a file of a party', [403, 'FORBIDDEN'], PDF, { actor: actorOf('dischargingEntity') }],
  ] as const)('refuses %s, and keeps nothing of it', async (_what, [status, code], content, over) => {
    const before = kept();
    const answer = await put(content, over);

    expect([answer.status, answer.codes]).toEqual([status, [code]]);
    expect(kept()).toEqual(before);
  });

  it('takes a text that is one', async () => {
    expect((await put(Buffer.from('监测日志,正常\n'), { type: 'text/csv; charset=utf-8' })).status).toBe(201);
  });

  it('is not kept while the scanner does not answer', async () => {
    const other = await Lair.open({ LIUHEN_SCANNER: 'clamd://127.0.0.1:1' });
    const answer = await other.send(`/evidence/${digestOf(PDF)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await other.token(OFFICER)}`, 'content-type': 'application/pdf' },
      body: PDF,
    });
    await other.service.stop();

    expect([answer.status, answer.codes]).toEqual([503, ['SCANNER_UNREACHABLE']]);
    expect(readdirSync(join(other.folder, 'evidence'))).toEqual([]);
  });
});

describe('evidence of a case', () => {
  it('is given to who may read the case, with the look on record; to anyone else it does not exist', async () => {
    const probe = await Lair.open();
    await probe.service.stop();
    const office = await Office.open(probe.folder);
    const parties = await office.registered();
    const caseId = await office.openCase(parties);
    const ref = { digest: digestOf(PDF), name: '监测报告.pdf', mediaType: 'application/pdf', bytes: PDF.length };
    await office.must('transferClue', caseId, inputOf('transferClue', { ...parties, file: undefined, target: '', pick: 0 }), {
      evidence: [ref],
    });
    const other = await office.openCase(parties, 2);
    await office.close();
    const lair = await Lair.open({ LIUHEN_DATA: probe.folder });
    await lair.ask(`{ caseList(atLeast: "${await lair.service.head()}") { edges { cursor } } }`);
    const ask = async (method: string, search: string, actor = OFFICER) =>
      fetch(`${lair.origin}/evidence/${ref.digest}${search}`, {
        method,
        headers: { authorization: `Bearer ${await lair.token(actor)}`, 'content-type': 'application/pdf' },
        ...(method === 'PUT' ? { body: PDF } : {}),
      });
    await ask('PUT', '');
    const given = await ask('GET', `?caseId=${caseId}&why=%E6%A0%B8%E5%AF%B9`);
    const refused = await Promise.all([
      ask('GET', `?caseId=${other}`),
      ask('GET', '?caseId=no-such-case'),
      ask('GET', `?caseId=${caseId}`, FAR),
      ask('GET', ''),
    ]);
    const answers = await Promise.all(
      refused.map(async (answer) => ({
        status: answer.status,
        text: (await answer.text()).replace(other, '').replace(caseId, '').replace('no-such-case', ''),
      })),
    );

    expect(Buffer.from(await given.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(ref.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await lair.service.stop();
    const after = await Office.open(probe.folder);
    const looks = await after.store.readStream(`records-${caseId}`);
    await after.close();

    expect(looks.map(({ actor, payload }) => [actor.person, payload])).toEqual([
      ['officer', { view: `evidence ${ref.digest}`, subject: caseId, why: '核对' }],
    ]);
  });
});

describe('a service whose folder for evidence', () => {
  const dataWith = (make: (evidence: string) => void): string => {
    const data = mkdtempSync(join(tmpdir(), 'liuhen-unwritable-'));
    make(join(data, 'evidence'));

    return data;
  };

  it.each<readonly [string, (evidence: string) => void]>([
    ['cannot be made', (evidence) => writeFileSync(evidence, '')],
    // Not even root makes a file there.
    ['cannot be written', (evidence) => symlinkSync('/sys/kernel', evidence)],
  ])('%s does not start, and has opened nothing', async (_why, make) => {
    const data = dataWith(make);

    await expect(Lair.open({ LIUHEN_DATA: data })).rejects.toMatchObject({
      code: 'FOLDER_UNUSABLE',
      detail: expect.stringContaining(join(data, 'evidence')),
    });
    expect(readdirSync(data)).toEqual(['evidence']);
  });

  it('can be written starts, and leaves nothing of its trial there', async () => {
    const lair = await Lair.open();
    await lair.service.stop();

    expect(existsSync(join(lair.folder, 'evidence'))).toBe(true);
    expect(readdirSync(join(lair.folder, 'evidence'))).toEqual([]);
  });
});
