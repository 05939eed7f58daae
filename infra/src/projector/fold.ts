import { START, type Document, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import type { Change, Known } from '../read-store/port';

type Load = (keys: readonly string[]) => Promise<ReadonlyMap<string, Known>>;

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

/** Documents of one projection while runs of events are folded into them. */
export class FoldBuffer {
  readonly #changed = new Map<string, Held>();
  readonly #wanted: ReadonlySet<string>;

  constructor(
    private readonly projection: Projection,
    private readonly load: Load,
  ) {
    this.#wanted = new Set(projection.eventTypes);
  }

  /** Documents are asked for once, all together; then nothing waits any more. */
  async fold(events: readonly RecordedEvent[]): Promise<void> {
    const touched = events
      .filter((event) => this.#wanted.has(event.type))
      .map((event): Touched => ({ event, keys: this.projection.keysOf(event) }));
    const missing = new Set<string>();
    const { writtenOnce = false } = this.projection;
    for (const { keys } of touched) for (const key of keys) if (!writtenOnce && !this.#changed.has(key)) missing.add(key);
    const known = missing.size === 0 ? new Map<string, Known>() : await this.load([...missing]);
    for (const { event, keys } of touched) for (const key of keys) this.#evolve(event, key, known.get(key));
  }

  get size(): number {
    return this.#changed.size;
  }

  /** The changes so far; the buffer starts anew. */
  take(): readonly Change[] {
    const changes = [...this.#changed].map(([key, { document, isNew }]) => ({ key, document: document ?? null, isNew }));
    this.#changed.clear();

    return changes;
  }

  #evolve(event: RecordedEvent, key: string, known: Known | undefined): void {
    const held = this.#changed.get(key);
    const before = held === undefined ? known?.document : held.document;
    const seen = held?.seen ?? known?.seen ?? START;
    if (event.position <= seen) return;
    const after = this.projection.evolve(before, event, key);
    if (after === before) return;
    if (held === undefined) this.#changed.set(key, { document: after, seen, isNew: known === undefined });
    else held.document = after;
  }
}
