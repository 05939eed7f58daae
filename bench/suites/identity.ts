import { createHash, generateKeyPairSync, hash, randomUUID, sign, verify, type KeyObject } from 'node:crypto';
import { holderCheck, type Identity } from '@liuhen/infra';
import { atMost, inTurn, spentOn, type Suite } from '../harness/measurement';
import { OFFICER } from '../history/events';

const URL_ASKED = 'https://liuhen.example.gov.cn/graphql';
const TOKEN = 'a'.repeat(600);
const ROUNDS = 5;
const TIMES = 500;

/** A holder whose key signs proofs of RFC 9449. */
class Prover {
  readonly #pair = generateKeyPairSync('ed25519');
  readonly #jwk = this.#pair.publicKey.export({ format: 'jwk' });

  get publicKey(): KeyObject {
    return this.#pair.publicKey;
  }

  /** RFC 7638: members in the order of the alphabet. */
  get thumbprint(): string {
    const { crv, kty, x } = this.#jwk;

    return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  }

  proof(nonce: string): string {
    const ath = hash('sha256', TOKEN, 'base64url');
    const claims = { jti: randomUUID(), htm: 'POST', htu: URL_ASKED, iat: Math.floor(Date.now() / 1_000), ath, nonce };
    const text = [{ typ: 'dpop+jwt', alg: 'EdDSA', jwk: this.#jwk }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');

    return `${text}.${sign(null, Buffer.from(text), this.#pair.privateKey).toString('base64url')}`;
  }
}

/** Milliseconds of the processor for one. */
const each = async (proofs: readonly string[], work: (proof: string) => unknown): Promise<number> => {
  const { processor } = await spentOn(async () => {
    for (const proof of proofs) await work(proof);
  });

  return (processor * 1_000) / proofs.length;
};

/** What it costs to hold a request to its proof, beside the signature alone. */
export const identitySuite: Suite = async () => {
  const prover = new Prover();
  const identity: Identity = { actor: OFFICER, binding: { key: prover.thumbprint }, expiresAt: 0 };
  const { hold, nonce } = holderCheck({ now: Date.now, limits: { ofAll: 100_000, ofOne: 100_000 } });
  const proofs = (): readonly string[] => Array.from({ length: TIMES }, () => prover.proof(nonce()));
  const about = { scheme: 'dpop', token: TOKEN, certificate: () => undefined, method: 'POST', urls: [URL_ASKED] } as const;
  const isSigned = (proof: string): void => {
    const [head = '', body = '', signature = ''] = proof.split('.');
    if (!verify(null, Buffer.from(`${head}.${body}`), prover.publicKey, Buffer.from(signature, 'base64url'))) throw new Error('not signed');
  };
  const { held, signed } = await inTurn(ROUNDS, {
    held: () => each(proofs(), (proof) => hold(identity, { ...about, proof })),
    signed: () => each(proofs(), isSigned),
  });

  return [
    atMost({
      suite: 'identity',
      measure: { zh: '查验一个持有证明，对照仅验一次签名', en: 'a proof of a holder checked vs its signature alone' },
      ours: held,
      peer: signed,
      unit: 'ms',
      target: 5,
    }),
  ];
};
