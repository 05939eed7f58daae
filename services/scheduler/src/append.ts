import type { EventStore } from '@liuhen/infra';
import { hasCode, START, type NewEvent, type Position } from '@liuhen/workflows';
import type { Spoken } from './events';

/** Events of one append at most: a server of events takes no more than a megabyte at once. */
const BATCH = 500;
/** Appends under way at once: the log writes what waits together in one commit, and waits once for the disk. */
const UNDER_WAY = 8;

/** Runs of one stream, in the order in which they are to be told. */
const runsOf = (spoken: readonly Spoken[]): readonly { readonly stream: string; readonly events: readonly NewEvent[] }[] => {
  const runs: { readonly stream: string; readonly events: NewEvent[] }[] = [];
  for (const { stream, event } of spoken) {
    const last = runs.at(-1);
    if (last?.stream === stream && last.events.length < BATCH) last.events.push(event);
    else runs.push({ stream, events: [event] });
  }

  return runs;
};

type Log = Pick<EventStore, 'append' | 'findEvent'>;

const unknownOf = async (log: Log, events: readonly NewEvent[]): Promise<readonly NewEvent[]> => {
  const known = await Promise.all(events.map(({ id }) => log.findEvent(id)));

  return events.filter((_, at) => known[at] === undefined);
};

const appendRun = async (log: Log, stream: string, events: readonly NewEvent[]): Promise<Position> => {
  try {
    const done = await log.append(stream, events, 'any');

    return done.kind === 'appended' ? done.position : START;
  } catch (error) {
    if (!hasCode(error, 'INVALID_INPUT')) throw error;
    // A part was told before, by a run that was cut short or by another clock.
    const left = await unknownOf(log, events);
    if (left.length === events.length) throw error;

    return left.length === 0 ? START : appendRun(log, stream, left);
  }
};

/** Settles when all are done; rejects with the first fault when nothing is under way any more. */
const allDone = async <T>(work: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(work);

  return Promise.all(work);
};

/** Appends in order, some batches at a time; answers the last position, `START` where everything was known. */
export const appendSpoken = async (log: Log, spoken: readonly Spoken[], signal: AbortSignal): Promise<Position> => {
  const runs = runsOf(spoken);
  let last: Position = START;
  for (let from = 0; from < runs.length && !signal.aborted; from += UNDER_WAY) {
    const positions = await allDone(runs.slice(from, from + UNDER_WAY).map(({ stream, events }) => appendRun(log, stream, events)));
    last = Math.max(last, ...positions);
  }

  return last;
};
