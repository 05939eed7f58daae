import { randomUUID } from 'node:crypto';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { DoubleLog, DoubleRecord } from './double-log';
import { caughtUp, checkpoint, confirmation, eventMessage, fault, fellBehind, nameOf, notFound, streamDeleted } from './double-messages';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

type Options = streams.ReadReq.Options;

/** Records between two checkpoints of a filtered subscription, for each unit of the client's interval. */
const WINDOW = 32;

const BACKWARDS = streams.ReadReq.Options.ReadDirection.BACKWARDS;

const matcher = (options: Options): ((record: DoubleRecord) => boolean) => {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType();
  const of = (record: DoubleRecord): string => (byStream === undefined ? record.type : record.stream);
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => of(record).startsWith(prefix));
  const regex = new RegExp(expression?.getRegex() ?? '');

  return (record) => regex.test(of(record));
};

/** Reading includes the position it starts from; a subscription does not. */
const allFrom = (log: DoubleLog, options: Options, exclusive: boolean): number => {
  const all = options.getAll();
  if (all?.hasEnd() === true) return log.all.length;
  const position = all?.getPosition();
  if (position === undefined) return 0;
  const [commit, prepare] = [BigInt(position.getCommitPosition()), BigInt(position.getPreparePosition())];
  const at = log.indexOf(commit);
  const exact = log.all[at]?.position === commit && prepare >= commit;

  return exact && exclusive ? at + 1 : at;
};

/** Records of the whole log one by one, so that a short page of a long log is cheap. */
function* allOf(log: DoubleLog, options: Options): Iterable<DoubleRecord> {
  const wanted = matcher(options);
  const backwards = options.getReadDirection() === BACKWARDS;
  // Backwards from a position leaves that position out: it is the place between two records.
  for (let at = allFrom(log, options, false) - (backwards ? 1 : 0); ; at += backwards ? -1 : 1) {
    const record = log.all[at];
    if (record === undefined) return;
    if (wanted(record)) yield record;
  }
}

const streamOf = (log: DoubleLog, stream: streams.ReadReq.Options.StreamOptions, backwards: boolean) => {
  const records = log.stream(nameOf(stream.getStreamIdentifier()));
  if (records === undefined || records === 'deleted') return records;
  const revision = stream.hasRevision() ? Number(stream.getRevision()) : stream.hasEnd() ? Infinity : 0;

  return backwards
    ? records.filter((record) => record.revision <= revision).reverse()
    : records.filter((record) => record.revision >= revision);
};

const written = (call: ReadCall, message: streams.ReadResp): Promise<void> | undefined => {
  if (call.write(message) || call.cancelled) return undefined;

  return new Promise((resolve) => {
    const goOn = (): void => {
      for (const name of ['drain', 'cancelled', 'close']) call.removeListener(name, goOn);
      resolve();
    };
    for (const name of ['drain', 'cancelled', 'close']) call.on(name, goOn);
  });
};

const optionsOf = ({ request }: ReadCall): Options => request.getOptions() ?? new streams.ReadReq.Options();

const structuredIds = (options: Options): boolean => options.getUuidOption()?.hasStructured() ?? false;

export const answerRead = async (log: DoubleLog, call: ReadCall, cutAfter = Infinity): Promise<void> => {
  const options = optionsOf(call);
  const stream = options.getStream();
  const name = nameOf(stream?.getStreamIdentifier());
  const records = stream === undefined ? allOf(log, options) : streamOf(log, stream, options.getReadDirection() === BACKWARDS);
  if (records === 'deleted') return void call.emit('error', streamDeleted(name));
  if (records === undefined) await written(call, notFound(name));
  let left = options.hasCount() ? Number(options.getCount()) : Infinity;
  let cutIn = cutAfter;
  for (const record of records ?? []) {
    if (left-- <= 0) break;
    if (cutIn-- <= 0) return void call.emit('error', fault(status.UNAVAILABLE, 'the connection broke'));
    await written(call, eventMessage(record, structuredIds(options)));
  }
  call.end();
};

export interface SubscriptionFaults {
  /** Sends every event twice. */
  readonly deliversTwice: boolean;
  /** Servers before 23.10 do not tell when they have caught up. */
  readonly tellsCaughtUp: boolean;
}

/** One subscription to all: history, then what comes, until the client leaves or the double cuts it. */
export class DoubleSubscription {
  #told = false;
  #wake: () => void = () => undefined;
  #over = false;

  constructor(
    private readonly log: DoubleLog,
    private readonly call: ReadCall,
    private readonly faults: SubscriptionFaults,
  ) {}

  async run(): Promise<void> {
    const options = optionsOf(this.call);
    const wanted = matcher(options);
    const interval = (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0) * WINDOW;
    const leave = this.log.listen(() => this.#wake());
    this.call.on('cancelled', () => this.#end());
    this.call.on('close', () => this.#end());
    let at = allFrom(this.log, options, true);
    let scanned = 0;
    await written(this.call, confirmation(randomUUID()));
    while (!this.#over) {
      const record = this.log.all[at];
      if (record === undefined) {
        await this.#rest();
        continue;
      }
      at += 1;
      scanned += 1;
      if (wanted(record)) await this.#send(record);
      if (interval > 0 && scanned % interval === 0) await written(this.call, checkpoint(record.position));
    }
    leave();
  }

  cut(error: object | undefined): void {
    this.#end();
    if (error === undefined) this.call.end();
    else this.call.emit('error', error);
  }

  fallBehind(): void {
    this.#told = false;
    void written(this.call, fellBehind());
    this.#wake();
  }

  async #send(record: DoubleRecord): Promise<void> {
    const message = eventMessage(record, structuredIds(optionsOf(this.call)));
    await written(this.call, message);
    if (this.faults.deliversTwice) await written(this.call, message);
  }

  async #rest(): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    if (!this.#told && this.faults.tellsCaughtUp) {
      this.#told = true;
      await written(this.call, caughtUp());
    }
    await woken;
  }

  #end(): void {
    this.#over = true;
    this.#wake();
  }
}
