/** The rules of the server's log as they were met on EventStoreDB 23.10.7, held in memory. */
export interface DoubleRecord {
  /** Commit and prepare position: one number, as for everything that is written through the streams protocol. */
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly created: number;
}

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

export type Answer =
  | { readonly kind: 'success'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrongRevision'; readonly current: number; readonly expected: Expected }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'tooLarge'; readonly limit: number }
  | { readonly kind: 'accessDenied' };

interface StreamMetadata {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $tb?: number;
}

export const APPEND_LIMIT = 1_048_576;

/** Ids that the server remembers of a stream for appends that expect any revision: best effort, and no more. */
const REMEMBERED = 100;

/** Number of our records between two records of the server's own. */
const STATISTICS_EVERY = 7;

const EMPTY = new Uint8Array();
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

export class DoubleLog {
  readonly all: DoubleRecord[] = [];
  readonly #streams = new Map<string, DoubleRecord[]>();
  readonly #tombstones = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #end = 0n;
  #ours = 0;
  /** Bytes of one append. */
  appendLimit = APPEND_LIMIT;
  emptyAppends = 0;

  constructor(readonly statistics = true) {
    this.#write('$epoch-information', [this.#system('$epoch')]);
    this.#write('$settings', [this.#system('$settings')]);
  }

  /** The log as a backup brings it back that was taken after so many records. */
  backup(records = this.all.length): DoubleLog {
    const copy = new DoubleLog(this.statistics);
    for (const record of this.all.slice(copy.all.length, records)) copy.#write(record.stream, [record]);

    return copy;
  }

  append(stream: string, events: readonly Proposed[], expected: Expected): Answer {
    if (events.length === 0) this.emptyAppends += 1;
    const size = events.reduce((sum, event) => sum + event.data.length + event.metadata.length + event.type.length * 2, 0);
    if (size > this.appendLimit) return { kind: 'tooLarge', limit: this.appendLimit };
    if (this.#tombstones.has(stream)) return { kind: 'deleted' };
    const refused = this.#refusal(stream, events, expected);
    if (refused !== undefined) return refused;
    const last = this.#write(stream, events);
    this.#ours += events.length;
    if (this.statistics && !stream.startsWith('$') && this.#ours % STATISTICS_EVERY < events.length) {
      this.#write('$stats-127.0.0.1:2113', [this.#system('$statsCollected')]);
    }
    this.announce();

    return { kind: 'success', revision: last.revision, position: last.position };
  }

  /** A stream as readers find it: what its metadata truncates is gone for them. */
  stream(name: string): readonly DoubleRecord[] | 'deleted' | undefined {
    if (this.#tombstones.has(name)) return 'deleted';
    const records = this.#streams.get(name);
    if (records === undefined) return undefined;
    const { $tb = 0, $maxCount, $maxAge } = this.#metadataOf(name);
    const from = Math.max($tb, $maxCount === undefined ? 0 : records.length - $maxCount);
    const oldest = $maxAge === undefined ? 0 : Date.now() - $maxAge * 1_000;
    const left = records.filter((record) => record.revision >= from && record.created >= oldest);

    return left.length === 0 ? undefined : left;
  }

  /** Soft delete: the stream is gone until somebody appends; its revisions go on. */
  delete(stream: string): void {
    const metadata = { $tb: Number.MAX_SAFE_INTEGER };
    this.setMetadata(stream, metadata);
  }

  tombstone(stream: string): void {
    this.#write(stream, [this.#system('$streamDeleted')]);
    this.#tombstones.add(stream);
    this.announce();
  }

  setMetadata(stream: string, metadata: object): void {
    this.#write(`$$${stream}`, [{ ...this.#system('$metadata'), data: bytes(metadata) }]);
    this.announce();
  }

  /** Records that only the server writes, as they gather while nobody does anything. */
  idle(count: number): void {
    for (let at = 0; at < count; at += 1) this.#write('$stats-127.0.0.1:2113', [this.#system('$statsCollected')]);
    this.announce();
  }

  /** Events of others and ours, without the server's own. */
  get written(): readonly DoubleRecord[] {
    return this.all.filter(({ stream }) => !stream.startsWith('$'));
  }

  /** Index in `all` of the first record at or after a position. */
  indexOf(position: bigint): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }

    return low;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);

    return () => this.#listeners.delete(listener);
  }

  announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #refusal(stream: string, events: readonly Proposed[], expected: Expected): Answer | undefined {
    const records = this.#streams.get(stream) ?? [];
    const current = records.length - 1;
    const softDeleted = records.length > 0 && this.stream(stream) === undefined;
    if (expected === 'any') return this.#repeatOfAny(records, events);
    if (expected === 'stream_exists') return current >= 0 && !softDeleted ? undefined : { kind: 'wrongRevision', current, expected };
    const wanted = expected === 'no_stream' ? -1 : expected;
    if (wanted === current || (expected === 'no_stream' && softDeleted)) return undefined;

    return sameAs(events, records.slice(wanted + 1)) ?? { kind: 'wrongRevision', current, expected };
  }

  #repeatOfAny(records: readonly DoubleRecord[], events: readonly Proposed[]): Answer | undefined {
    const remembered = records.slice(-REMEMBERED);
    const first = remembered.findLastIndex((record) => record.id === events[0]?.id);
    if (first < 0) return undefined;
    return sameAs(events, remembered.slice(first)) ?? { kind: 'wrongRevision', current: records.length - 1, expected: 'any' };
  }

  #metadataOf(stream: string): StreamMetadata {
    const last = this.#streams.get(`$$${stream}`)?.at(-1);

    return last === undefined ? {} : (JSON.parse(new TextDecoder().decode(last.data)) as StreamMetadata);
  }

  #system(type: string): Proposed {
    return { id: crypto.randomUUID(), type, contentType: 'application/json', data: bytes({ type }), metadata: EMPTY };
  }

  #write(stream: string, events: readonly Proposed[]): DoubleRecord {
    const records = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, records);
    const created = Date.now();
    for (const event of events) {
      // A record of the transaction log is some bytes longer than what it holds.
      const record = { ...event, position: this.#end, stream, revision: records.length, created };
      this.#end += BigInt(event.data.length + event.metadata.length + stream.length + 120);
      records.push(record);
      this.all.push(record);
    }

    return records.at(-1) ?? { ...this.#system(''), position: this.#end, stream, revision: -1, created };
  }
}

/** Success with the first outcome where the same ids stand there in the same order, whatever they say. */
const sameAs = (events: readonly Proposed[], records: readonly DoubleRecord[]): Answer | undefined => {
  const last = records[events.length - 1];
  const same = events.every(({ id }, at) => records[at]?.id === id);

  return last !== undefined && same ? { kind: 'success', revision: last.revision, position: last.position } : undefined;
};
