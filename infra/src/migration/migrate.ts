import { LiuhenError, type RecordedEvent } from '@liuhen/workflows';
import { APPEND_LIMIT, appendBytes, asNew } from '../event-store/append-rules';
import type { EventStore } from '../event-store/port';
import { digestOf } from '../desk/ids';
import type { Checkpoint } from '../ledger/checkpoint';
import { RootFold } from '../ledger/root-fold';
import { hexOf, SUITES } from '../ledger/suite';
import { eventsOf, LogDigester, type LogDigest, type ReadableLog } from './log-digest';

export interface MigrateOptions {
  /** Nobody may append to it meanwhile. */
  readonly source: ReadableLog;
  /** Empty, or what an earlier and cut-short migration of the same source left. */
  readonly target: EventStore;
  /** Told how many events are in the target, now and then. */
  readonly onProgress?: (events: number) => void;
  /** Head that the ledger of the source signed last; both logs must give its root. */
  readonly signed?: Checkpoint;
}

export interface Migrated extends LogDigest {
  /** Root of the ledger over all events: SHA-256 or the hash of `signed`, hexadecimal. */
  readonly root: string;
  /** Events that were there already. */
  readonly found: number;
}

/** Events of one append at most; consecutive events of one stream go together. */
const BATCH = 200;

const sameEvent = (one: RecordedEvent, other: RecordedEvent): boolean => digestOf(one) === digestOf(other);

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
    if (this.#events.length > 0) await target.adopt(this.#events);

    return this.#events.length;
  }
}

/**
 * Copies a log event by event in its order. Every event keeps its position, and so the ledger its leaves, heads and
 * cosignatures, and whoever was told a position can go on from it. What is there already is compared, not trusted: a target
 * that began otherwise is refused with `STORE_OF_OTHERS`. At the end both logs are read again, and the roots of the ledger over them compared with each other and with the signed one.
 */
export const migrateEvents = async ({ source, target, onProgress, signed }: MigrateOptions): Promise<Migrated> => {
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

  return { ...(await verifyCopy(source, target, signed)), found };
};

class Side {
  readonly digester = new LogDigester();
  readonly fold: RootFold;

  constructor(signed: Checkpoint | undefined) {
    this.fold = new RootFold(signed?.suite ?? SUITES['sha256-ed25519']);
  }

  add(event: RecordedEvent): void {
    this.digester.add(event);
    this.fold.add(event);
  }

  get said(): string {
    return `${this.digester.value.events} events, root ${hexOf(this.fold.root())}`;
  }
}

/** Both logs read side by side from the beginning: the same log gives the same root, and the one that was signed. */
const verifyCopy = async (source: ReadableLog, target: ReadableLog, signed: Checkpoint | undefined): Promise<Omit<Migrated, 'found'>> => {
  const [from, to] = [new Side(signed), new Side(signed)];
  const differ = (where: string): LiuhenError => new LiuhenError('STORE_CORRUPT', `${where}: source ${from.said}; target ${to.said}`);
  const there = eventsOf(target)[Symbol.asyncIterator]();
  for await (const event of eventsOf(source)) {
    from.add(event);
    const copy = await there.next();
    if (copy.done === true) throw differ('the target ends early');
    to.add(copy.value);
    if (to.fold.size !== signed?.size) continue;
    const roots = new Set([signed.root, from.fold.root(), to.fold.root()]);
    if (roots.size > 1) throw new LiuhenError('LEDGER_DIFFERS', `at ${signed.size} events: signed ${hexOf(signed.root)}, ${from.said}`);
  }
  if ((await there.next()).done !== true) throw differ('the target holds more');
  if (from.fold.root() !== to.fold.root()) throw differ('the roots differ');
  if (signed !== undefined && signed.size > from.fold.size) {
    throw new LiuhenError('LEDGER_DIFFERS', `${signed.size} events were signed, the source holds ${from.fold.size}`);
  }

  return { ...to.digester.value, root: hexOf(to.fold.root()) };
};
