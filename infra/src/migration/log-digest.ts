import { createHash } from 'node:crypto';
import { START, type Position, type RecordedEvent } from '@liuhen/workflows';
import { digestOf } from '../desk/ids';

export interface ReadableLog {
  readAll(after: Position, limit: number): Promise<readonly RecordedEvent[]>;
}

export interface LogDigest {
  /** Number of events. */
  readonly events: number;
  /** Over all events in the order of the log, each with its stream and revision and without its position: SHA-256, hexadecimal. */
  readonly digest: string;
}

/** Folds events into the digest of a log, one after the other. */
export class LogDigester {
  #events = 0;
  #digest = '';

  add({ position: _position, ...event }: RecordedEvent): void {
    this.#events += 1;
    this.#digest = createHash('sha256').update(this.#digest).update(digestOf(event)).digest('hex');
  }

  get value(): LogDigest {
    return { events: this.#events, digest: this.#digest };
  }
}

const PAGE = 1_000;

/** All events of a log in order. */
export async function* eventsOf(log: ReadableLog): AsyncIterable<RecordedEvent> {
  let after: Position = START;
  for (;;) {
    const page = await log.readAll(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    yield* page;
    after = last.position;
  }
}

export const digestLog = async (log: ReadableLog): Promise<LogDigest> => {
  const digester = new LogDigester();
  for await (const event of eventsOf(log)) digester.add(event);

  return digester.value;
};
