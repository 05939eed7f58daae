import { START, type Position } from '@liuhen/workflows';
import { KeptDocuments } from '../kept';
import type { Change, Known, Rebuild } from '../port';
import type { MongoDocuments } from './collection';

export interface SwapAt {
  readonly checkpoint: Position;
  readonly evenBehind: boolean;
}

export interface RebuildHooks {
  swap(next: MongoDocuments, at: SwapAt): Promise<boolean>;
  abandon(next: MongoDocuments): Promise<void>;
  answer<T>(request: () => Promise<T>): Promise<T>;
}

/** Documents of a generation that only this process writes; what it wrote last need not be asked for. */
class Building {
  readonly #kept = new KeptDocuments();
  readonly #absent = new Set<string>();

  constructor(private readonly next: MongoDocuments) {}

  async load(keys: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const known = new Map<string, Known>();
    for (const key of keys) {
      const document = this.#kept.get(key);
      if (document !== undefined) known.set(key, { document, seen: START });
    }
    const missing = keys.filter((key) => !known.has(key) && !this.#absent.has(key));
    const loaded = missing.length === 0 ? new Map<string, Known>() : await this.next.load(missing);
    for (const key of missing) if (!loaded.has(key)) this.#absent.add(key);

    return new Map([...known, ...loaded]);
  }

  async write(changes: readonly Change[]): Promise<void> {
    await this.next.put(changes, this.#absent);
    for (const { key, document } of changes) {
      this.#kept.forget(key);
      if (document !== null) {
        this.#kept.put(key, document);
        this.#absent.delete(key);
      }
    }
  }
}

export const mongoRebuild = (next: MongoDocuments, hooks: RebuildHooks): Rebuild => {
  const building = new Building(next);

  return {
    load: (keys) => hooks.answer(() => building.load(keys)),
    write: (changes) => hooks.answer(() => building.write(changes)),
    swap: (checkpoint, { evenBehind } = { evenBehind: false }) => hooks.answer(() => hooks.swap(next, { checkpoint, evenBehind })),
    abandon: () => hooks.answer(() => hooks.abandon(next)),
  };
};
