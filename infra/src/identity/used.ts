import { LiuhenError } from '@liuhen/workflows';

export interface UsedLimits {
  /** Proofs remembered at once, of all and of one person: who floods fills their own share only. */
  readonly ofAll: number;
  readonly ofOne: number;
}

const LIMITS: UsedLimits = { ofAll: 200_000, ofOne: 5_000 };

/** A proof, by who made it and what it is called. */
export interface Used {
  readonly person: string;
  /** Of a fixed length. */
  readonly id: string;
  /** Milliseconds since the epoch, from when on it would be refused as stale. */
  readonly until: number;
}

/** Proofs that were accepted, each for as long as it could be accepted again; a full memory refuses and forgets none. */
export class UsedProofs {
  readonly #used = new Map<string, Used>();
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly now: () => number,
    private readonly limits: UsedLimits = LIMITS,
  ) {}

  /** Throws `PROOF_REPLAYED`, or `PROOFS_FULL` with the seconds after which there is room. */
  take(proof: Used): void {
    this.#forget();
    if (this.#used.has(proof.id)) throw new LiuhenError('PROOF_REPLAYED', 'jti');
    const count = this.#counts.get(proof.person) ?? 0;
    if (this.#used.size >= this.limits.ofAll || count >= this.limits.ofOne) throw new LiuhenError('PROOFS_FULL', String(this.#roomIn()));
    this.#used.set(proof.id, proof);
    this.#counts.set(proof.person, count + 1);
  }

  /** In the order in which they came, up to the first that is still good: each is passed once. */
  #forget(): void {
    const now = this.now();
    for (const { id, person, until } of this.#used.values()) {
      if (until > now) return;
      this.#used.delete(id);
      const left = (this.#counts.get(person) ?? 1) - 1;
      if (left > 0) this.#counts.set(person, left);
      else this.#counts.delete(person);
    }
  }

  #roomIn(): number {
    const oldest = this.#used.values().next();

    return oldest.done === true ? 1 : Math.max(Math.ceil((oldest.value.until - this.now()) / 1_000), 1);
  }
}
