import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { holderCheck, readIssuers, tokenVerifier } from '@liuhen/infra';
import { Holder, listOf, TestIssuer, type ProofMade } from '../../../infra/src/identity/testing/issuer';
import { doorkeeper } from './http/doorkeeper';
import { rate } from './http/rate';
import { httpServer, type HttpOptions } from './http/server';
import { authorityOf, handedOn, issued, put, thumbprintOf, type Pair } from './testing/certificates';
import { Lair, OFFICER, type Answer, type Line } from './testing/lair';

const ME = JSON.stringify({ query: '{ me { person } }' });
const SERVED = { status: 200, data: { me: { person: 'officer' } } };

/** The code of a refusal that says how to do better, or that the question was answered. */
const outcome = ({ status, codes, headers, data }: Pick<Answer, 'status' | 'codes' | 'headers' | 'data'>): string => {
  if (status === 200 && data !== null) return 'served';

  return `${status} ${codes.join()} ${headers.get('www-authenticate') ?? ''}`;
};

const invalidToken = (code: string) => `401 ${code} Bearer error="invalid_token", error_description="${code}"`;

const ALGORITHMS = 'algs="ES256 ES384 EdDSA PS256 RS256"';

const dpop = (code: string, error = 'invalid_dpop_proof') =>
  `401 ${code} DPoP error="${error}", error_description="${code}", ${ALGORITHMS}`;

const post = (headers: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: ME,
});

const initialised = async (line: Line, payload: object): Promise<string> => {
  line.say({ type: 'connection_init', payload });

  return Promise.race([
    line.hear('connection_ack').then(() => 'acknowledged'),
    line.closed.then(({ code, reason }) => `${code} ${reason}`),
  ]);
};

const asked = async (line: Line): Promise<unknown> => {
  line.say({ id: '1', type: 'subscribe', payload: { query: '{ me { person } }' } });

  return (await line.hear('next')).payload;
};

describe('a token that is bound to a certificate', () => {
  let ca: Pair;
  let mine: Pair;
  let stolen: Pair;
  let issuer: TestIssuer;
  let lair: Lair;
  let token = '';

  beforeAll(async () => {
    ca = await authorityOf('authority of the server');
    [mine, stolen] = [await issued('officer', await authorityOf('authority of officers')), await authorityOf('made by oneself')];
    issuer = await TestIssuer.open('https://id.env');
    lair = await Lair.open({
      ...put('bound', await issued('server', ca)),
      LIUHEN_TLS_CLIENT_CERT: 'optional',
      LIUHEN_ISSUERS: listOf(issuer.trusted('certificate', OFFICER)),
      LIUHEN_EMBEDDED_ISSUER: 'off',
    });
    token = await issuer.token(OFFICER, { 'x5t#S256': thumbprintOf(mine) });
  });

  afterEach(async () => {
    expect(await ask(mine)).toBe('served');
  });

  afterAll(async () => {
    await lair.service.stop();
    await issuer.close();
  });

  const options = (shown: Pair | undefined) => ({ ca: ca.cert, servername: 'localhost', ...shown });

  const ask = async (shown: Pair | undefined, { as = token, more = {} }: { as?: string; more?: object } = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${as}`, ...more };
      request(lair.service.graphql, { method: 'POST', agent: false, headers, ...options(shown) }, (answer) => {
        let text = '';
        answer.on('data', (data: Buffer) => (text += data.toString()));
        answer.on('end', () => {
          const { data = null, errors = [] } = JSON.parse(text) as {
            data?: Answer['data'];
            errors?: readonly { extensions: { code: string } }[];
          };
          const told = new Headers({ 'www-authenticate': answer.headers['www-authenticate'] ?? '' });
          resolve(outcome({ status: answer.statusCode ?? 0, codes: errors.map(({ extensions }) => extensions.code), headers: told, data }));
        });
      })
        .on('error', reject)
        .end(ME);
    });

  it('is good over a connection of that certificate, whoever issued it', async () => {
    expect(await ask(mine)).toBe('served');
    const own = await issuer.token(OFFICER, { 'x5t#S256': thumbprintOf(stolen) });
    expect(await ask(stolen, { as: own })).toBe('served');
  });

  it('is nothing over a connection of another certificate, or of none', async () => {
    expect(await ask(stolen)).toBe(invalidToken('CERTIFICATE_DIFFERS'));
    expect(await ask(await issued('officer', ca))).toBe(invalidToken('CERTIFICATE_DIFFERS'));
    expect(await ask(undefined)).toBe(invalidToken('CERTIFICATE_MISSING'));
  });

  it('is not helped by a header in which anybody writes any certificate', async () => {
    const more = { 'client-cert': handedOn(mine), 'x-forwarded-for': '127.0.0.1' };

    expect(await ask(undefined, { more })).toBe(invalidToken('CERTIFICATE_MISSING'));
    expect(await ask(stolen, { more })).toBe(invalidToken('CERTIFICATE_DIFFERS'));
  });

  it('is asked for by its issuer: one that is bound to nothing is refused', async () => {
    const unbound = await issuer.token(OFFICER);

    expect(await ask(mine, { as: unbound })).toMatch(/^401 TOKEN_UNBOUND Bearer error="invalid_token".*, DPoP error="invalid_token"/u);
    expect(await ask(mine, { as: await issuer.token(OFFICER, { jkt: 'a'.repeat(43) }) })).toMatch(/^401 TOKEN_UNBOUND /u);
  });

  it('opens a WebSocket over that certificate only', async () => {
    const tried = async (shown: Pair | undefined) => initialised(await lair.socket(options(shown)), { authorization: `Bearer ${token}` });

    expect(await tried(mine)).toBe('acknowledged');
    expect(await tried(stolen)).toBe('4401 CERTIFICATE_DIFFERS');
    expect(await tried(undefined)).toBe('4401 CERTIFICATE_MISSING');
  });

  it('prolongs a WebSocket of that certificate only', async () => {
    const line = await lair.socket(options(mine));
    await initialised(line, { authorization: `Bearer ${token}` });
    const next = await issuer.token(OFFICER, { 'x5t#S256': thumbprintOf(mine) });
    line.say({ type: 'ping', payload: { authorization: `Bearer ${next}` } });
    await line.hear('pong');
    expect(await asked(line)).toEqual({ data: SERVED.data });
    const other = await issuer.token(OFFICER, { 'x5t#S256': thumbprintOf(stolen) });
    line.say({ type: 'ping', payload: { authorization: `Bearer ${other}` } });

    expect(await line.closed).toEqual({ code: 4403, reason: 'CERTIFICATE_DIFFERS' });
  });
});

describe('a certificate that a proxy hands on', () => {
  let issuer: TestIssuer;
  let mine: Pair;
  let token = '';

  const behind = (env: Readonly<Record<string, string>>): Promise<Lair> =>
    Lair.open({ LIUHEN_ISSUERS: listOf(issuer.trusted('none', OFFICER)), LIUHEN_EMBEDDED_ISSUER: 'off', ...env });

  const ask = async (lair: Lair, ...shown: readonly string[]): Promise<string> => {
    const headers = new Headers({ 'content-type': 'application/json', authorization: `Bearer ${token}` });
    for (const each of shown) headers.append('client-cert', each);

    return outcome(await lair.send('/graphql', { method: 'POST', headers, body: ME }));
  };

  beforeAll(async () => {
    issuer = await TestIssuer.open('https://id.env');
    mine = await authorityOf('officer');
    token = await issuer.token(OFFICER, { 'x5t#S256': thumbprintOf(mine) });
  });

  afterAll(() => issuer.close());

  it('counts where the proxy is ours and is believed', async () => {
    const lair = await behind({ LIUHEN_PROXIES: '127.0.0.1', LIUHEN_PROXY_CLIENT_CERT: 'on' });
    const other = handedOn(await authorityOf('another'));

    expect(await ask(lair, handedOn(mine))).toBe('served');
    expect(await ask(lair, other)).toBe(invalidToken('CERTIFICATE_DIFFERS'));
    expect(await ask(lair)).toBe(invalidToken('CERTIFICATE_MISSING'));
    expect(await ask(lair, handedOn(mine), other)).toBe(invalidToken('CERTIFICATE_MISSING'));
    expect(await ask(lair, encodeURIComponent(mine.cert))).toBe(invalidToken('CERTIFICATE_MISSING'));
    const tried = async (shown: string) =>
      initialised(await lair.socket({ headers: { 'client-cert': shown } }), { authorization: `Bearer ${token}` });
    expect([await tried(handedOn(mine)), await tried(other)]).toEqual(['acknowledged', '4401 CERTIFICATE_DIFFERS']);
    await lair.service.stop();
  });

  it.each([
    ['the proxy is not ours', { LIUHEN_PROXIES: '10.0.0.1', LIUHEN_PROXY_CLIENT_CERT: 'on' }],
    ['nobody said that it is believed', { LIUHEN_PROXIES: '127.0.0.1' }],
    ['there is no proxy', {}],
  ])('is not looked at where %s', async (_why, env) => {
    const lair = await behind(env);

    expect(await ask(lair, handedOn(mine))).toBe(invalidToken('CERTIFICATE_MISSING'));
    await lair.service.stop();
  });

  it('is believed from nobody by a service without proxies', async () => {
    await expect(behind({ LIUHEN_PROXY_CLIENT_CERT: 'on' })).rejects.toThrow(/CONFIG_INVALID.*LIUHEN_PROXY_CLIENT_CERT/u);
  });
});

describe('a token that is bound to a key', () => {
  const ORIGIN = 'https://liuhen.example.gov.cn';
  let issuer: TestIssuer;
  let holder: Holder;
  let lair: Lair;
  let env: Readonly<Record<string, string>>;
  let token = '';
  let nonce = '';

  beforeAll(async () => {
    issuer = await TestIssuer.open('https://id.env');
    holder = await Holder.make();
    env = {
      LIUHEN_ISSUERS: listOf(issuer.trusted('proof', OFFICER)),
      LIUHEN_EMBEDDED_ISSUER: 'off',
      LIUHEN_PUBLIC_ORIGIN: `https://inner.example, ${ORIGIN}`,
    };
    lair = await Lair.open(env);
    token = await issuer.token(OFFICER, { jkt: holder.jkt });
    nonce = await nonceOf(lair);
  });

  afterEach(async () => {
    expect(await ask(proof())).toBe('served');
  });

  afterAll(async () => {
    await lair.service.stop();
    await issuer.close();
  });

  const nonceOf = async (of: Lair): Promise<string> =>
    (await of.send('/graphql', post({ authorization: `DPoP ${token}` }))).headers.get('dpop-nonce') ?? '';

  const proof = (over: Partial<ProofMade> = {}): Promise<string> => holder.proof({ token, url: `${ORIGIN}/graphql`, nonce, ...over });

  const answered = async (made: Promise<string> | string, { as = token, of = lair } = {}): Promise<Answer> =>
    of.send('/graphql', post({ authorization: `DPoP ${as}`, dpop: await made }));

  const ask = async (made: Promise<string> | string, where: { as?: string; of?: Lair } = {}): Promise<string> =>
    outcome(await answered(made, where));

  const ago = (seconds: number): number => Math.floor(Date.now() / 1_000) - seconds;

  it('is good with a proof for each request, under each name of the service', async () => {
    expect(await ask(proof())).toBe('served');
    expect(await ask(proof({ url: 'https://inner.example/graphql' }))).toBe('served');
  });

  it('tells whoever has no nonce where to find one, and counts them as no stranger', async () => {
    const limited = await Lair.open({ ...env, LIUHEN_REQUESTS_PER_MINUTE: '10' });
    const first = await answered(proof({ nonce: undefined }), { of: limited });
    expect(outcome(first)).toBe(dpop('PROOF_NONCE', 'use_dpop_nonce'));
    const told = first.headers.get('dpop-nonce') ?? '';
    expect(await ask(proof({ nonce: undefined }), { of: limited })).toBe(dpop('PROOF_NONCE', 'use_dpop_nonce'));
    expect(await ask(proof({ nonce: told }), { of: limited })).toBe('served');
    await limited.service.stop();
  });

  it('is nothing with a proof that was used', async () => {
    const once = await proof();
    expect(await ask(once)).toBe('served');
    expect(await ask(once)).toBe(dpop('PROOF_REPLAYED'));
    const same = { claims: { jti: 'the same' } };
    expect([await ask(proof(same)), await ask(proof(same))]).toEqual(['served', dpop('PROOF_REPLAYED')]);
  });

  it('has one of many at once served with the same proof', async () => {
    const once = await proof();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask(once)));

    expect(outcomes.filter((each) => each === 'served')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['served', dpop('PROOF_REPLAYED')]));
  });

  it('is nothing with a proof that was seen on the way to another process of the same name', async () => {
    const other = await Lair.open(env);
    const once = await proof();
    expect(await ask(once, { of: other })).toBe(dpop('PROOF_NONCE', 'use_dpop_nonce'));
    expect(await ask(once)).toBe('served');
    expect(await ask(once, { of: other })).toBe(dpop('PROOF_NONCE', 'use_dpop_nonce'));
    expect(await ask(proof({ nonce: await nonceOf(other) }), { of: other })).toBe('served');
    await other.service.stop();
  });

  it.each<readonly [string, string, () => Promise<string> | string]>([
    ['an old one', 'PROOF_STALE', () => proof({ iat: ago(100) })],
    ['one of a time to come', 'PROOF_STALE', () => proof({ iat: ago(-100) })],
    ['one for another address', 'PROOF_INVALID', () => proof({ url: `${ORIGIN}/evidence/x` })],
    ['one for another host', 'PROOF_INVALID', () => proof({ url: 'https://evil.example/graphql' })],
    ['one for the address listened on, which is not the public one', 'PROOF_INVALID', () => proof({ url: lair.service.graphql })],
    ['one for another method', 'PROOF_INVALID', () => proof({ method: 'GET' })],
    ['one for another token', 'PROOF_INVALID', async () => proof({ token: await issuer.token(OFFICER) })],
    ['one of another key', 'PROOF_INVALID', async () => (await Holder.make()).proof({ token, url: `${ORIGIN}/graphql`, nonce })],
    ['one signed by another than it says', 'PROOF_INVALID', async () => proof({ key: (await Holder.make()).pair.key })],
    [
      'one with a shared secret',
      'PROOF_INVALID',
      () => proof({ key: new TextEncoder().encode(JSON.stringify(holder.pair.jwk)), header: { alg: 'HS256' } }),
    ],
    ['one without a signature', 'PROOF_INVALID', async () => unsigned(await proof())],
    ['two', 'PROOF_INVALID', async () => `${await proof()}, ${await proof()}`],
    ['no proof', 'PROOF_INVALID', () => 'x'],
  ])('is nothing with %s', async (_what, code, make) => {
    expect(await ask(await make())).toBe(dpop(code));
  });

  it('is nothing as a bearer, with a proof or without one, nor as DPoP without one', async () => {
    const bearer = async (more: Readonly<Record<string, string>>) =>
      outcome(await lair.send('/graphql', post({ authorization: `Bearer ${token}`, ...more })));

    expect(await bearer({})).toBe(dpop('PROOF_MISSING', 'invalid_token'));
    expect(await bearer({ dpop: await proof() })).toBe(dpop('PROOF_MISSING', 'invalid_token'));
    expect(outcome(await lair.send('/graphql', post({ authorization: `DPoP ${token}` })))).toBe(dpop('PROOF_MISSING', 'invalid_token'));
  });

  it('is asked to wait by a service that can remember no more proofs', async () => {
    const holders = holderCheck({ now: Date.now, limits: { ofAll: 0, ofOne: 0 } });
    const keeper = doorkeeper({
      verifier: tokenVerifier({ issuers: readIssuers(env['LIUHEN_ISSUERS'] ?? ''), now: Date.now }),
      holders,
      certificateOf: () => undefined,
      origins: () => [ORIGIN],
    });
    const options = { rate: rate(0), addressOf: () => '', production: true, bodyLimit: 1_000, doorkeeper: keeper };
    const server = httpServer(options as unknown as HttpOptions);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const dpop = await proof({ nonce: holders.nonce() });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const response = await fetch(url, post({ authorization: `DPoP ${token}`, dpop }));
    server.close();

    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.text()).toContain('"code":"PROOFS_FULL"');
  });

  it('is asked for by its issuer: one that is bound to nothing is refused', async () => {
    const unbound = await issuer.token(OFFICER);

    expect(await ask(proof({ token: unbound }), { as: unbound })).toMatch(/^401 TOKEN_UNBOUND /u);
  });

  it('is held to its proof at every door', async () => {
    const files = `/evidence/sha256:${'0'.repeat(64)}`;
    const get = async (path: string, made: Promise<string>) =>
      (await lair.send(path, { headers: { authorization: `DPoP ${token}`, dpop: await made } })).codes.join();

    for (const path of [files, '/export/caseList.csv']) {
      expect(await get(path, proof())).toBe('PROOF_INVALID');
      expect(await get(`${path}?a=1`, proof({ method: 'GET', url: `${ORIGIN}${path}` }))).not.toMatch(/PROOF|TOKEN/u);
    }
    expect(outcome(await lair.send('/ledger/audit-exports', post({ authorization: `DPoP ${token}`, dpop: await proof() })))).toBe(
      dpop('PROOF_INVALID'),
    );
  });

  it('opens a WebSocket with a proof of the nonce that is told there, once', async () => {
    const opened = async (payload: (said: string) => Promise<object>): Promise<string> => {
      const line = await lair.socket();
      line.say({ type: 'ping', payload: { 'dpop-nonce': '' } });
      const { 'dpop-nonce': said } = (await line.hear('pong')).payload as { 'dpop-nonce': string };

      return initialised(line, await payload(said));
    };
    const once = await proof({ method: 'GET' });
    const by = (made: Promise<string> | string) => opened(async () => ({ authorization: `DPoP ${token}`, dpop: await made }));

    expect(await opened(async (said) => ({ authorization: `DPoP ${token}`, dpop: await proof({ method: 'GET', nonce: said }) }))).toBe(
      'acknowledged',
    );
    expect(await by(once)).toBe('acknowledged');
    expect(await by(once)).toBe('4401 PROOF_REPLAYED');
    expect(await by(proof())).toBe('4401 PROOF_INVALID');
    expect(await by(proof({ method: 'GET', nonce: undefined }))).toBe('4401 PROOF_NONCE');
    expect(await by(proof({ method: 'GET', iat: ago(100) }))).toBe('4401 PROOF_STALE');
    expect(await opened(() => Promise.resolve({ authorization: `DPoP ${token}` }))).toBe('4401 PROOF_MISSING');
    expect(await opened(() => Promise.resolve({ authorization: `Bearer ${token}` }))).toBe('4401 PROOF_MISSING');
  });

  it('prolongs a WebSocket with a proof only', async () => {
    const short = await issuer.token(OFFICER, { jkt: holder.jkt }, 2);
    const opened = async () => {
      const line = await lair.socket();
      expect(await initialised(line, { authorization: `DPoP ${short}`, dpop: await proof({ method: 'GET', token: short }) })).toBe(
        'acknowledged',
      );

      return line;
    };
    const prove = (by: Holder) => by.proof({ token, method: 'GET', url: `${ORIGIN}/graphql`, nonce });
    const lives = await opened();
    lives.say({ type: 'ping', payload: { authorization: `DPoP ${token}`, dpop: await prove(holder) } });
    await lives.hear('pong');
    const [ends, robbed] = [await opened(), await opened()];
    robbed.say({ type: 'ping', payload: { authorization: `DPoP ${token}`, dpop: await prove(await Holder.make()) } });

    expect(await robbed.closed).toEqual({ code: 4403, reason: 'PROOF_INVALID' });
    expect(await ends.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
    expect(await asked(lives)).toEqual({ data: SERVED.data });
    lives.close();
  });
});

const unsigned = (proof: string): string => {
  const [head = '', body = ''] = proof.split('.');
  const said = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;

  return `${Buffer.from(JSON.stringify({ ...said, alg: 'none' })).toString('base64url')}.${body}.`;
};
