import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64url, SignJWT } from 'jose';
import { readIssuers, tokenVerifier, type TokenVerifier, type TrustedIssuer } from './index';
import { KeyPage, pair, type Key, type Pair } from './testing/issuer';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const seconds = NOW / 1_000;

interface Made {
  readonly kid?: string;
  readonly alg?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
  readonly from?: number;
  readonly claims?: object;
}

const sign = (
  key: Key,
  { kid = 'k1', alg = 'ES256', issuer = 'https://id.env', audience = 'liuhen', expires = 600, from, claims = {} }: Made = {},
) => {
  const token = new SignJWT({ name: '张三', org: '局', office: '队', fn: 'enforcementAgency', jur: '370800', ...claims })
    .setProtectedHeader({ alg, kid })
    .setSubject('p-1')
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + expires);

  return (from === undefined ? token : token.setNotBefore(seconds + from)).sign(key);
};

describe('tokens of several issuers', () => {
  const environment = new KeyPage();
  const police = new KeyPage();
  let env: Pair;
  let pol: Pair;
  let issuers: readonly TrustedIssuer[];
  let now = NOW;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    [env, pol] = await Promise.all([pair('k1'), pair('k1')]);
    environment.keys = [env.jwk];
    police.keys = [pol.jwk];
    const file = join(mkdtempSync(join(tmpdir(), 'liuhen-issuers-')), 'issuers.json');
    const common = { algorithms: ['ES256'] };
    writeFileSync(
      file,
      JSON.stringify([
        {
          ...common,
          issuer: 'https://id.env',
          jwks: await environment.open(),
          functions: ['enforcementAgency', 'monitoringUnit'],
          jurisdiction: '370000',
        },
        { ...common, issuer: 'https://id.police', jwks: await police.open(), functions: ['policeAuthority'], personPrefix: 'police:' },
      ]),
    );
    issuers = readIssuers(file);
  });

  beforeEach(() => {
    now = NOW;
    environment.status = 200;
    verifier = tokenVerifier({ issuers, now: () => now });
  });

  afterAll(() => Promise.all([environment.close(), police.close()]));

  it('are good side by side, each person under their own issuer', async () => {
    expect((await verifier.verify(await sign(env.key))).actor).toMatchObject({ person: 'p-1', function: 'enforcementAgency' });
    const officer = await sign(pol.key, { issuer: 'https://id.police', claims: { fn: 'policeAuthority' } });
    expect((await verifier.verify(officer)).actor).toMatchObject({ person: 'police:p-1', function: 'policeAuthority' });
  });

  it.each<readonly [string, () => Promise<string>]>([
    ['an issuer nobody trusts', () => sign(env.key, { issuer: 'https://evil' })],
    ['another audience', () => sign(env.key, { audience: 'other' })],
    ['the key of another issuer', () => sign(pol.key)],
    ['the name of another issuer', () => sign(env.key, { issuer: 'https://id.police', claims: { fn: 'policeAuthority' } })],
    ['a function that is not the issuer’s to give', () => sign(pol.key, { issuer: 'https://id.police' })],
    ['an area that is not the issuer’s', () => sign(env.key, { claims: { jur: '220100' } })],
    ['the whole country, from a province', () => sign(env.key, { claims: { jur: '000000' } })],
    ['a key id nobody published', () => sign(env.key, { kid: 'k9' })],
    ['a day to come', () => sign(env.key, { from: 120 })],
    ['a binding to nothing that can be checked', () => sign(env.key, { claims: { cnf: { jwk: env.jwk } } })],
    ['a binding that is none', () => sign(env.key, { claims: { cnf: 'x' } })],
    ['a binding that is no digest', () => sign(env.key, { claims: { cnf: { jkt: 'short' } } })],
    ['no known function', () => sign(env.key, { claims: { fn: 'emperor' } })],
    ['another algorithm', async () => sign((await pair('k1', 'ES384')).key, { alg: 'ES384' })],
    ['a shared secret made of the public key', () => sign(new TextEncoder().encode(JSON.stringify(env.jwk).padEnd(64)), { alg: 'HS256' })],
    ['no signature', async () => `${base64url.encode('{"alg":"none"}')}.${(await sign(env.key)).split('.')[1] ?? ''}.`],
    ['a body changed after signing', async () => changed(await sign(env.key))],
    ['no token at all', () => Promise.resolve('x.y.z')],
  ])('are refused for %s', async (_why, make) => {
    await expect(verifier.verify(await make())).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it('are good until they expire, give or take half a minute of two clocks', async () => {
    const token = await sign(env.key, { expires: 60 });
    now = NOW + 80_000;
    await expect(verifier.verify(token)).resolves.toBeDefined();
    now = NOW + 91_000;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('end within a minute of the withdrawal of their key, and its successor is taken up unasked', async () => {
    const next = await pair('k2');
    const old = await sign(env.key);
    const later = await sign(env.key, { claims: { name: '李四' } });
    await verifier.verify(old);
    environment.keys = [next.jwk];
    now = NOW + 29_000;
    await expect(verifier.verify(later)).resolves.toBeDefined();
    now = NOW + 60_000;
    await expect(verifier.verify(later)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(verifier.verify(old)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(verifier.verify(await sign(next.key, { kid: 'k2' }))).resolves.toBeDefined();
    environment.keys = [env.jwk];
  });

  it('have their keys fetched once for many, and again after half a minute', async () => {
    const tokens = await Promise.all(['a', 'b', 'c', 'd'].map((name) => sign(env.key, { claims: { name } })));
    const before = environment.asked;
    await Promise.all(tokens.slice(0, 2).map((token) => verifier.verify(token)));
    await verifier.verify(tokens[2] ?? '');
    expect(environment.asked - before).toBe(1);
    now += 30_000;
    await verifier.verify(tokens[3] ?? '');
    expect(environment.asked - before).toBe(2);
  });

  it('are good for ten minutes more where their issuer falls silent, and not longer', async () => {
    const token = await sign(env.key, { expires: 3_600 });
    await verifier.verify(token);
    environment.status = 500;
    now = NOW + 599_000;
    await expect(verifier.verify(token)).resolves.toBeDefined();
    now = NOW + 660_000;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE' });
    environment.status = 200;
    await expect(verifier.verify(token)).resolves.toBeDefined();
  });

  it('wait, with a code of its own, for an issuer that does not answer', async () => {
    environment.status = 500;
    await expect(verifier.verify(await sign(env.key))).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE' });
    const nobody = issuers.map((each) => ({ ...each, jwks: 'http://127.0.0.1:1/jwks' }));
    await expect(tokenVerifier({ issuers: nobody, now: () => now }).verify(await sign(env.key))).rejects.toMatchObject({
      code: 'ISSUER_UNREACHABLE',
    });
  });

  it('of the embedded issuer are nothing where it is not trusted', async () => {
    await expect(verifier.verify(await sign(env.key, { issuer: 'liuhen-embedded' }))).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });
});

const changed = (token: string): string => {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = JSON.parse(new TextDecoder().decode(base64url.decode(body))) as object;

  return [head, base64url.encode(JSON.stringify({ ...claims, fn: 'monitoringUnit' })), signature].join('.');
};

describe('the list of issuers', () => {
  const good = { issuer: 'a', jwks: 'https://a/jwks', algorithms: ['ES256'], functions: ['court'] };

  it.each([
    ['not JSON', 'nonsense'],
    ['nobody', '[]'],
    ['a shared secret', JSON.stringify([{ ...good, algorithms: ['HS256'] }])],
    ['no signature', JSON.stringify([{ ...good, algorithms: ['none'] }])],
    ['keys over an open line', JSON.stringify([{ ...good, jwks: 'http://a.example/jwks' }])],
    ['one issuer twice', JSON.stringify([good, good])],
    ['the clock, which is a program of ours', JSON.stringify([{ ...good, functions: ['statutoryClock'] }])],
    ['the gateway, which is another', JSON.stringify([{ ...good, functions: ['court', 'deviceGateway'] }])],
    ['a binding that nobody knows', JSON.stringify([{ ...good, binding: 'password' }])],
    ['a word that is none of its own', JSON.stringify([{ ...good, secret: 'x' }])],
  ])('is refused for %s', (_why, text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'liuhen-issuers-')), 'issuers.json');
    writeFileSync(file, text);
    expect(() => readIssuers(file)).toThrow(/CONFIG_INVALID.*LIUHEN_ISSUERS/u);
  });
});
