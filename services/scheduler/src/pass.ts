import type { EventStore } from '@liuhen/infra';
import { dutiesToLookAt, dutiesFromYear, recordedCalendars, type ObligationDocument } from '@liuhen/projections';
import {
  agendaOf,
  calendarWith,
  dueOf,
  epochOf,
  legalMoment,
  type DocumentReader,
  type DueDate,
  type HolidayNotice,
  type Obligation,
  type Page,
  type Position,
  type WorkingCalendar,
} from '@liuhen/workflows';
import { appendSpoken } from './append';
import { recounted, told, type Spoken } from './events';

/** What a pass needs of the world. */
export interface ClockPorts {
  readonly store: Pick<EventStore, 'append' | 'findEvent' | 'head'>;
  readonly reader: DocumentReader;
  /** Settles when the read models hold a position. */
  waitFor(position: Position): Promise<void>;
  /** Present time, ISO instant with offset. */
  now(): string;
  /** Duties taken up before they are told. */
  readonly atOnce?: number;
}

export interface PassResult {
  /** Events told, those that were known already among them. */
  readonly told: number;
  /** Duties looked at. */
  readonly seen: number;
}

/** Duties of one page; as many as a read store gives at once. */
const PAGE = 200;
/** Duties taken up before they are told, so that memory stays bounded however long the clock stood. */
const AT_ONCE = 20_000;

type Ask = (after: string | undefined) => Promise<Page<ObligationDocument>>;

interface Gathered {
  readonly duties: readonly ObligationDocument[];
  /** Where to go on; undefined where there is no more. */
  readonly next: string | undefined;
}

const gather = async (ask: Ask, atOnce: number, from?: string): Promise<Gathered> => {
  const duties: ObligationDocument[] = [];
  for (let after = from; duties.length < atOnce;) {
    const { rows, hasNextPage } = await ask(after);
    duties.push(...rows.map(({ document }) => document));
    after = rows.at(-1)?.cursor;
    if (!hasNextPage || after === undefined) return { duties, next: undefined };
    if (duties.length >= atOnce) return { duties, next: after };
  }

  return { duties, next: undefined };
};

interface Due {
  readonly from: string;
  readonly spoken: Spoken;
}

const order = (one: Due, other: Due): number => {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;

  return one.spoken.event.occurredAt < other.spoken.event.occurredAt
    ? -1
    : Number(one.spoken.event.occurredAt > other.spoken.event.occurredAt);
};

interface Until {
  /** What falls later is left for the next round. */
  readonly horizon: string;
  /** Moment up to which the clock has to speak. */
  readonly by: string;
  readonly now: string;
}

/** Everything that the clock has to say up to the horizon, oldest first, and whether it has more to say. */
const spokenBy = (
  duties: readonly Obligation[],
  { horizon, by, now }: Until,
): { readonly spoken: readonly Spoken[]; readonly isLeft: boolean } => {
  const found: Due[] = [];
  let isLeft = false;
  for (const duty of duties) {
    if (duty.due === null) continue;
    for (const fact of agendaOf(duty, by)) {
      if (fact.from <= horizon) found.push({ from: fact.from, spoken: told(duty, duty.due, fact, now) });
      else isLeft ||= fact.from <= by;
    }
  }

  return { spoken: found.sort(order).map(({ spoken }) => spoken), isLeft };
};

const sameDay = (one: DueDate, other: DueDate): boolean =>
  one.due === other.due && one.dueAt === other.dueAt && JSON.stringify(one.assumedYears) === JSON.stringify(other.assumedYears);

/** Days that an arrived calendar moves, or whose assumption it confirms. */
const recountedBy = (duties: readonly Obligation[], calendar: WorkingCalendar, now: string): readonly Spoken[] =>
  duties.flatMap((duty) => {
    if (duty.status === 'discharged' || duty.terms === null || duty.due === null) return [];
    const due = dueOf(duty.terms, calendar);

    return sameDay(due, duty.due) ? [] : [recounted(duty, duty.due.due, due, now)];
  });

/**
 * One look at what is owed. It reads no more than what the read models hold when it begins, after they have caught up,
 * and says what is due: each thing once, whatever crashed before, whoever else looks, wherever the system clock jumped.
 */
export class ClockPass {
  /** Versions of the notices under which everything was counted already. */
  readonly #counted = new Map<number, string>();

  constructor(private readonly ports: ClockPorts) {}

  async run(signal: AbortSignal): Promise<PassResult> {
    await this.#caughtUp();
    const recountedDuties = await this.#recount(signal);
    let [seen, told] = [0, recountedDuties];
    for (let after: string | undefined; !signal.aborted;) {
      const now = this.ports.now();
      const by = legalMoment(epochOf(now));
      const { duties, next } = await this.#due(by, after);
      // What falls later than the last duty taken up waits for the next round, so that the oldest comes first.
      const horizon = next === undefined ? by : (duties.at(-1)?.nextLook ?? by);
      const { spoken, isLeft } = spokenBy(duties, { horizon, by, now });
      told += await this.#tell(spoken, signal);
      seen += duties.length;
      if (next === undefined) break;
      // Where something waits, the round begins anew with the read models as they are after what was told.
      if (isLeft) await this.#caughtUp();
      after = isLeft ? undefined : next;
    }

    return { told, seen };
  }

  get #atOnce(): number {
    return this.ports.atOnce ?? AT_ONCE;
  }

  #due(by: string, from: string | undefined): Promise<Gathered> {
    const first = Math.min(PAGE, this.#atOnce);

    return gather((after) => dutiesToLookAt(this.ports.reader, { by, first, after }), this.#atOnce, from);
  }

  async #caughtUp(): Promise<void> {
    await this.ports.waitFor(await this.ports.store.head());
  }

  async #tell(spoken: readonly Spoken[], signal: AbortSignal): Promise<number> {
    if (spoken.length > 0) await appendSpoken(this.ports.store, spoken, signal);

    return spoken.length;
  }

  /** What is looked at next has to be looked at by its new day. */
  async #recounted(spoken: readonly Spoken[], signal: AbortSignal): Promise<number> {
    const count = await this.#tell(spoken, signal);
    if (count > 0) await this.#caughtUp();

    return count;
  }

  async #eachOf(ask: Ask, work: (duties: readonly Obligation[]) => Promise<number>, signal: AbortSignal): Promise<number> {
    let count = 0;
    for (let after: string | undefined; !signal.aborted;) {
      const { duties, next } = await gather(ask, this.#atOnce, after);
      count += await work(duties);
      after = next;
      if (after === undefined) break;
    }

    return count;
  }

  async #recount(signal: AbortSignal): Promise<number> {
    const notices = await recordedCalendars(this.ports.reader);
    if (notices.length === 0) return 0;
    const calendar = calendarWith(notices);
    const now = this.ports.now();
    let count = 0;
    for (const notice of notices) {
      for (const ask of this.#asksFor(notice)) {
        count += await this.#eachOf(ask, (duties) => this.#recounted(recountedBy(duties, calendar, now), signal), signal);
      }
      if (signal.aborted) return count;
      this.#counted.set(notice.year, notice.version);
    }

    return count;
  }

  /** A notice that is new to this clock concerns every day from its year on; a known one only what was opened since. */
  #asksFor({ year, version }: HolidayNotice): readonly Ask[] {
    const known = this.#counted.get(year) === version;
    const kinds = known ? (['assumed'] as const) : (['open', 'suspended'] as const);

    return kinds.map((which) => (after) => dutiesFromYear(this.ports.reader, { year, which, first: PAGE, after }));
  }
}
