import { pause } from '../pause';
import type { LeaseRecord, LeaseStore } from './port';

export interface LeaseLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface LeaseOptions {
  readonly store: LeaseStore;
  /** What is held, e.g. `scheduler`. */
  readonly name: string;
  /** Who holds it: a name for people, new with each start. */
  readonly holder: string;
  readonly log: LeaseLog;
  /** Milliseconds after which a holder that does not move counts as gone; a take-over needs at most one and a half of it. */
  readonly patience?: number;
  /** Takes the lease at once, once: for the one who knows by other means that nobody else works. */
  readonly seize?: boolean;
  /** Asked before a free lease is taken: one that could not do the work leaves it to others. */
  readonly able?: () => Promise<boolean>;
}

const PATIENCE = 5_000;

/** Beats in one patience. */
const BEATS = 5;

/** Done while the lease is held; the token goes with everything that is written under it. */
export type LeasedWork = (signal: AbortSignal, token: number) => Promise<void>;

/** A record that was seen, and since when it has not moved by this process's own watch. */
interface Watched {
  readonly record: LeaseRecord | undefined;
  readonly since: number;
}

/** A piece of work that one process does at a time: waits for its turn, keeps it, and stops when it is lost. */
export class Lease {
  readonly #patience: number;
  readonly #every: number;
  #seize: boolean;
  #token: number | undefined;

  constructor(private readonly options: LeaseOptions) {
    this.#patience = options.patience ?? PATIENCE;
    this.#every = this.#patience / BEATS;
    this.#seize = options.seize ?? false;
  }

  /** Token while the lease is held. */
  get token(): number | undefined {
    return this.#token;
  }

  /** Does the work while the lease is held, anew each time it is got back, until the signal aborts. */
  async take(work: LeasedWork, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const held = await this.#wait(signal);
      if (held !== undefined) await this.#hold(held, work, signal);
    }
  }

  /** Settles with the lease, or with nothing when the signal aborts. */
  async #wait(signal: AbortSignal): Promise<LeaseRecord | undefined> {
    const { store, name, holder, log, able = () => Promise.resolve(true) } = this.options;
    let watched: Watched | undefined;
    while (!signal.aborted) {
      try {
        const record = await store.read(name);
        watched = this.#watch(watched, record);
        const held = this.#isFree(watched) && (await able()) ? await store.take(name, holder, record) : undefined;
        this.#seize = false;
        if (held !== undefined) return held;
      } catch (error) {
        watched = undefined;
        log.error({ err: error, lease: name }, 'the lease cannot be asked for');
      }
      await pause(this.#every, signal);
    }

    return undefined;
  }

  /** What moved is watched anew. */
  #watch(before: Watched | undefined, record: LeaseRecord | undefined): Watched {
    const same = before !== undefined && before.record?.token === record?.token && before.record?.beat === record?.beat;

    return { record, since: same ? before.since : performance.now() };
  }

  #isFree({ record, since }: Watched): boolean {
    return record === undefined || record.released || this.#seize || performance.now() - since >= this.#patience;
  }

  async #hold(held: LeaseRecord, work: LeasedWork, signal: AbortSignal): Promise<void> {
    const { store, name, log } = this.options;
    const lost = new AbortController();
    const ended = new AbortController();
    const heart = this.#beat(held, lost, ended.signal);
    this.#token = held.token;
    log.info({ lease: name, token: held.token }, 'the lease is taken');
    try {
      await work(AbortSignal.any([signal, lost.signal]), held.token);
    } catch (error) {
      const over = AbortSignal.any([signal, lost.signal]);
      if (!over.aborted) log.error({ err: error, lease: name }, 'the work under the lease failed');
      await pause(this.#every, over);
    } finally {
      this.#token = undefined;
      ended.abort();
      await heart;
    }
    if (lost.signal.aborted) log.info({ lease: name, token: held.token }, 'the lease is lost');
    else await store.release(held).catch((error: unknown) => log.error({ err: error, lease: name }, 'the lease was not given back'));
  }

  /** Gives the lease up before anybody else may think that its holder is gone: counted from before the last beat was sent. */
  async #beat(held: LeaseRecord, lost: AbortController, ended: AbortSignal): Promise<void> {
    let alive = performance.now();
    const watchdog = setInterval(() => {
      if (performance.now() - alive > this.#patience - this.#every) lost.abort();
    }, this.#every / 2);
    const done = AbortSignal.any([lost.signal, ended]);
    // Asked anew each time: it changes while we wait.
    const over = (): boolean => done.aborted;
    try {
      while (!over()) {
        await pause(this.#every, done);
        if (over()) return;
        const sent = performance.now();
        const outcome = await Promise.race([this.#send(held), aborted(done)]);
        if (outcome === 'held') alive = sent;
        if (outcome === 'lost') lost.abort();
      }
    } finally {
      clearInterval(watchdog);
    }
  }

  async #send(held: LeaseRecord): Promise<'held' | 'lost' | 'unknown'> {
    try {
      return (await this.options.store.beat(held)) ? 'held' : 'lost';
    } catch (error) {
      this.options.log.error({ err: error, lease: held.name }, 'the lease cannot be renewed');

      return 'unknown';
    }
  }
}

const aborted = (signal: AbortSignal): Promise<'unknown'> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('unknown');
    else signal.addEventListener('abort', () => resolve('unknown'), { once: true });
  });
