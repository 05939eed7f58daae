import type { Document, DocumentReader, Position, Projection } from '@liuhen/workflows';

/** The next version of one document; null takes it away. */
export interface Change {
  readonly key: string;
  readonly document: Document | null;
  /** There was none when it was folded. Where that is no longer so, the change takes effect all the same. */
  readonly isNew?: boolean;
}

/** One document as the fold finds it. */
export interface Known {
  readonly document: Document | undefined;
  /**
   * Position up to which events are folded into it. Where documents and checkpoint are not written in one transaction
   * it may lie beyond the checkpoint: a batch that was cut short has reached this document already.
   */
  readonly seen: Position;
}

/** How far documents have come. */
export interface Reached {
  /** Position of the last event folded into them. */
  readonly checkpoint: Position;
  /** Id of that event. Unknown where there is none yet, and where a program wrote the checkpoint that did not note it. */
  readonly event: string | undefined;
}

export interface Batch extends Reached {
  readonly projection: string;
  /** Generation that the changes were folded on; another one means that a rebuild was swapped in meanwhile. */
  readonly generation: number;
  readonly changes: readonly Change[];
}

/** Version of documents that nobody follows any more, for they were folded from another history. Projections begin at 1. */
export const DISTRUSTED = 0;

/** Where a projection stands. */
export interface Standing extends Reached {
  readonly version: number;
  readonly generation: number;
}

/**
 * `done`: written, or known to be written before; `moved`: the collection is no longer the generation of the batch, or distrusted;
 * `fenced`: somebody with a later token keeps the collection now, and nothing was written.
 */
export type Applied = 'done' | 'moved' | 'fenced';

/** What a swap is let do by whoever knows why; it does neither of its own. */
export interface SwapLeave {
  /** Replace documents that have seen more: the log itself is shorter than their readers knew it. */
  readonly evenBehind?: boolean;
  /** Replace documents of a newer program, as it is rolled back. */
  readonly evenOlder?: boolean;
}

/** A rebuild in progress: documents of the next generation, invisible to readers until the swap. */
export interface Rebuild {
  load(keys: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  write(changes: readonly Change[]): Promise<void>;
  /**
   * Replaces the live generation at once. False, and nothing done, where the live one has meanwhile seen more than the rebuild:
   * its readers never go back. `STORE_TOO_NEW` where it is of a newer version by now.
   */
  swap(reached: Reached, leave?: SwapLeave): Promise<boolean>;
  abandon(): Promise<void>;
}

/**
 * Documents that anyone reads. A batch is applied exactly once in effect, even when it comes twice or was cut short:
 * where there is no transaction, each document carries what it has seen, and the checkpoint is written last.
 */
export interface ReadStore extends DocumentReader {
  /** Events that are best written at once by one who is behind: more where each batch costs journeys over a network. */
  readonly batch: number;
  /** Makes the collection and its indexes where they are missing. */
  ensure(projection: Projection): Promise<void>;
  standing(projection: string): Promise<Standing>;
  /** Where all projections stand that were ever made here. */
  standings(): Promise<ReadonlyMap<string, Standing>>;
  /**
   * Sets documents back to `DISTRUSTED` and to the start of the log, so that nobody counts them as fresh or goes on from them
   * until a rebuild replaces them. Nothing happens where the generation is another one by now.
   */
  distrust(projection: string, generation: number): Promise<void>;
  /** The lowest checkpoint of several collections: what every one of them has seen. */
  checkpoint(projections: readonly string[]): Promise<Position>;
  /** Documents that a fold is about to change; those that were never there may be left out. */
  load(projection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  /** Several collections at once. The token is that of the lease under which they are kept, 0 without one. */
  apply(batches: readonly Batch[], token?: number): Promise<readonly Applied[]>;
  /** From here on nobody with an earlier token writes these collections. Answers the token in force: a later one stays. */
  claim(projections: readonly string[], token: number): Promise<number>;
  rebuild(projection: Projection): Promise<Rebuild>;
  /** Ties the documents to one log, told by the id of its first event; `STORE_OF_OTHERS` where they are of another, or of any while the log has none. */
  belongTo(firstEvent: string | undefined): Promise<void>;
  /** How far the clock of the server is ahead of ours, milliseconds; 0 where there is no server. */
  clock(): Promise<number>;
  close(): Promise<void>;
}
