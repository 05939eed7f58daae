import { LiuhenError, type RecordedEvent } from '@liuhen/workflows';
import { APPEND_LIMIT, appendBytes } from '../event-store/append-rules';
import type { EventStore } from '../event-store/port';
import { digestOf } from '../desk/ids';
import { asNew, digestLog, eventsOf, type LogDigest, type ReadableLog } from './log-digest';

export interface MigrateOptions {
  /** Nobody may append to it meanwhile. */
  readonly source: ReadableLog;
  /** Empty, or what an earlier and cut-short migration of the same source left. */
  readonly target: EventStore;
  /** Told how many events are in the target, now and then. */
  readonly onProgress?: (events: number) => void;
}

export interface Migrated extends LogDigest {
  /** Events that were there already. */
  readonly found: number;
}

/** Events of one append at most; consecutive events of one stream go together. */
const BATCH = 200;

const sameEvent = (one: RecordedEvent, other: RecordedEvent): boolean =>
  digestOf({ ...one, position: 0 }) === digestOf({ ...other, position: 0 });

/** A run of events that one append can take: one stream, growing revisions, not too many bytes. */
class Run {
  readonly #events: RecordedEvent[] = [];
  #bytes = 0;

  /** False where the event belongs to the next run. */
  take(event: RecordedEvent): boolean {
    const bytes = appendBytes([asNew(event)]);
    const [first] = this.#events;
    const fits =
      first === undefined || (first.stream === event.stream && this.#events.length < BATCH && this.#bytes + bytes <= APPEND_LIMIT);
    if (!fits) return false;
    this.#events.push(event);
    this.#bytes += bytes;

    return true;
  }

  async appendTo(target: EventStore): Promise<number> {
    const [first] = this.#events;
    if (first === undefined) return 0;
    const expected = first.revision === 0 ? 'none' : first.revision - 1;
    const done = await target.append(first.stream, this.#events.map(asNew), expected);
    if (done.kind === 'appended') return this.#events.length;
    throw new LiuhenError('STORE_OF_OTHERS', `${first.stream} is at revision ${done.current}, expected ${expected}`);
  }
}

/**
 * Copies a log event by event in its order, so that the order of everything stays what it was; positions are the target's
 * own. What is there already is compared, not trusted: a target that began otherwise is refused with `STORE_OF_OTHERS`.
 * At the end both logs are read again and their digests compared.
 */
export const migrateEvents = async ({ source, target, onProgress }: MigrateOptions): Promise<Migrated> => {
  const there = eventsOf(target)[Symbol.asyncIterator]();
  let next = await there.next();
  let found = 0;
  let written = 0;
  let run = new Run();
  const flush = async (): Promise<void> => {
    written += await run.appendTo(target);
    run = new Run();
    onProgress?.(found + written);
  };
  for await (const event of eventsOf(source)) {
    if (next.done !== true) {
      if (!sameEvent(event, next.value))
        throw new LiuhenError('STORE_OF_OTHERS', `the target has another event than ${event.id} at ${event.stream}`);
      found += 1;
      next = await there.next();
      continue;
    }
    if (run.take(event)) continue;
    await flush();
    run.take(event);
  }
  await flush();
  if (next.done !== true) throw new LiuhenError('STORE_OF_OTHERS', 'the target holds more than the source');

  return { ...(await verifyCopy(source, target)), found };
};

/** Both logs read from the beginning: the same events in the same order, or `STORE_CORRUPT`. */
const verifyCopy = async (source: ReadableLog, target: ReadableLog): Promise<LogDigest> => {
  const [from, to] = [await digestLog(source), await digestLog(target)];
  if (from.events === to.events && from.digest === to.digest) return to;
  throw new LiuhenError('STORE_CORRUPT', `source ${from.events} events ${from.digest}, target ${to.events} events ${to.digest}`);
};
