import { LiuhenError } from '@liuhen/workflows';
import type { Identity } from './claims';
import { nonces } from './nonce';
import { readProof } from './proof';
import { UsedProofs, type UsedLimits } from './used';

/** A token as it was presented, and what came with it to show who holds it. */
export interface Shown {
  readonly scheme: 'bearer' | 'dpop';
  readonly token: string;
  /** Base64url SHA-256 of the client's certificate, DER; undefined where none was shown. Throws `CERTIFICATE_MISSING` for one that cannot be read. */
  certificate(): string | undefined;
  /** DPoP proof. */
  readonly proof: string | undefined;
  readonly method: string;
  /** The address of the request under each name of the service, without a query. */
  readonly urls: readonly string[];
}

export interface HolderCheck {
  /**
   * Throws where who presents a token is not shown to be its holder: `CERTIFICATE_MISSING`, `CERTIFICATE_DIFFERS`,
   * `PROOF_MISSING`, `PROOF_INVALID`, `PROOF_STALE`, `PROOF_NONCE`, `PROOF_REPLAYED`, `PROOFS_FULL`.
   */
  readonly hold: (identity: Identity, shown: Shown) => Promise<void>;
  /** What a proof has to name now. */
  readonly nonce: () => string;
}

const holdCertificate = (bound: string, shown: Shown): void => {
  const certificate = shown.certificate();
  if (certificate === undefined) throw new LiuhenError('CERTIFICATE_MISSING', 'cnf.x5t#S256');
  if (certificate !== bound) throw new LiuhenError('CERTIFICATE_DIFFERS', 'cnf.x5t#S256');
};

export interface HolderOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly limits?: UsedLimits;
}

/** Holds each token to what it is bound to: to the certificate of the connection, to a proof of its key that is used once, or to both. */
export const holderCheck = ({ now, limits }: HolderOptions): HolderCheck => {
  const given = nonces(now);
  const used = new UsedProofs(now, limits);

  const holdProof = async (key: string, { actor }: Identity, { scheme, proof, ...about }: Shown): Promise<void> => {
    if (scheme !== 'dpop') throw new LiuhenError('PROOF_MISSING', 'presented as Bearer');
    if (proof === undefined) throw new LiuhenError('PROOF_MISSING', 'cnf.jkt');
    const { id, nonce, until } = await readProof(proof, { ...about, key }, now());
    if (!given.isGood(nonce)) throw new LiuhenError('PROOF_NONCE', 'nonce');
    used.take({ person: actor.person, id, until });
  };

  return {
    hold: async (identity, shown) => {
      const { certificate, key } = identity.binding;
      if (certificate !== undefined) holdCertificate(certificate, shown);
      if (key !== undefined) await holdProof(key, identity, shown);
      else if (shown.scheme === 'dpop') throw new LiuhenError('TOKEN_INVALID', 'presented as DPoP, and bound to no key');
    },
    nonce: () => given.current(),
  };
};
