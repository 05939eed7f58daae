import type { Reached, Rebuild, SwapLeave } from '../port';
import type { MongoDocuments } from './collection';

export interface RebuildHooks {
  swap(next: MongoDocuments, at: Reached & SwapLeave): Promise<boolean>;
  abandon(next: MongoDocuments): Promise<void>;
  answer<T>(request: () => Promise<T>): Promise<T>;
}

/** The next generation, which only this process writes. */
export const mongoRebuild = (next: MongoDocuments, hooks: RebuildHooks): Rebuild => ({
  load: (keys) => hooks.answer(() => next.load(keys)),
  write: (changes) => hooks.answer(() => next.put(changes)),
  swap: (reached, leave = {}) => hooks.answer(() => hooks.swap(next, { ...reached, ...leave })),
  abandon: () => hooks.answer(() => hooks.abandon(next)),
});
