import { LiuhenError, type NewEvent, type Position, type RecordedEvent } from '@liuhen/workflows';

/** One append in bytes, all its events together: the least of the limits of the engines, for all of them. */
export const APPEND_LIMIT = 1_048_576;

/** A server counts the type twice and knows names that we do not write; this much for each event covers both. */
const OVERHEAD = 128;

/** Events as they are written. */
export const bodiesOf = (events: readonly NewEvent[]): readonly string[] => events.map((event) => JSON.stringify(event));

const bytesOf = (bodies: readonly string[]): number => bodies.reduce((sum, body) => sum + Buffer.byteLength(body) + OVERHEAD, 0);

/** Size of a batch as the strictest engine counts it at most, bytes. */
export const appendBytes = (events: readonly NewEvent[]): number => bytesOf(bodiesOf(events));

/** What makes a batch impossible on any engine, before the log is asked; undefined for a good one. */
export const appendFault = (events: readonly NewEvent[], bodies: readonly string[] = bodiesOf(events)): LiuhenError | undefined => {
  if (events.length === 0) return new LiuhenError('INVALID_INPUT', 'an append without events');
  if (new Set(events.map(({ id }) => id)).size < events.length) return new LiuhenError('INVALID_INPUT', 'an event id twice in one batch');
  if (events.some(({ type }) => type === '')) return new LiuhenError('INVALID_INPUT', 'an event without a type');
  const bytes = bytesOf(bodies);

  return bytes > APPEND_LIMIT ? new LiuhenError('BODY_TOO_LARGE', `an append of ${bytes} bytes, at most ${APPEND_LIMIT}`) : undefined;
};

/** As it was appended, without where it came to stand. */
export const asNew = ({ stream: _stream, revision: _revision, position: _position, ...event }: RecordedEvent): NewEvent => event;

/** Why events of another log cannot be taken over after a head; undefined where they can. */
export const adoptFault = (run: readonly RecordedEvent[], head: Position): LiuhenError | undefined => {
  const wrong = run.find((event, at) => {
    const before = run[at - 1];
    const follows = before === undefined || (event.stream === before.stream && event.revision === before.revision + 1);

    return !follows || event.position <= (before?.position ?? head);
  });

  return (
    wrong && new LiuhenError('STORE_OF_OTHERS', `${wrong.stream}, revision ${wrong.revision}, does not come right after position ${head}`)
  );
};
