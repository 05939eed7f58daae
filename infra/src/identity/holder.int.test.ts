import { LiuhenError } from '@liuhen/workflows';
import * as fc from 'fast-check';
import { base64url } from 'jose';
import { holderCheck, holdersCanBeTold, tokenVerifier, type HolderCheck, type Identity, type Shown } from './index';
import { readIssuers } from './trusted';
import { Holder, listOf, TestIssuer, type ProofMade } from './testing/issuer';
import { UsedProofs } from './used';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const URL_OF = 'https://liuhen.example.gov.cn/graphql';
const TOKEN = 'the.access.token';

const ACTOR: Identity['actor'] = {
  person: 'p-1',
  name: '张三',
  organisation: '局',
  office: '队',
  function: 'enforcementAgency',
  jurisdiction: '370800',
};

const bound = (binding: Identity['binding'], person = 'p-1'): Identity => ({
  actor: { ...ACTOR, person },
  binding,
  expiresAt: NOW + 3_600_000,
});

const codeOf = (asking: Promise<unknown>): Promise<string> =>
  asking.then(
    () => 'held',
    (error: unknown) => (error instanceof LiuhenError ? error.code : String(error)),
  );

describe('the holder of a token', () => {
  let now = NOW;
  let check: HolderCheck;
  let holder: Holder;

  const shown = (over: Partial<Shown> = {}): Shown => ({
    scheme: 'bearer',
    token: TOKEN,
    certificate: () => undefined,
    proof: undefined,
    method: 'POST',
    urls: ['https://inner.example', 'https://liuhen.example.gov.cn'].map((origin) => `${origin}/graphql`),
    ...over,
  });

  const proof = (over: Partial<ProofMade> = {}): Promise<string> =>
    holder.proof({ token: TOKEN, url: URL_OF, nonce: check.nonce(), iat: now / 1_000, ...over });

  const held = async (made: Promise<string> | string, over: Partial<Shown> = {}): Promise<string> =>
    codeOf(check.hold(bound({ key: holder.jkt }), shown({ scheme: 'dpop', proof: await made, ...over })));

  beforeAll(async () => {
    holder = await Holder.make();
  });

  beforeEach(() => {
    now = NOW;
    check = holderCheck({ now: () => now });
  });

  it('is whoever has the token where it is bound to nothing, and says so as Bearer', async () => {
    expect(await codeOf(check.hold(bound({}), shown()))).toBe('held');
    expect(await codeOf(check.hold(bound({}), shown({ scheme: 'dpop', proof: await proof() })))).toBe('TOKEN_INVALID');
  });

  it('shows the certificate that it is bound to', async () => {
    const mine = bound({ certificate: 'a' });

    expect(await codeOf(check.hold(mine, shown({ certificate: () => 'a' })))).toBe('held');
    expect(await codeOf(check.hold(mine, shown({ certificate: () => 'b' })))).toBe('CERTIFICATE_DIFFERS');
    expect(await codeOf(check.hold(mine, shown()))).toBe('CERTIFICATE_MISSING');
  });

  it('shows both where it is bound to both', async () => {
    const both = bound({ certificate: 'a', key: holder.jkt });
    const more = async (certificate: string, made: string | undefined) =>
      codeOf(check.hold(both, shown({ scheme: 'dpop', certificate: () => certificate, proof: made })));

    expect(await more('b', await proof())).toBe('CERTIFICATE_DIFFERS');
    expect(await more('a', undefined)).toBe('PROOF_MISSING');
    expect(await more('a', await proof())).toBe('held');
  });

  it.each(['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'])('signs proofs with a key of %s', async (alg) => {
    const other = await Holder.make(alg);
    const made = await other.proof({ token: TOKEN, url: `${URL_OF}?a=1#b`, nonce: check.nonce(), iat: now / 1_000 });

    expect(await codeOf(check.hold(bound({ key: other.jkt }), shown({ scheme: 'dpop', proof: made })))).toBe('held');
  });

  it.each<readonly [string, string, () => Promise<string> | string]>([
    ['no proof at all', 'PROOF_INVALID', () => ''],
    [
      'another key',
      'PROOF_INVALID',
      async () => (await Holder.make()).proof({ token: TOKEN, url: URL_OF, nonce: check.nonce(), iat: now / 1_000 }),
    ],
    [
      'the key of its holder in the head, and the signature of another',
      'PROOF_INVALID',
      async () => proof({ key: (await Holder.make()).pair.key }),
    ],
    ['another method', 'PROOF_INVALID', () => proof({ method: 'GET' })],
    ['another path', 'PROOF_INVALID', () => proof({ url: `${URL_OF}/x` })],
    ['another host', 'PROOF_INVALID', () => proof({ url: 'https://evil.example/graphql' })],
    ['the same host in the clear', 'PROOF_INVALID', () => proof({ url: URL_OF.replace('https', 'http') })],
    ['no address', 'PROOF_INVALID', () => proof({ url: 'graphql' })],
    ['another token', 'PROOF_INVALID', () => proof({ token: 'another.access.token' })],
    ['no token', 'PROOF_INVALID', () => proof({ claims: { ath: undefined } })],
    ['no name', 'PROOF_INVALID', () => proof({ claims: { jti: undefined } })],
    ['a name without end', 'PROOF_INVALID', () => proof({ claims: { jti: 'a'.repeat(257) } })],
    ['no time', 'PROOF_INVALID', () => proof({ claims: { iat: undefined } })],
    ['another type', 'PROOF_INVALID', () => proof({ header: { typ: 'JWT' } })],
    ['no key in it', 'PROOF_INVALID', () => proof({ header: { jwk: undefined } })],
    ['beyond bounds', 'PROOF_INVALID', () => proof({ claims: { more: 'a'.repeat(5_000) } })],
    ['two in one', 'PROOF_INVALID', async () => `${await proof()},${await proof()}`],
    ['a minute and a half old', 'PROOF_STALE', () => proof({ iat: now / 1_000 - 91 })],
    ['of a time to come', 'PROOF_STALE', () => proof({ iat: now / 1_000 + 31 })],
    ['no nonce', 'PROOF_NONCE', () => proof({ nonce: undefined })],
    ['a nonce made up', 'PROOF_NONCE', () => proof({ nonce: 'a'.repeat(43) })],
  ])('is not shown by a proof of %s', async (_why, code, make) => {
    expect(await held(await make())).toBe(code);
    expect(await held(proof())).toBe('held');
  });

  it('is not shown by a proof without a signature, or signed with a shared secret', async () => {
    const [, body = ''] = (await proof()).split('.');
    const head = (alg: string) => base64url.encode(JSON.stringify({ typ: 'dpop+jwt', alg, jwk: holder.pair.jwk }));
    const secret = new TextEncoder().encode(JSON.stringify(holder.pair.jwk));
    const symmetric = { kty: 'oct', k: base64url.encode(secret), alg: 'HS256' };

    expect(await held(`${head('none')}.${body}.`)).toBe('PROOF_INVALID');
    expect(await held(proof({ key: secret, header: { alg: 'HS256', jwk: holder.pair.jwk } }))).toBe('PROOF_INVALID');
    expect(await held(proof({ key: secret, header: { alg: 'HS256', jwk: symmetric } }))).toBe('PROOF_INVALID');
  });

  it('presents a token that is bound to a key as DPoP, and never as Bearer', async () => {
    expect(await held(proof(), { scheme: 'bearer' })).toBe('PROOF_MISSING');
    expect(await codeOf(check.hold(bound({ key: holder.jkt }), shown({ scheme: 'dpop' })))).toBe('PROOF_MISSING');
  });

  it.each([-90, -60, 0, 30])('uses a proof once, at whatever moment it comes again, made %i s from now', async (made) => {
    const once = await proof({ iat: now / 1_000 + made });
    expect(await held(once)).toBe('held');
    const codes = new Set<string>();
    for (let passed = 0; passed <= 130; passed += 0.5) {
      now = NOW + passed * 1_000;
      codes.add(await held(once));
      // Others come and go meanwhile, and what is over is forgotten.
      expect(await held(proof({ nonce: check.nonce(), iat: Math.floor(now / 1_000) }))).toBe('held');
    }

    expect([...codes]).toEqual(['PROOF_REPLAYED', 'PROOF_STALE']);
  });

  it('uses a name once, whatever else the proof says', async () => {
    expect(await held(proof({ claims: { jti: 'one' } }))).toBe('held');
    now += 1_000;
    expect(await held(proof({ claims: { jti: 'one' } }))).toBe('PROOF_REPLAYED');
  });

  it('has at another process, and after a restart, to sign anew', async () => {
    const once = await proof();
    const elsewhere = holderCheck({ now: () => now });
    const there = shown({ scheme: 'dpop', proof: once });

    expect(await codeOf(elsewhere.hold(bound({ key: holder.jkt }), there))).toBe('PROOF_NONCE');
    expect(await held(once)).toBe('held');
    expect(await codeOf(elsewhere.hold(bound({ key: holder.jkt }), there))).toBe('PROOF_NONCE');
  });

  it('has some minutes for a nonce, and is given another meanwhile', async () => {
    const nonce = check.nonce();
    now += 300_000;
    expect(check.nonce()).not.toBe(nonce);
    expect(await held(proof({ nonce }))).toBe('held');
    now += 300_000;
    expect(await held(proof({ nonce }))).toBe('PROOF_NONCE');
    expect(await held(proof())).toBe('held');
  });

  it('is asked to wait where no more can be remembered, and others are not', async () => {
    check = holderCheck({ now: () => now, limits: { ofAll: 4, ofOne: 3 } });
    const first = await proof();
    const as = async (person: string) =>
      codeOf(check.hold(bound({ key: holder.jkt }, person), shown({ scheme: 'dpop', proof: await proof() })));
    expect([await held(first), await as('p-1'), await as('p-1'), await as('p-1')]).toEqual(['held', 'held', 'held', 'PROOFS_FULL']);
    expect([await as('p-2'), await as('p-3')]).toEqual(['held', 'PROOFS_FULL']);
    expect(await held(first)).toBe('PROOF_REPLAYED');
    now += 92_000;
    expect([await as('p-1'), await as('p-3')]).toEqual(['held', 'held']);
  });
});

describe('the memory of proofs', () => {
  it('never takes one twice inside its time, never holds more than its bounds, and is free again when all is over', () => {
    const step = fc.record({
      passed: fc.integer({ min: 0, max: 30 }),
      id: fc.integer({ min: 0, max: 30 }),
      person: fc.integer({ min: 0, max: 3 }),
      lasts: fc.integer({ min: 1, max: 120 }),
    });
    const limits = { ofAll: 12, ofOne: 5 };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let now = 0;
        const memory = new UsedProofs(() => now, limits);
        const taken: { id: string; person: string; until: number }[] = [];
        for (const { passed, id, person, lasts } of steps) {
          now += passed;
          const proof = { id: String(id), person: String(person), until: now + lasts };
          const live = taken.filter(({ until }) => until > now);
          const code = ((): string => {
            try {
              memory.take(proof);

              return 'taken';
            } catch (error) {
              return error instanceof LiuhenError ? error.code : String(error);
            }
          })();
          if (live.some((each) => each.id === proof.id)) expect(code).toBe('PROOF_REPLAYED');
          if (live.length >= limits.ofAll || live.filter((each) => each.person === proof.person).length >= limits.ofOne)
            expect(code).not.toBe('taken');
          // One that came early and lasts long may hold back the forgetting of those behind it, and no more than that.
          if (taken.every(({ until }) => until <= now)) expect(code).toBe('taken');
          if (code === 'taken') taken.push(proof);
        }
      }),
    );
  });
});

describe('an issuer that binds its tokens', () => {
  it.each<readonly [string, readonly string[]]>([
    ['none', ['nothing', 'certificate', 'key', 'both']],
    ['certificate', ['certificate', 'both']],
    ['proof', ['key', 'both']],
    ['either', ['certificate', 'key', 'both']],
  ])('to %s has those accepted that are', async (binding, accepted) => {
    const issuer = await TestIssuer.open('https://id.env');
    const verifier = tokenVerifier({ issuers: readIssuers(listOf(issuer.trusted(binding, ACTOR))), now: Date.now });
    const thumbprint = 'a'.repeat(43);
    const made: Readonly<Record<string, object | undefined>> = {
      nothing: undefined,
      certificate: { 'x5t#S256': thumbprint },
      key: { jkt: thumbprint },
      both: { 'x5t#S256': thumbprint, jkt: thumbprint },
    };
    for (const [name, cnf] of Object.entries(made)) {
      expect([name, await codeOf(verifier.verify(await issuer.token(ACTOR, cnf)))]).toEqual([
        name,
        accepted.includes(name) ? 'held' : 'TOKEN_UNBOUND',
      ]);
    }
    await issuer.close();
  });

  it('is refused at the start where its people have no way to show what they are bound to', () => {
    const good = { issuer: 'a', jwks: 'https://a/jwks', algorithms: ['ES256'], functions: ['court'] };
    const told = (binding: string, over: object = {}) => {
      const where = { tls: null, proxyClientCert: false, publicOrigins: [], host: '0.0.0.0', ...over };

      return () => {
        holdersCanBeTold(where, readIssuers(listOf({ ...good, binding })));
      };
    };
    const tls = { cert: 'c', key: 'k', clientCa: null, clientsOptional: false };

    expect(told('none')).not.toThrow();
    expect(told('certificate')).toThrow(/CONFIG_INVALID.*LIUHEN_TLS_CLIENT_CERT/u);
    expect(told('certificate', { tls })).toThrow(/CONFIG_INVALID/u);
    for (const more of [{ proxyClientCert: true }, { tls: { ...tls, clientCa: 'ca' } }, { tls: { ...tls, clientsOptional: true } }])
      expect(told('certificate', more)).not.toThrow();
    expect(told('proof')).toThrow(/CONFIG_INVALID.*LIUHEN_PUBLIC_ORIGIN/u);
    expect(told('either')).toThrow(/CONFIG_INVALID.*LIUHEN_PUBLIC_ORIGIN/u);
    for (const more of [{ publicOrigins: ['https://x'] }, { host: '127.0.0.1' }]) expect(told('proof', more)).not.toThrow();
  });
});
