import type { Position as ServerPosition } from '@kurrent/kurrentdb-client';
import { LiuhenError, START, type Position } from '@liuhen/workflows';

/** Where the server keeps a record: its commit position, bytes from the beginning of the log. */
export type Place = number;

/**
 * It loses nothing: for all that is written through the streams protocol commit and prepare position are the same,
 * both are bytes of the log (2^53 is 9 PB), and 0 is the server's own first record.
 */
export const placeOf = ({ commit, prepare }: ServerPosition): Place | undefined =>
  commit === prepare && commit <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(commit) : undefined;

const serverPosition = (place: Place): ServerPosition => {
  if (!Number.isSafeInteger(place) || place < 0) throw new LiuhenError('INVALID_INPUT', `${place} is not a position`);

  return { commit: BigInt(place), prepare: BigInt(place) };
};

/** Where a read or a subscription starts. */
export const startAt = (place: Place): ServerPosition | 'start' => (place === START ? 'start' : serverPosition(place));

interface Moved {
  readonly position: Position;
  readonly place: Place;
}

/**
 * Which position an event has that stands at a place. One that was moved here from another log keeps the position it had
 * there. All others come after those; their position is their place, set ahead where that would not be beyond the moved ones.
 */
export class Positions {
  #last: Moved;

  constructor(last: Moved = { position: START, place: START }) {
    this.#last = last;
  }

  /** The last event that was moved here, as far as the log was read. */
  get last(): Moved {
    return this.#last;
  }

  /** Learns of an event that was moved here. */
  learn(moved: Moved): void {
    if (moved.place > this.#last.place) this.#last = moved;
  }

  of(place: Place): Position {
    return place + this.#ahead;
  }

  /** Place of an event that was not moved; of a position between the two kinds, the last of the moved ones. */
  placeOf(position: Position): Place {
    return Math.max(this.#last.place, position - this.#ahead);
  }

  get #ahead(): number {
    return Math.max(0, this.#last.position - this.#last.place);
  }
}
