import { LiuhenError, type RecordedEvent } from '@liuhen/workflows';
import { eventHash, streamHash, type Entry } from './entry';
import { NO_HASH, type Hash, type Suite } from './suite';

interface Last {
  readonly stream: Hash;
  readonly revision: number;
  readonly leaf: Hash;
}

/** Streams whose last leaf is at hand; more than that are open on no day. */
const KEPT = 20_000;

/** Finds the leaf of an earlier event of a stream, undefined where there is none. */
export type FindLeaf = (stream: string, revision: number) => Promise<Hash | undefined>;

/** Ties each event to the one before it in its stream. */
export class StreamChain {
  readonly #last = new Map<string, Last>();
  constructor(
    private readonly suite: Suite,
    private readonly find: FindLeaf,
  ) {}

  /** Entry of the next event; undefined where the event before it has to be looked up first, by `recall`. */
  next(event: RecordedEvent): Entry | undefined {
    const { stream, revision, position } = event;
    const last = this.#last.get(stream);
    if (last?.revision === revision - 1) {
      return { position, revision, stream: last.stream, previous: last.leaf, event: eventHash(this.suite, event) };
    }
    if (revision > 0) return undefined;

    return { position, revision, stream: streamHash(this.suite, stream), previous: NO_HASH, event: eventHash(this.suite, event) };
  }

  /** Looks the event before this one up; throws `LEDGER_DIFFERS` where it is not in the ledger. */
  async recall({ stream, revision, position }: RecordedEvent): Promise<void> {
    const leaf = await this.find(stream, revision - 1);
    if (leaf === undefined) {
      throw new LiuhenError('LEDGER_DIFFERS', `position ${position}: ${stream} has revision ${revision} but no revision ${revision - 1}`);
    }
    this.#keep(stream, { stream: streamHash(this.suite, stream), revision: revision - 1, leaf });
  }

  /** Remembers what the next event of the stream builds on. */
  appended(stream: string, entry: Entry, leaf: Hash): void {
    this.#keep(stream, { stream: entry.stream, revision: entry.revision, leaf });
  }

  #keep(stream: string, last: Last): void {
    if (this.#last.size >= KEPT && !this.#last.has(stream)) this.#last.delete(this.#last.keys().next().value ?? '');
    this.#last.set(stream, last);
  }
}
