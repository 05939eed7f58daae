import type { Document, Projection, RecordedEvent } from '@liuhen/workflows';
import type { Change } from '../read-store/port';

/** Documents of one projection while a run of events is folded into them. */
export class FoldBuffer {
  readonly #changed = new Map<string, Document | null>();
  readonly #wanted: ReadonlySet<string>;

  constructor(
    private readonly projection: Projection,
    private readonly load: (key: string) => Document | undefined,
  ) {
    this.#wanted = new Set(projection.eventTypes);
  }

  fold(event: RecordedEvent): void {
    if (!this.#wanted.has(event.type)) return;
    for (const key of this.projection.keysOf(event)) {
      const before = this.#changed.has(key) ? (this.#changed.get(key) ?? undefined) : this.load(key);
      const after = this.projection.evolve(before, event, key);
      if (after !== before) this.#changed.set(key, after ?? null);
    }
  }

  get size(): number {
    return this.#changed.size;
  }

  /** The changes so far; the buffer starts anew. */
  take(): readonly Change[] {
    const changes = [...this.#changed].map(([key, document]) => ({ key, document }));
    this.#changed.clear();

    return changes;
  }
}
