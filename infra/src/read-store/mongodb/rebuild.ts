import type { Reached, Rebuild } from '../port';
import type { MongoDocuments } from './collection';

export interface SwapAt extends Reached {
  readonly evenBehind: boolean;
}

export interface RebuildHooks {
  swap(next: MongoDocuments, at: SwapAt): Promise<boolean>;
  abandon(next: MongoDocuments): Promise<void>;
  answer<T>(request: () => Promise<T>): Promise<T>;
}

/** The next generation, which only this process writes. */
export const mongoRebuild = (next: MongoDocuments, hooks: RebuildHooks): Rebuild => ({
  load: (keys) => hooks.answer(() => next.load(keys)),
  write: (changes) => hooks.answer(() => next.put(changes)),
  swap: (reached, { evenBehind } = { evenBehind: false }) => hooks.answer(() => hooks.swap(next, { ...reached, evenBehind })),
  abandon: () => hooks.answer(() => hooks.abandon(next)),
});
