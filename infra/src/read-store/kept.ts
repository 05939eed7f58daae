import type { Document } from '@liuhen/workflows';

/** Documents kept parsed; a hot case file is read thousands of times between two changes. */
const KEPT = 20_000;

/** The documents used last. What is handed out is shared; nobody may change it. */
export class KeptDocuments {
  #kept = new Map<string, Document>();
  /** What was kept before; looked at until `#kept` is full again, then dropped whole. */
  #older = new Map<string, Document>();

  get(key: string): Document | undefined {
    return this.#kept.get(key) ?? this.#older.get(key);
  }

  put(key: string, document: Document): Document {
    this.#kept.set(key, document);
    // Two halves instead of one by one: the oldest key of a map from which the oldest are always taken is slow to find.
    if (this.#kept.size > KEPT / 2) {
      this.#older = this.#kept;
      this.#kept = new Map();
    }

    return document;
  }

  forget(key: string): void {
    this.#kept.delete(key);
    this.#older.delete(key);
  }
}
