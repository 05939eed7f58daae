import type { EventStore } from '@liuhen/infra';
import { hasCode, START, type NewEvent, type Position } from '@liuhen/workflows';
import type { Spoken } from './events';

/** Events of one append at most; what the clock says is short, so that these fit the limit of an append. */
const BATCH = 700;

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

/** Days with long explanations: half of them, then the other half. */
const appendHalves = async (log: Log, stream: string, events: readonly NewEvent[]): Promise<Position> => {
  const middle = Math.ceil(events.length / 2);
  await appendRun(log, stream, events.slice(0, middle));

  return appendRun(log, stream, events.slice(middle));
};

const appendRun = async (log: Log, stream: string, events: readonly NewEvent[]): Promise<Position> => {
  try {
    const done = await log.append(stream, events, 'any');

    return done.kind === 'appended' ? done.position : START;
  } catch (error) {
    if (hasCode(error, 'BODY_TOO_LARGE') && events.length > 1) return appendHalves(log, stream, events);
    if (!hasCode(error, 'INVALID_INPUT')) throw error;
    // A part was told before, by a run that was cut short or by another clock.
    const left = await unknownOf(log, events);
    if (left.length === events.length) throw error;

    return left.length === 0 ? START : appendRun(log, stream, left);
  }
};

/** Appends in order, batch by batch; answers the last position, `START` where everything was known. */
export const appendSpoken = async (log: Log, spoken: readonly Spoken[], signal: AbortSignal): Promise<Position> => {
  let last: Position = START;
  for (const { stream, events } of runsOf(spoken)) {
    if (signal.aborted) break;
    last = Math.max(last, await appendRun(log, stream, events));
  }

  return last;
};
