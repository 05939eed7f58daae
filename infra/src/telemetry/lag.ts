import type { Position, RecordedEvent } from '@liuhen/workflows';

export interface Lag {
  /** Events not shown yet, counted up to `COUNTED`. */
  readonly events: number;
  /** Age of the oldest of them, 0 for none. By the clock that recorded it: for people, never for order. */
  readonly seconds: number;
}

/** More than this is "many". */
const COUNTED = 1_000;

export interface LagSource {
  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;
}

/** How far the read models are behind the log. Positions are no count, so the events themselves are asked for. */
export const measureLag = async (log: LagSource, shown: Position, now: number): Promise<Lag> => {
  const missing = await log.readAll(shown, COUNTED);
  const [oldest] = missing;
  const since = oldest === undefined ? now : Date.parse(oldest.recordedAt);

  return { events: missing.length, seconds: Math.max(0, (now - since) / 1_000) };
};
