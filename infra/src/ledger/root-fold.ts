import { LiuhenError, type RecordedEvent } from '@liuhen/workflows';
import { entryLeaf, eventHash, streamHash } from './entry';
import { emptyRoot, nodeHash } from './merkle';
import { NO_HASH, type Hash, type Suite } from './suite';

interface Last {
  readonly stream: Hash;
  readonly revision: number;
  readonly leaf: Hash;
}

/** Root of the ledger over events that come by in order, without its files; memory grows with the number of streams only. */
export class RootFold {
  readonly #last = new Map<string, Last>();
  /** Roots of the whole subtrees, the largest first: one for each binary digit of the size that is set. */
  readonly #peaks: Hash[] = [];
  #size = 0;

  constructor(readonly suite: Suite) {}

  get size(): number {
    return this.#size;
  }

  /** Throws `LEDGER_DIFFERS` where the event before this one in its stream has not come by. */
  add(event: RecordedEvent): void {
    const { stream: name, revision, position } = event;
    const last = this.#last.get(name);
    if (revision !== (last?.revision ?? -1) + 1) {
      throw new LiuhenError('LEDGER_DIFFERS', `position ${position}: ${name} has revision ${revision} but no revision ${revision - 1}`);
    }
    const stream = last?.stream ?? streamHash(this.suite, name);
    const entry = { position, revision, stream, previous: last?.leaf ?? NO_HASH, event: eventHash(this.suite, event) };
    const leaf = entryLeaf(this.suite, entry);
    this.#last.set(name, { stream, revision, leaf });
    this.#push(leaf);
  }

  root(): Hash {
    const peaks = [...this.#peaks];
    const smallest = peaks.pop();

    return smallest === undefined ? emptyRoot(this.suite) : peaks.reduceRight((root, peak) => nodeHash(this.suite, peak, root), smallest);
  }

  #push(leaf: Hash): void {
    let hash = leaf;
    // Two subtrees of one size make one of twice the size, as a binary counter carries.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(this.suite, this.#peaks.pop() ?? hash, hash);
    this.#peaks.push(hash);
    this.#size += 1;
  }
}
