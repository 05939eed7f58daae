import { createHmac, createPrivateKey, sign, type webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { logger, readConfig } from '@liuhen/infra';
import type { Actor } from '@liuhen/workflows';
import { listOf, TestIssuer } from '../../../infra/src/identity/testing/issuer';
import { banner } from './banner';
import { rate } from './http/rate';
import { httpServer, type HttpOptions } from './http/server';
import { FIRM } from './testing/firm';
import { Lair, OFFICER } from './testing/lair';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made by hand, with the issuer's own key where nothing else is said. */
class Forger {
  readonly #jwk: webcrypto.JsonWebKey;

  constructor(folder: string) {
    this.#jwk = JSON.parse(readFileSync(join(folder, 'identity.key.json'), 'utf8')) as webcrypto.JsonWebKey;
  }

  get publicKey(): string {
    const { kty, crv, x } = this.#jwk;

    return JSON.stringify({ kty, crv, x });
  }

  make({ claims = {}, head = {} }: { readonly claims?: object; readonly head?: object } = {}, by = this.#signature): string {
    const now = Math.floor(Date.now() / 1_000);
    const { person, name, organisation, office, function: fn, jurisdiction } = OFFICER;
    const said = {
      sub: person,
      name,
      org: organisation,
      office,
      fn,
      jur: jurisdiction,
      iss: 'liuhen-embedded',
      aud: 'liuhen',
      iat: now,
      exp: now + 600,
    };
    const text = `${base64url({ alg: 'EdDSA', ...head })}.${base64url({ ...said, ...claims })}`;

    return `${text}.${by(text)}`;
  }

  readonly #signature = (text: string): string =>
    sign(null, Buffer.from(text), createPrivateKey({ key: this.#jwk, format: 'jwk' })).toString('base64url');
}

const times = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join(' ');

describe('a service in production under attack', () => {
  let lair: Lair;
  const registrar: Actor = { ...OFFICER, person: 'registrar', function: 'registrar' };

  beforeAll(async () => {
    lair = await Lair.open();
  });

  afterEach(async () => {
    expect((await lair.ask('{ me { person } }')).data).toEqual({ me: { person: 'officer' } });
  });

  afterAll(() => lair.service.stop());

  it.each<readonly [string, string, string]>([
    ['too deep', `{ ${'me { '.repeat(25)}person${' }'.repeat(25)} }`, 'QUERY_TOO_DEEP'],
    ['ten thousand deep', `{ ${'me { '.repeat(10_000)}person${' }'.repeat(10_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['an alias bomb', `{ me { ${times(60, (at) => `a${at}: person`)} } }`, 'QUERY_TOO_LARGE'],
    ['too many questions at once', `{ ${times(21, (at) => `a${at}: me { person }`)} }`, 'QUERY_TOO_LARGE'],
    ['a field repeated', `{ me { ${times(2_500, () => 'person')} } }`, 'QUERY_TOO_LARGE'],
    [
      'fragments that double',
      `{ me { ...f0 } } ${times(20, (at) => `fragment f${at} on Actor { ...f${at + 1} ...f${at + 1} }`)} fragment f20 on Actor { person }`,
      'QUERY_TOO_LARGE',
    ],
    ['fragments in a circle', '{ me { ...a } } fragment a on Actor { ...b } fragment b on Actor { ...a }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'pages that cost too much',
      `{ ${times(18, (at) => `a${at}: caseList(first: 200) { edges { node { ${times(80, () => 'caseId')} } } }`)} }`,
      'QUERY_TOO_COSTLY',
    ],
    [
      'the same with the page in a variable',
      `query ($n: Int) { ${times(18, (at) => `a${at}: caseList(first: $n) { edges { node { ${times(80, () => 'caseId')} } } }`)} }`,
      'QUERY_TOO_COSTLY',
    ],
    ['a page beyond bounds', '{ caseList(first: 201) { edges { cursor } } }', 'PAGE_TOO_LARGE'],
    ['a cursor made up', '{ caseList(after: "AAAA") { edges { cursor } } }', 'BAD_CURSOR'],
    ['introspection', '{ __schema { types { name } } }', 'INTROSPECTION_OFF'],
    ['introspection of one type', '{ me { person } __type(name: "Case") { fields { name } } }', 'INTROSPECTION_OFF'],
    ['introspection by a fragment', '{ ...a } fragment a on Query { __schema { queryType { name } } }', 'INTROSPECTION_OFF'],
  ])('refuses %s, with a code', async (_what, query, code) => {
    const { codes, data } = await lair.ask(query);

    expect(codes).toContain(code);
    expect(data).toBeNull();
  });

  it('recites nothing of the contract in its errors', async () => {
    const { text, codes } = await lair.ask('{ caseLst { edges { cursor } } }');

    expect(codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(text).not.toContain('caseList');
  });

  it('takes no batch, no form and no simple cross-site request', async () => {
    const authorization = `Bearer ${await lair.token()}`;
    const post = (type: string, body: string) =>
      lair.send('/graphql', { method: 'POST', headers: { 'content-type': type, authorization }, body });
    const one = JSON.stringify({ query: '{ me { person } }' });

    for (const answer of [
      await post('application/json', `[${one},${one}]`),
      await post('text/plain', one),
      await post('application/x-www-form-urlencoded', 'query={me{person}}'),
      await lair.send(`/graphql?query=${encodeURIComponent('{ me { person } }')}`, { headers: { authorization } }),
    ]) {
      expect(answer).toMatchObject({ status: 400, codes: ['BAD_REQUEST'], data: null });
    }
  });

  it('reads no more of a body than its limit', async () => {
    const answer = await lair.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(3_000_000),
    });

    expect(answer).toMatchObject({ status: 413, codes: ['BODY_TOO_LARGE'] });
  });

  it('shows no explorer, and serves no file but its own', async () => {
    expect((await lair.send('/graphql', { headers: { accept: 'text/html' } })).text).not.toContain('<html');
    for (const path of [
      '/graphql/assets/explorer.js',
      '/graphql/assets/..%2f..%2fpackage.json',
      '/export/..%2f..%2fetc%2fpasswd.csv',
      '/%2e%2e/',
    ]) {
      expect(await lair.send(path, {})).toMatchObject({ status: 404, codes: ['NOT_FOUND'] });
    }
  });

  it('serves no file by a path that climbs out', async () => {
    const raw = (target: string): Promise<string> =>
      new Promise((resolve) => {
        let text = '';
        const socket = connect(Number(new URL(lair.origin).port), '127.0.0.1', () => {
          socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        });
        socket.on('data', (data) => (text += data.toString()));
        socket.on('close', () => resolve(text));
      });
    for (const start of ['', '/graphql/assets', '/ledger', '/ledger/tile', '/ledger/tile/0', '/evidence', '/export']) {
      for (const climb of ['/../', '/../../', '/..%2f', '/%2e%2e/', '/..%5c', '/.%00./', '/....//']) {
        for (const file of ['keys.json', 'etc/passwd']) {
          const answer = await raw(`${start}${climb}${file}`);

          expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
          expect(answer).toMatch(/"code":"(NOT_FOUND|UNAUTHENTICATED|INVALID_INPUT)"/u);
        }
      }
    }
  });

  it('sends its security headers with every answer, errors among them', async () => {
    for (const path of ['/healthz', '/nowhere', '/graphql']) {
      const { headers } = await lair.send(path, {});

      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each([
    ['no token', undefined, 'UNAUTHENTICATED'],
    ['no scheme', 'x', 'TOKEN_INVALID'],
    ['an empty one', 'Bearer a.b.c', 'TOKEN_INVALID'],
    ['one beyond bounds', `Bearer ${'a'.repeat(5_000)}`, 'TOKEN_INVALID'],
  ])('refuses %s', async (_what, authorization, code) => {
    const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
    const { codes } = await lair.send('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: '{ me { person } }' }) });

    expect(codes).toEqual([code]);
  });

  it.each<readonly [string, string, (forger: Forger) => string]>([
    ['forged: its claims changed after it was signed', 'TOKEN_INVALID', (forger) => changed(forger.make())],
    ['forged: signed by another key', 'TOKEN_INVALID', (forger) => forger.make({}, () => 'A'.repeat(86))],
    ['without a signature', 'TOKEN_INVALID', (forger) => forger.make({ head: { alg: 'none' } }, () => '')],
    [
      'signed with the public key as a shared secret',
      'TOKEN_INVALID',
      (forger) =>
        forger.make({ head: { alg: 'HS256' } }, (text) => createHmac('sha256', forger.publicKey).update(text).digest('base64url')),
    ],
    ['for another audience', 'TOKEN_INVALID', (forger) => forger.make({ claims: { aud: 'another' } })],
    ['of another issuer', 'TOKEN_INVALID', (forger) => forger.make({ claims: { iss: 'https://evil' } })],
    ['expired', 'TOKEN_EXPIRED', (forger) => forger.make({ claims: { exp: Math.floor(Date.now() / 1_000) - 31 } })],
    ['without an end', 'TOKEN_INVALID', (forger) => forger.make({ claims: { exp: undefined } })],
    ['not good yet', 'TOKEN_INVALID', (forger) => forger.make({ claims: { nbf: Math.floor(Date.now() / 1_000) + 60 } })],
    ['of nobody', 'TOKEN_INVALID', (forger) => forger.make({ claims: { sub: undefined } })],
    [
      'with a key of its own in its head',
      'TOKEN_INVALID',
      (forger) => forger.make({ head: { jwk: { kty: 'OKP' } } }, () => 'A'.repeat(86)),
    ],
  ])('takes no token that is %s, and says how to get a better one', async (_what, code, make) => {
    const forger = new Forger(lair.folder);
    const asked = async (token: string) =>
      lair.send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ me { person } }' }),
      });
    const token = make(forger);
    const refused = await asked(token);

    expect(refused).toMatchObject({ status: 401, codes: [code], data: null });
    expect(refused.headers.get('www-authenticate')).toContain(`Bearer error="invalid_token", error_description="${code}"`);
    expect((await asked(forger.make())).data).toEqual({ me: { person: 'officer' } });
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await line.closed).toEqual({ code: 4401, reason: code });
  });

  it('reads no more of a head than its limit', async () => {
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(new URL(lair.origin).port), '127.0.0.1', () => {
        socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
      });
      socket.on('error', () => undefined);
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
    });

    expect(heard).toMatch(/^HTTP\/1\.1 431 /u);
  });

  it('answers for a case out of reach as for none', async () => {
    const party = FIRM;
    const act = async (actor: Actor, name: string, type: string, input: object) => {
      const query = `mutation ($input: ${type}!, $request: ActRequestInput!) { ${name}(input: $input, request: $request) { ... on Receipt { subject position } } }`;
      const { data } = await lair.ask(query, { actor, variables: { input, request: { idempotencyKey: `${name}-1` } } });

      return data?.[name] as { readonly subject: string; readonly position: unknown };
    };
    const { subject: partyId } = await act(registrar, 'registerParty', 'RegisterPartyInput', party);
    const problem = { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' };
    const { subject: caseId, position } = await act(OFFICER, 'reportProblem', 'ReportProblemInput', problem);
    const nobody = 'a'.repeat(caseId.length);
    const strangers: readonly Actor[] = [
      { ...OFFICER, person: 's', jurisdiction: '370900' },
      { ...OFFICER, person: 's', function: 'policeAuthority' },
      { ...OFFICER, person: 's', function: 'procuratorate' },
      { ...OFFICER, person: 's', function: 'marketRegulator' },
      { ...OFFICER, person: 's', function: 'dischargingEntity' },
      { ...OFFICER, person: 's', function: 'dischargingEntity', party: 'another' },
    ];
    const questions = [
      'query ($id: ID!, $at: Position) { caseFile(caseId: $id, atLeast: $at) { caseId } }',
      'query ($id: ID!, $at: Position) { auditTrail(caseId: $id, atLeast: $at) { edges { cursor } } }',
      'query ($id: ID!, $at: Position) { availableActs(caseId: $id, atLeast: $at) { act } }',
      'mutation ($id: ID!) { closeCase(caseId: $id, input: { summary: "x" }, request: { idempotencyKey: "k" }) { __typename ... on InvalidInput { code fields { path message { zh en } } } ... on Refusal { code } ... on Denied { code } } }',
    ];
    let count = 0;
    for (const actor of strangers) {
      for (const query of questions) {
        const mine = await lair.ask(query, { actor, variables: { id: caseId, at: position } });
        const none = await lair.ask(query, { actor, variables: { id: nobody, at: position } });
        expect(mine.text.replaceAll(caseId, nobody)).toBe(none.text);
        count += 1;
      }
    }
    expect(count).toBe(24);
    const outlet = 'query ($id: ID!) { outletResults(outletId: $id) { outletId } }';
    const away = { actor: { ...OFFICER, jurisdiction: '370900' }, variables: { id: `${partyId}.1` } };
    expect((await lair.ask(outlet, away)).data).toEqual({ outletResults: null });
    const own: Actor = { ...OFFICER, person: 'clerk', function: 'dischargingEntity', organisation: 'x', party: partyId };
    expect((await lair.ask(questions[2] ?? '', { actor: own, variables: { id: caseId, at: position } })).codes).toEqual([]);
    expect((await lair.ask(questions[0] ?? '', { actor: own, variables: { id: caseId, at: position } })).codes).toEqual(['FORBIDDEN']);
  });
});

const changed = (token: string): string => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;

  return [head, base64url({ ...claims, fn: 'authorityHead' }), signature].join('.');
};

describe('the embedded issuer', () => {
  it('is for a first look: a service that others reach does not start with it, unless its operator says so', async () => {
    for (const LIUHEN_HOST of ['0.0.0.0', '::']) {
      const env = { LIUHEN_HOST, LIUHEN_EMBEDDED_ISSUER: 'auto', LIUHEN_MODE: 'trial' };
      await expect(Lair.open(env)).rejects.toThrow(/CONFIG_INVALID.*LIUHEN_EMBEDDED_ISSUER/u);
    }
    await expect(Lair.open({ LIUHEN_EMBEDDED_ISSUER: 'auto' })).rejects.toThrow(/CONFIG_INVALID.*LIUHEN_ISSUERS/u);
  });

  it('says what it is where it is trusted, at the start and in the log, and nothing where it is not', async () => {
    let text = '';
    const log = logger('warn', { write: (line: string) => (text += line) });
    const trial = await Lair.open({}, log);
    expect(text).toContain('whoever reads the data folder signs as anybody');
    expect(banner(trial.service, trial.folder)).toContain('内置签发仅供试用');
    await trial.service.stop();
    text = '';
    const issuer = await TestIssuer.open('https://id.env');
    const env = { LIUHEN_EMBEDDED_ISSUER: 'auto', LIUHEN_ISSUERS: listOf(issuer.trusted('none', OFFICER)) };
    const other = await Lair.open(env, log);
    expect([text, banner(other.service, other.folder).includes('token --help')]).toEqual(['', false]);
    expect((await other.ask('{ me { person } }')).codes).toEqual(['TOKEN_INVALID']);
    await other.service.stop();
    await issuer.close();
  });
});

describe('a connection for subscriptions', () => {
  let lair: Lair;
  const SUBSCRIBE = { id: '1', type: 'subscribe', payload: { query: 'subscription { caseChanged { caseId } }' } };

  const connected = async (token: string) => {
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await line.hear('connection_ack');

    return line;
  };

  beforeAll(async () => {
    lair = await Lair.open();
  });

  afterAll(() => lair.service.stop());

  it('without a word is closed', async () => {
    expect((await (await lair.socket()).closed).code).toBe(4408);
  });

  it('that asks before it says who it is, is closed', async () => {
    const line = await lair.socket();
    line.say(SUBSCRIBE);

    expect((await line.closed).code).toBe(4401);
  });

  it('with a bad token is closed with its code', async () => {
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: 'Bearer a.b.c' } });

    expect(await line.closed).toEqual({ code: 4401, reason: 'TOKEN_INVALID' });
  });

  it('is held to the same limits', async () => {
    const line = await connected(await lair.token());
    for (const [query, code] of [
      [`{ ${times(21, (at) => `a${at}: me { person }`)} }`, 'QUERY_TOO_LARGE'],
      ['{ __schema { types { name } } }', 'INTROSPECTION_OFF'],
    ]) {
      line.say({ ...SUBSCRIBE, id: code, payload: { query } });
      expect((await line.hear('error')).payload).toMatchObject([{ extensions: { code } }]);
    }
    line.close();
  });

  it('ends with its token, unless a new one of the same rights is brought in time', async () => {
    const ends = await connected(await lair.token(OFFICER, 2));
    const lives = await connected(await lair.token(OFFICER, 2));
    lives.say({ type: 'ping', payload: { authorization: `Bearer ${await lair.token()}` } });
    await lives.hear('pong');

    expect(await ends.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
    lives.say({ ...SUBSCRIBE, payload: { query: '{ me { person } }' } });
    expect((await lives.hear('next')).payload).toEqual({ data: { me: { person: 'officer' } } });
    lives.close();
  });

  it.each<readonly [string, Partial<Actor>]>([
    ['another person', { person: 'other' }],
    ['another area', { jurisdiction: '370900' }],
    ['another function', { function: 'legalReviewer' }],
  ])('is not handed on to %s', async (_who, over) => {
    const line = await connected(await lair.token());
    line.say({ type: 'ping', payload: { authorization: `Bearer ${await lair.token({ ...OFFICER, ...over })}` } });

    expect(await line.closed).toEqual({ code: 4403, reason: 'FORBIDDEN' });
  });
});

describe('a limit of requests', () => {
  it('holds for each person, and for an address', async () => {
    const lair = await Lair.open({ LIUHEN_REQUESTS_PER_MINUTE: '3' });
    const status = async (person: string) => {
      const { codes, headers } = await lair.ask('{ me { person } }', { actor: { ...OFFICER, person } });

      return codes.length === 0 ? 'served' : `${codes.join()} ${Number(headers.get('retry-after')) > 0}`;
    };
    expect([await status('a'), await status('a'), await status('a'), await status('a')]).toEqual([
      'served',
      'served',
      'served',
      'RATE_LIMITED true',
    ]);
    expect(await status('b')).toBe('served');
    for (let at = 0; at < 25; at += 1) await lair.send('/nowhere', {});
    expect(await status('c')).toBe('RATE_LIMITED true');
    expect((await lair.send('/healthz', {})).status).toBe(200);
    await lair.service.stop();
  });

  it('is there in production by itself, and a tenth of it for who is nobody', async () => {
    expect([readConfig({}), readConfig({ LIUHEN_MODE: 'production' })].map(({ requestsPerMinute }) => requestsPerMinute)).toEqual([0, 600]);
    const lair = await Lair.open({ LIUHEN_REQUESTS_PER_MINUTE: '30' });
    const forged = { 'content-type': 'application/json', authorization: 'Bearer a.b.c' };
    const asNobody = () => lair.send('/graphql', { method: 'POST', headers: forged, body: '{"query":"{ me { person } }"}' });
    const codes = [await asNobody(), await asNobody(), await asNobody(), await asNobody()].flatMap((answer) => answer.codes);

    expect(codes).toEqual(['TOKEN_INVALID', 'TOKEN_INVALID', 'TOKEN_INVALID', 'RATE_LIMITED']);
    expect((await lair.ask('{ me { person } }')).codes).toEqual([]);
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: 'Bearer a.b.c' } });
    expect(await line.closed).toEqual({ code: 4429, reason: 'RATE_LIMITED' });
    await lair.service.stop();
  });

  it('refuses a list of proxies that names none', async () => {
    for (const LIUHEN_PROXIES of ['proxy.example', '10.0.0.0/99', '10.0.0.1, x']) {
      await expect(Lair.open({ LIUHEN_PROXIES })).rejects.toThrow(/CONFIG_INVALID.*LIUHEN_PROXIES/u);
    }
  });
});

describe('a fault that nobody foresaw', () => {
  it('tells an id, under which the log has it, and nothing else', async () => {
    let text = '';
    const unready = (): never => {
      throw new Error('/var/lib/liuhen is on fire');
    };
    const log = logger('error', { write: (line: string) => (text += line) });
    const server = httpServer({ log, unready } as unknown as HttpOptions);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`);
    const { errors } = (await response.json()) as { errors: readonly { extensions: { code: string; detail: string } }[] };
    server.close();
    const told = errors[0]?.extensions;

    expect(response.status).toBe(500);
    expect(told).toMatchObject({ code: 'INTERNAL', detail: expect.stringMatching(/^[0-9a-f-]{36}$/u) as unknown });
    expect(JSON.stringify(errors)).not.toContain('fire');
    expect(JSON.parse(text)).toMatchObject({ id: told?.detail, err: { message: '/var/lib/liuhen is on fire' } });
  });
});

/** What a client hears that begins like this and then sends a byte now and then, until it is cut off. */
const dripped = async (server: ReturnType<typeof httpServer>, beginning: string): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(beginning);
  const drip = setInterval(() => socket.write('a'), 20);
  const heard = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('close', () => resolve(text));
  });
  clearInterval(drip);
  server.close();

  return heard;
};

describe('a client that drips', () => {
  it('a body is told so and cut off', async () => {
    const options = { patience: { head: 5_000, body: 150, request: 5_000 }, bodyLimit: 1_000, rate: rate(0), addressOf: () => '' };
    const server = httpServer({ ...options, production: true, doorkeeper: {} } as unknown as HttpOptions);
    const heard = await dripped(server, 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n');

    expect(heard).toMatch(/^HTTP\/1\.1 408 /u);
    expect(heard).toContain('"code":"TOO_SLOW"');
  });

  it('a head is cut off', async () => {
    const server = httpServer({ patience: { head: 150, body: 150, request: 300 } } as HttpOptions);
    const heard = await dripped(server, 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ');

    expect(heard).toMatch(/^(HTTP\/1\.1 408|$)/u);
  });
});
