import { START, type Position, type Projection, type RecordedEvent } from '@liuhen/workflows';
import type { Change, Reached, ReadStore, Rebuild } from '../read-store/port';
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
const swapAll = async (lanes: readonly Lane[], reached: Reached, evenBehind: boolean): Promise<readonly Lane[]> => {
  const swapped = await Promise.all(lanes.map(({ rebuild }) => rebuild.swap(reached, { evenBehind })));

  return lanes.filter((_, at) => swapped[at] !== true);
};

/**
 * Folds the whole log into a new generation beside the live one, then swaps. Readers see the old documents until
 * the swap, and never older ones after it: where the live generation was faster, the rebuild catches up first.
 * A rebuild that is cut short leaves them as they were. Returns the number of events folded.
 */
export const rebuildProjections = async ({ source, readStore, projections, onProgress, signal }: RebuildOptions): Promise<number> => {
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
      lanes = await swapAll(lanes, reached, evenBehind);
      refusedAt = reached.checkpoint;
    }
  } catch (error) {
    await Promise.allSettled(lanes.map(({ rebuild }) => rebuild.abandon()));
    throw error;
  }

  return count;
};

/** Those whose shape has changed since their documents were written. */
export const outdated = async (readStore: ReadStore, projections: readonly Projection[]): Promise<readonly Projection[]> => {
  for (const projection of projections) await readStore.ensure(projection);
  const standings = await Promise.all(projections.map(({ name }) => readStore.standing(name)));

  return projections.filter(({ version }, at) => standings[at]?.version !== version);
};
