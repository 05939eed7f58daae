import { START, type Document, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import type { Change, Known } from '../read-store/port';
import { KnownDocuments } from './known';

export interface FoldOptions {
  readonly projection: Projection;
  /** Checkpoint of the documents: the events after it are folded. */
  readonly from: Position;
  readonly load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Known>>;
  /** Documents that are kept in memory at most while it catches up. */
  readonly kept?: number;
}

interface Touched {
  readonly event: RecordedEvent;
  readonly keys: readonly string[];
}

/** A document of the buffer; what was not changed is only there for the run of events that looked at it. */
interface Held {
  document: Document | undefined;
  readonly seen: Position;
  readonly isNew: boolean;
}

/** Events folded in one go; then others have their turn, the beat of the lease among them. */
const TURN = 500;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Documents of one projection while runs of events are folded into them. What was taken counts as written:
 * where it could not be, the buffer is worth nothing any more.
 */
export class FoldBuffer {
  readonly #projection: Projection;
  readonly #load: FoldOptions['load'];
  readonly #changed = new Map<string, Held>();
  readonly #wanted: ReadonlySet<string>;
  readonly #known: KnownDocuments;

  constructor({ projection, from, load, kept }: FoldOptions) {
    this.#projection = projection;
    this.#load = load;
    this.#wanted = new Set(projection.eventTypes);
    this.#known = new KnownDocuments(from, kept);
  }

  /** Documents are asked for once, all together, and only those that are not known. */
  async fold(events: readonly RecordedEvent[]): Promise<void> {
    const touched = events
      .filter((event) => this.#wanted.has(event.type))
      .map((event): Touched => ({ event, keys: this.#projection.keysOf(event) }));
    const known = await this.#knownOf(touched);
    for (const [at, { event, keys }] of touched.entries()) {
      if (at > 0 && at % TURN === 0) await turn();
      for (const key of keys) this.#evolve(event, key, known.get(key) ?? undefined);
    }
  }

  get size(): number {
    return this.#changed.size;
  }

  /** The changes so far, to be written as of that position; the buffer starts anew. */
  take(seen: Position): readonly Change[] {
    const changes = [...this.#changed].map(([key, { document, isNew }]) => ({ key, document: document ?? null, isNew }));
    this.#changed.clear();
    if (this.#projection.writtenOnce !== true) this.#known.written(changes, seen);

    return changes;
  }

  /** From here on few documents come again soon, and only those are kept in memory. */
  caughtUp(): void {
    this.#known.caughtUp();
  }

  async #knownOf(touched: readonly Touched[]): Promise<ReadonlyMap<string, Known | null>> {
    const known = new Map<string, Known | null>();
    if (this.#projection.writtenOnce === true) return known;
    const missing = new Set<string>();
    for (const { event, keys } of touched) {
      for (const key of keys) {
        if (this.#changed.has(key) || known.has(key) || missing.has(key)) continue;
        const before = this.#before(event, key);
        if (before === undefined) missing.add(key);
        else known.set(key, before);
      }
    }
    if (missing.size === 0) return known;
    const found = await this.#load([...missing]);
    this.#known.loaded(missing, found);

    return new Map([...known, ...found]);
  }

  /** Null where nothing was there, or nothing that matters. */
  #before(event: RecordedEvent, key: string): Known | null | undefined {
    const known = this.#known.get(key);

    return known === undefined && this.#projection.opens?.(event, key) === true ? null : known;
  }

  #evolve(event: RecordedEvent, key: string, known: Known | undefined): void {
    const held = this.#changed.get(key);
    const before = held === undefined ? known?.document : held.document;
    const seen = held?.seen ?? known?.seen ?? START;
    if (event.position <= seen) return;
    const after = this.#projection.evolve(before, event, key);
    if (after === before) return;
    if (held === undefined) this.#changed.set(key, { document: after, seen, isNew: known === undefined });
    else held.document = after;
  }
}
