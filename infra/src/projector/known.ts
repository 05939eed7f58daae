import { START, type Position } from '@liuhen/workflows';
import type { Change, Known } from '../read-store/port';

/** Documents kept of one read model while it catches up, where every document comes again; those used last stay. */
const CATCHING_UP = 8_000;

/** The same while it follows: few come again soon, and a process that runs for months must not grow. */
const FOLLOWING = 500;

/**
 * What one keeper knows of the documents that it alone writes, so that it need not ask for what it has written itself. Good
 * as long as every batch was written: after a fault, or when the turn was another's, one begins anew with nothing known.
 */
export class KnownDocuments {
  #kept = new Map<string, Known | null>();
  #older: ReadonlyMap<string, Known | null> = new Map();
  #whole: boolean;

  /** Of what is folded from the start of the log on, everything is known until something has to be let go. */
  constructor(
    from: Position,
    private atMost = CATCHING_UP,
  ) {
    this.#whole = from === START;
  }

  /** Null where it is known that there is none; undefined where the store has to be asked. */
  get(key: string): Known | null | undefined {
    const known = this.#kept.has(key) ? this.#kept.get(key) : this.#older.get(key);

    return known === undefined && this.#whole ? null : known;
  }

  loaded(keys: Iterable<string>, found: ReadonlyMap<string, Known>): void {
    for (const key of keys) this.#keep(key, found.get(key) ?? null);
  }

  written(changes: readonly Change[], seen: Position): void {
    for (const { key, document } of changes) this.#keep(key, { document: document ?? undefined, seen });
  }

  /** What was needed to catch up is let go. */
  caughtUp(): void {
    this.atMost = Math.min(this.atMost, FOLLOWING);
    while (this.#kept.size + this.#older.size > this.atMost) this.#letGo();
  }

  #keep(key: string, known: Known | null): void {
    this.#kept.set(key, known);
    if (this.#kept.size > this.atMost / 2) this.#letGo();
  }

  #letGo(): void {
    this.#whole &&= this.#older.size === 0;
    this.#older = this.#kept;
    this.#kept = new Map();
  }
}
