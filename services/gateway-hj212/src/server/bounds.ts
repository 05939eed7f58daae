/** What one connection, and one address, may ask of the gateway. */
export interface Bounds {
  /** Frames that were not believed, one after the other; then the connection is closed. */
  readonly inARow: number;
  /** Frames that were not believed, of an address in a minute; those beyond are counted only, and end their connection. */
  readonly ofAnAddress: number;
  /** Connections of an address; a relay brings the devices of a whole park. */
  readonly connections: number;
}

export const BOUNDS: Bounds = { inARow: 100, ofAnAddress: 600, connections: 5_000 };

const MINUTE = 60_000;

interface Standing {
  connections: number;
  bad: number;
  /** Start of the minute that is counted, milliseconds. */
  since: number;
}

/** Keeps count of addresses while they are connected, and of those that misbehaved for the rest of their minute. */
export class Addresses {
  readonly #standing = new Map<string, Standing>();
  #swept = 0;
  constructor(
    private readonly bounds: Bounds,
    /** Milliseconds, of a clock that does not go back. */
    private readonly now: () => number,
  ) {}

  /** False where the address has as many connections as it may. */
  enter(address: string): boolean {
    const standing = this.#of(address);
    if (standing.connections >= this.bounds.connections) return false;
    standing.connections += 1;

    return true;
  }

  leave(address: string): void {
    const standing = this.#of(address);
    standing.connections -= 1;
    this.#forget();
  }

  /** False where the address brought more bad frames this minute than are looked at. */
  misbehaved(address: string): boolean {
    const standing = this.#of(address);
    standing.bad += 1;

    return standing.bad <= this.bounds.ofAnAddress;
  }

  #of(address: string): Standing {
    const known = this.#standing.get(address);
    if (known === undefined) {
      const made = { connections: 0, bad: 0, since: this.now() };
      this.#standing.set(address, made);

      return made;
    }
    if (this.now() - known.since >= MINUTE) Object.assign(known, { bad: 0, since: this.now() });

    return known;
  }

  /** Once a minute at most: whoever is many must not make the count itself dear. */
  #forget(): void {
    if (this.now() - this.#swept < MINUTE) return;
    this.#swept = this.now();
    for (const [address, { connections, since }] of this.#standing) {
      if (connections === 0 && this.now() - since >= MINUTE) this.#standing.delete(address);
    }
  }
}
