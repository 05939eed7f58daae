import type { Document, Position, Projection, RecordedEvent } from '@liuhen/workflows';
import type { Change, ReadStore, Rebuild } from '../read-store/port';
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
}

const PAGE = 2_000;

/** Changed documents held in memory before they are written, for each projection. */
const HELD = 20_000;

interface Lane {
  readonly rebuild: Rebuild;
  readonly buffer: FoldBuffer;
}

const laneOf = (readStore: ReadStore, projection: Projection): Lane => {
  readStore.ensure(projection);
  const rebuild = readStore.rebuild(projection);

  return { rebuild, buffer: new FoldBuffer(projection, (key): Document | undefined => rebuild.get(key)) };
};

const write = ({ rebuild, buffer }: Lane): void => {
  const changes: readonly Change[] = buffer.take();
  if (changes.length > 0) rebuild.write(changes);
};

const fold = (lane: Lane, events: readonly RecordedEvent[]): void => {
  for (const event of events) lane.buffer.fold(event);
  if (lane.buffer.size > HELD) write(lane);
};

/**
 * Folds the whole log into a new generation beside the live one, then swaps. Readers see the old documents until
 * the swap, and never older ones after it: where the live generation was faster, the rebuild catches up first.
 * A rebuild that is cut short leaves them as they were. Returns the number of events folded.
 */
export const rebuildProjections = async ({ source, readStore, projections, onProgress }: RebuildOptions): Promise<number> => {
  let lanes: readonly Lane[] = projections.map((projection) => laneOf(readStore, projection));
  let position: Position = 0;
  let count = 0;
  const catchUp = async (): Promise<void> => {
    for (;;) {
      const events = await source.readAll(position, PAGE);
      const last = events.at(-1);
      if (last === undefined) break;
      for (const lane of lanes) fold(lane, events);
      position = last.position;
      count += events.length;
      onProgress?.(position, await source.head());
    }
    for (const lane of lanes) write(lane);
  };
  try {
    let refusedAt: Position | undefined;
    while (lanes.length > 0) {
      await catchUp();
      // A live generation that knows more than the whole log was fed by another log; it has to give way.
      const evenBehind = refusedAt === position;
      lanes = lanes.filter(({ rebuild }) => !rebuild.swap(position, { evenBehind }));
      refusedAt = position;
    }
  } catch (error) {
    for (const { rebuild } of lanes) rebuild.abandon();
    throw error;
  }

  return count;
};

/** Those whose shape has changed since their documents were written. */
export const outdated = (readStore: ReadStore, projections: readonly Projection[]): readonly Projection[] =>
  projections.filter((projection) => {
    readStore.ensure(projection);

    return readStore.standing(projection.name).version !== projection.version;
  });
