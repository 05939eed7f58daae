import type { Document, DocumentReader, Position, Projection } from '@liuhen/workflows';

/** The next version of one document; null takes it away. */
export interface Change {
  readonly key: string;
  readonly document: Document | null;
}

export interface Batch {
  readonly projection: string;
  /** Generation that the changes were folded on; another one means that a rebuild was swapped in meanwhile. */
  readonly generation: number;
  readonly changes: readonly Change[];
  /** Position of the last event folded into the changes. */
  readonly checkpoint: Position;
}

/** Where a projection stands. */
export interface Standing {
  readonly version: number;
  readonly generation: number;
  readonly checkpoint: Position;
}

/** `done`: written, or known to be written before; `moved`: the collection is no longer the generation of the batch. */
export type Applied = 'done' | 'moved';

/** A rebuild in progress: documents of the next generation, invisible to readers until the swap. */
export interface Rebuild {
  get(key: string): Document | undefined;
  write(changes: readonly Change[]): void;
  /**
   * Replaces the live generation in one transaction. False, and nothing done, where the live one has meanwhile
   * seen more than the rebuild: its readers never go back, unless the log itself is shorter than they knew it.
   */
  swap(checkpoint: Position, options?: { readonly evenBehind: boolean }): boolean;
  abandon(): void;
}

/**
 * Documents that anyone reads. Changes and checkpoint are written in one transaction, so that a batch is applied
 * exactly once in effect, even when it comes twice.
 */
export interface ReadStore extends DocumentReader {
  /** Makes the collection and its indexes where they are missing. */
  ensure(projection: Projection): void;
  standing(projection: string): Standing;
  /** Several collections at once, all or none. */
  apply(batches: readonly Batch[]): readonly Applied[];
  /** One document without waiting, for the fold. */
  peek(projection: string, key: string): Document | undefined;
  rebuild(projection: Projection): Rebuild;
  close(): Promise<void>;
}
