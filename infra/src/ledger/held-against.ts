import { LiuhenError, type RecordedEvent } from '@liuhen/workflows';
import type { Checkpoint } from './checkpoint';
import { RootFold } from './root-fold';

/**
 * Holds a log against a checkpoint that was signed over its beginning; settles with the number of events in the log.
 * Throws `LEDGER_DIFFERS` where the log is shorter than what was signed, or holds something else.
 */
export const holdAgainst = async (events: AsyncIterable<RecordedEvent>, { size, root, suite }: Checkpoint): Promise<number> => {
  const fold = new RootFold(suite);
  let count = 0;
  for await (const event of events) {
    count += 1;
    if (count <= size) fold.add(event);
  }
  if (count < size) throw new LiuhenError('LEDGER_DIFFERS', `${size} events were signed, the log holds ${count}: ${size - count} are lost`);
  if (fold.root() !== root) throw new LiuhenError('LEDGER_DIFFERS', `the first ${size} events are not those that were signed`);

  return count;
};
