import { START, type LiuhenError, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import type { Change, Reached, ReadStore, Rebuild, SwapLeave } from '../read-store/port';
import { tooNew } from '../read-store/too-new';
import { FoldBuffer } from './fold';

export interface RebuildSource {
  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;
  head(): Promise<Position>;
}

export interface RebuildOptions {
  readonly source: RebuildSource;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  /** Told the position reached and the head, now and then. */
  readonly onProgress?: (position: Position, head: Position) => void;
  /** Puts an older version in the place of a newer one, as a program is rolled back. */
  readonly evenOlder?: boolean;
  /** Breaks off when it aborts; the live documents stay as they are. */
  readonly signal?: AbortSignal;
}

const PAGE = 2_000;

/** Changed documents held in memory before they are written, for each projection. */
const HELD = 20_000;

interface Lane {
  readonly rebuild: Rebuild;
  readonly buffer: FoldBuffer;
}

const laneOf = async (readStore: ReadStore, projection: Projection): Promise<Lane> => {
  await readStore.ensure(projection);
  const rebuild = await readStore.rebuild(projection);

  return { rebuild, buffer: new FoldBuffer({ projection, from: START, load: (keys) => rebuild.load(keys) }) };
};

const write = async ({ rebuild, buffer }: Lane): Promise<void> => {
  const changes: readonly Change[] = buffer.take(START);
  if (changes.length > 0) await rebuild.write(changes);
};

const fold = async (lane: Lane, events: readonly RecordedEvent[]): Promise<void> => {
  await lane.buffer.fold(events);
  if (lane.buffer.size > HELD) await write(lane);
};

const all = async (lanes: readonly Lane[], work: (lane: Lane) => Promise<void>): Promise<void> => {
  await Promise.all(lanes.map(work));
};

/** Swaps in those that know as much as the live ones; returns the others. */
const swapAll = async (lanes: readonly Lane[], reached: Reached, leave: SwapLeave): Promise<readonly Lane[]> => {
  const swapped = await Promise.all(lanes.map(({ rebuild }) => rebuild.swap(reached, leave)));

  return lanes.filter((_, at) => swapped[at] !== true);
};

/**
 * Folds the whole log into a new generation beside the live one, then swaps. Readers see the old documents until
 * the swap, and never older ones after it: where the live generation was faster, the rebuild catches up first.
 * A rebuild that is cut short leaves them as they were, and so does one that meets the documents of a newer program: `STORE_TOO_NEW`.
 * Returns the number of events folded.
 */
export const rebuildProjections = async (options: RebuildOptions): Promise<number> => {
  const { source, readStore, projections, onProgress, evenOlder = false, signal } = options;
  let lanes: readonly Lane[] = await Promise.all(projections.map((projection) => laneOf(readStore, projection)));
  let reached: Reached = { checkpoint: START, event: undefined };
  let count = 0;
  const catchUp = async (): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const events = await source.readAll(reached.checkpoint, PAGE);
      const last = events.at(-1);
      if (last === undefined) break;
      await all(lanes, (lane) => fold(lane, events));
      reached = { checkpoint: last.position, event: last.id };
      count += events.length;
      onProgress?.(reached.checkpoint, await source.head());
    }
    await all(lanes, write);
  };
  try {
    let refusedAt: Position | undefined;
    while (lanes.length > 0) {
      await catchUp();
      // A live generation that knows more than the whole log was fed by another log; it has to give way.
      const evenBehind = refusedAt === reached.checkpoint;
      lanes = await swapAll(lanes, reached, { evenBehind, evenOlder });
      refusedAt = reached.checkpoint;
    }
  } catch (error) {
    await Promise.allSettled(lanes.map(({ rebuild }) => rebuild.abandon()));
    throw error;
  }

  return count;
};

/** Says which documents a newer program has written; undefined where there are none. */
export const outgrown = async (readStore: ReadStore, projections: readonly Projection[]): Promise<LiuhenError | undefined> => {
  const standings = await readStore.standings();
  for (const projection of projections) {
    const standing = standings.get(projection.name);
    if (standing !== undefined && standing.version > projection.version) return tooNew(projection.name, standing, projection);
  }

  return undefined;
};

/** Those whose shape has changed since their documents were written, and those that are distrusted. */
export const outdated = async (readStore: ReadStore, projections: readonly Projection[]): Promise<readonly Projection[]> => {
  for (const projection of projections) await readStore.ensure(projection);
  const standings = await Promise.all(projections.map(({ name }) => readStore.standing(name)));

  return projections.filter(({ version }, at) => (standings[at]?.version ?? version) < version);
};
