import type { RecordedEvent } from './event';

/** A document of a read model: plain JSON. */
export type Document = Readonly<Record<string, unknown>>;

/** Fields a read store must be able to filter and sort by; each a top-level field of the document. */
export interface IndexSpec {
  readonly fields: readonly string[];
}

/**
 * A read model: one kind of document, folded from events one at a time.
 * `keysOf` names the documents an event touches; `evolve` gives the next version of one of them,
 * `undefined` for none. Both are pure, so a rebuild gives the same documents as living through it.
 */
export interface Projection<D extends Document = Document> {
  /** Collection name, lowerCamelCase. */
  readonly name: string;
  /** Raised whenever the fold or the shape changes; another version means a rebuild. */
  readonly version: number;
  /** Event types the fold wants; an engine may skip all others. */
  readonly eventTypes: readonly string[];
  readonly indexes: readonly IndexSpec[];
  /** Each document comes of one event and never changes: nothing has to be loaded to write it. */
  readonly writtenOnce?: true;
  /** The document after this event is the same whatever was there before, or nothing was: it need not be loaded. */
  opens?(event: RecordedEvent, key: string): boolean;
  keysOf(event: RecordedEvent): readonly string[];
  evolve(document: D | undefined, event: RecordedEvent, key: string): D | undefined;
}

export type Comparison = string | number | boolean | null;

/** A condition on one top-level field. */
export interface FieldFilter {
  readonly field: string;
  readonly op: 'eq' | 'in' | 'gte' | 'lte' | 'lt' | 'gt' | 'prefix' | 'has';
  readonly value: Comparison | readonly Comparison[];
}

/** Met where all conditions of one of these are met; an empty list is met by everything, no list by nothing. */
export interface AnyFilter {
  readonly any: readonly (readonly FieldFilter[])[];
}

/** One condition of a conjunction. */
export type Filter = FieldFilter | AnyFilter;

export interface PageRequest {
  readonly filters: readonly Filter[];
  /** Sort field; ties are broken by key, so that pages are stable. Without one the order is that of the keys. */
  readonly orderBy?: string;
  readonly direction: 'asc' | 'desc';
  readonly first: number;
  /** Opaque cursor of the last row seen. */
  readonly after?: string;
}

export interface Page<D> {
  readonly rows: readonly { readonly key: string; readonly cursor: string; readonly document: D }[];
  readonly hasNextPage: boolean;
}

/** What the questions of the read models need of a store. */
export interface DocumentReader {
  get<D extends Document>(collection: string, key: string): Promise<D | undefined>;
  find<D extends Document>(collection: string, request: PageRequest): Promise<Page<D>>;
  count(collection: string, filters: readonly Filter[], limit: number): Promise<number>;
}
