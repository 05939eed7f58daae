import { mkdtempSync, writeFileSync } from 'node:fs';
import { hash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@liuhen/workflows';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';

export type Key = Parameters<SignJWT['sign']>[0];

export interface Pair {
  readonly key: Key;
  readonly jwk: JWK;
}

export const pair = async (kid: string, alg = 'ES256'): Promise<Pair> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });

  return { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg } };
};

/** An issuer's key page, whose keys a test may change. */
export class KeyPage {
  keys: readonly JWK[] = [];
  status = 200;
  asked = 0;
  readonly #server: Server = createServer((_request, response) => {
    this.asked += 1;
    response.writeHead(this.status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: this.keys }));
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));

    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/jwks`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }
}

/** An issuer of identities with a key page of its own. */
export class TestIssuer {
  private constructor(
    readonly name: string,
    private readonly page: KeyPage,
    private readonly at: string,
    private pair: Pair,
  ) {}

  static async open(name: string): Promise<TestIssuer> {
    const page = new KeyPage();
    const keys = await pair('k1');
    page.keys = [keys.jwk];

    return new TestIssuer(name, page, await page.open(), keys);
  }

  /** Its entry in the list of issuers. */
  trusted(binding: string, actor: Pick<Actor, 'function'>): object {
    return { issuer: this.name, jwks: this.at, algorithms: ['ES256'], functions: [actor.function], binding };
  }

  token({ person, name, organisation, office, function: fn, jurisdiction }: Actor, cnf?: object, seconds = 600): Promise<string> {
    return new SignJWT({ name, org: organisation, office, fn, jur: jurisdiction, ...(cnf === undefined ? {} : { cnf }) })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject(person)
      .setIssuer(this.name)
      .setAudience('liuhen')
      .setIssuedAt()
      .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
      .sign(this.pair.key);
  }

  /** Withdraws the key that signed so far. */
  async changeKey(): Promise<void> {
    this.pair = await pair('k1');
    this.page.keys = [this.pair.jwk];
  }

  fallSilent(isSilent: boolean): void {
    this.page.status = isSilent ? 503 : 200;
  }

  /** How often its keys were asked for. */
  asked(): number {
    return this.page.asked;
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Writes the list of issuers; the value of `LIUHEN_ISSUERS`. */
export const listOf = (...issuers: readonly object[]): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'liuhen-issuers-')), 'issuers.json');
  writeFileSync(file, JSON.stringify(issuers));

  return file;
};

export interface ProofMade {
  readonly token: string;
  readonly nonce?: string | undefined;
  readonly method?: string;
  readonly url: string;
  /** Seconds since the epoch. */
  readonly iat?: number;
  readonly claims?: object;
  readonly header?: object;
  readonly key?: Key;
}

/** Who holds a key that tokens are bound to, RFC 9449. */
export class Holder {
  private constructor(
    readonly pair: Pair,
    readonly alg: string,
    /** Thumbprint of the key: `cnf.jkt`. */
    readonly jkt: string,
  ) {}

  static async make(alg = 'ES256'): Promise<Holder> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = await exportJWK(publicKey);

    return new Holder({ key: privateKey, jwk }, alg, await calculateJwkThumbprint(jwk));
  }

  proof({
    token,
    nonce,
    method = 'POST',
    url,
    iat = Math.floor(Date.now() / 1_000),
    claims = {},
    header = {},
    key,
  }: ProofMade): Promise<string> {
    return new SignJWT({
      jti: randomUUID(),
      htm: method,
      htu: url,
      iat,
      ath: hash('sha256', token, 'base64url'),
      ...(nonce === undefined ? {} : { nonce }),
      ...claims,
    })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: this.alg, jwk: this.pair.jwk, ...header })
      .sign(key ?? this.pair.key);
  }
}
