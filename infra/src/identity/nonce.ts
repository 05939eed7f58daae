import { createHmac, randomBytes } from 'node:crypto';

/** Milliseconds after which a new one is given out; the one before stays good for as long again. */
const CHANGES = 300_000;

/** What a proof has to name, RFC 9449 section 9. */
export interface Nonces {
  current(): string;
  isGood(nonce: unknown): boolean;
}

/**
 * The secret lives and dies with the process. So a proof is good at one process only, and not after its restart either:
 * what was used there need be remembered nowhere else.
 */
export const nonces = (now: () => number): Nonces => {
  const secret = randomBytes(32);
  const of = (period: number): string => createHmac('sha256', secret).update(String(period)).digest('base64url');
  const period = (): number => Math.floor(now() / CHANGES);

  return {
    current: () => of(period()),
    isGood: (nonce) => nonce === of(period()) || nonce === of(period() - 1),
  };
};
