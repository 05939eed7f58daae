import { evolveSubject, idOfStream, initialSubject, streamOf, type RecordedEvent, type StreamKind, type Subject } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';

export interface Folded {
  readonly subject: Subject;
  /** -1 when nothing was recorded yet. */
  readonly revision: number;
  readonly position: number;
  /** When the last fact of the stream happened, null for none. */
  readonly last: string | null;
}

/** Folded streams kept at once; a province has that many open matters of a day. */
const KEPT = 5_000;

const grown = (before: Folded, events: readonly RecordedEvent[]): Folded => {
  const last = events.at(-1);
  if (last === undefined) return before;

  return { subject: events.reduce(evolveSubject, before.subject), revision: last.revision, position: last.position, last: last.occurredAt };
};

/**
 * State of a stream, always replayed from its events; what was folded before is not folded again.
 * Only a saving: each read asks the log for what came after, so a second writer is seen at once.
 */
export class Folder {
  readonly #kept = new Map<string, Folded>();
  constructor(private readonly store: EventStore) {}

  async fold(kind: StreamKind, id: string): Promise<Folded> {
    const stream = streamOf(kind, id);
    const before = this.#kept.get(stream) ?? { subject: initialSubject(kind), revision: -1, position: 0, last: null };
    const after = grown(before, await this.store.readStream(stream, { from: before.revision + 1 }));
    this.#keep(stream, after);

    return after;
  }

  /** State as it was before a revision; for telling a first receipt again. */
  async foldBefore(stream: string, kind: StreamKind, revision: number): Promise<Folded> {
    const events = revision === 0 ? [] : await this.store.readStream(streamOf(kind, idOfStream(stream)), { from: 0, limit: revision });

    return grown({ subject: initialSubject(kind), revision: -1, position: 0, last: null }, events);
  }

  #keep(stream: string, folded: Folded): void {
    this.#kept.delete(stream);
    if (folded.revision >= 0) this.#kept.set(stream, folded);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && oldest.done !== true) this.#kept.delete(oldest.value);
  }
}
