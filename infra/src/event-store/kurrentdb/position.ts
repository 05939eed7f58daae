import type { Position as ServerPosition } from '@kurrent/kurrentdb-client';
import { LiuhenError, START, type Position } from '@liuhen/workflows';

/**
 * A position of ours is the commit position. It loses nothing: for all that is written through the streams protocol commit
 * and prepare position are the same, both are bytes of the log (2^53 is 9 PB), and 0 is the server's own first record.
 */
export const positionOf = ({ commit, prepare }: ServerPosition): Position | undefined =>
  commit === prepare && commit <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(commit) : undefined;

export const serverPosition = (position: Position): ServerPosition => {
  if (!Number.isSafeInteger(position) || position < 0) throw new LiuhenError('INVALID_INPUT', `${position} is not a position`);

  return { commit: BigInt(position), prepare: BigInt(position) };
};

/** Where a read or a subscription starts. */
export const startAt = (position: Position): ServerPosition | 'start' => (position === START ? 'start' : serverPosition(position));
