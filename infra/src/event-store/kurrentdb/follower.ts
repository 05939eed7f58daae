import type { AllStreamSubscription, AllStreamResolvedEvent, KurrentDBClient, Position as ServerPosition } from '@kurrent/kurrentdb-client';
import { type Followed, type Position, type RecordedEvent } from '@liuhen/workflows';
import type { FollowerHealth } from '../port';
import type { Catalogue } from './catalogue';
import type { Connection } from './connection';
import { readOf } from './envelope';
import type { StoreLog } from './options';
import { backOff, pause } from './pause';
import { startAt } from './position';
import { DEPLOYMENT_STREAM, followedEvents } from './streams';

/** Events held for a consumer; above the first the server is asked to wait, below the second to go on. */
const FULL = 1_000;
const LOW = 200;

export interface FollowerOptions {
  readonly connection: Connection;
  readonly catalogue: Catalogue;
  readonly log: StoreLog;
  readonly after: Position;
  readonly signal: AbortSignal;
}

/**
 * One subscription that lasts: the client's own ends with the first error. It is made again from the last place that is
 * known, with growing pauses, and what comes twice is passed on once.
 */
export class Follower {
  readonly #queue: RecordedEvent[] = [];
  #subscription: AllStreamSubscription | undefined;
  #state: FollowerHealth['state'] = 'connecting';
  #reconnects = 0;
  #tries = 0;
  /** Last event taken from the server. */
  #taken: Position;
  /** Last event passed on. */
  #passed: Position;
  /** Where to resume: the server's own place, which may lie behind the last event of ours. */
  #resume: ServerPosition | 'start';
  #wake: () => void = () => undefined;

  constructor(private readonly options: FollowerOptions) {
    this.#taken = options.after;
    this.#passed = options.after;
    this.#resume = startAt(options.catalogue.index.lastPlace(options.after));
  }

  health(): FollowerHealth {
    return { state: this.#state, position: this.#passed, reconnects: this.#reconnects };
  }

  async *run(): AsyncIterable<Followed> {
    const { signal } = this.options;
    // Asked anew each time: it changes while the consumer works.
    const left = (): boolean => signal.aborted;
    const wake = (): void => this.#wake();
    signal.addEventListener('abort', wake);
    void this.#keepConnected();
    let told = false;
    try {
      while (!left()) {
        const event = this.#queue.shift();
        if (event !== undefined) {
          this.#relieve();
          this.#passed = event.position;
          told = false;
          yield { kind: 'event', event };
        } else if (!told && this.#isCaughtUp()) {
          told = true;
          yield { kind: 'caughtUp', position: this.#passed };
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', wake);
      this.#state = 'ended';
      void this.#subscription?.unsubscribe();
    }
  }

  /** The mark may overtake events that the client still holds in its buffer. */
  #isCaughtUp(): boolean {
    return this.#state === 'caughtUp' && this.#queue.length === 0 && (this.#subscription?.readableLength ?? 0) === 0;
  }

  async #keepConnected(): Promise<void> {
    const { connection, log, signal } = this.options;
    while (!this.#over()) {
      const client = connection.lend();
      const cause = await this.#subscribeOnce(client);
      connection.giveBack(client, { failed: !this.#over() });
      if (this.#over()) return;
      this.#state = 'connecting';
      this.#reconnects += 1;
      log.info({ err: cause, position: this.#taken }, 'a subscription ended; following again');
      await pause(backOff(this.#tries), signal);
      this.#tries += 1;
    }
  }

  #over(): boolean {
    return this.options.signal.aborted || this.#state === 'ended';
  }

  /** Settles with the reason when the subscription has ended, one way or another. */
  #subscribeOnce(client: KurrentDBClient): Promise<unknown> {
    return new Promise((resolve) => {
      const filter = followedEvents((_, position) => {
        // It overtakes the events that the client still holds in its buffer; those would be lost with the subscription.
        if (this.#subscription?.readableLength === 0) this.#resume = position;
      });
      const subscription = client.subscribeToAll({ fromPosition: this.#resume, filter, requiresLeader: false });
      this.#subscription = subscription;
      const end = (cause?: unknown): void => {
        resolve(cause);
        subscription.removeAllListeners('data');
      };
      subscription.on('data', (resolved: AllStreamResolvedEvent) => this.#take(resolved));
      subscription.on('confirmation', () => {
        this.#state = 'behind';
        void this.#untilHead(subscription);
      });
      subscription.on('caughtUp', () => this.#live());
      subscription.on('fellBehind', () => {
        this.#state = 'behind';
      });
      // Errors may come more than once; an error without a listener would end the process.
      subscription.on('error', end);
      subscription.on('end', end);
      subscription.on('close', end);
      if (this.#over()) void subscription.unsubscribe();
    });
  }

  /** Servers before 23.10 do not tell when the past is over: it is over at what was the head when the subscription began. */
  async #untilHead(subscription: AllStreamSubscription): Promise<void> {
    const { catalogue } = this.options;
    const reached = await catalogue.catchUp().then(
      () => catalogue.index.head,
      () => undefined,
    );
    if (reached === undefined || this.#subscription !== subscription) return;
    this.#head = reached;
    if (this.#taken >= reached) this.#live();
  }

  #head: Position = Number.POSITIVE_INFINITY;

  #live(): void {
    this.#state = 'caughtUp';
    this.#tries = 0;
    this.#head = Number.POSITIVE_INFINITY;
    this.#wake();
  }

  #take(resolved: AllStreamResolvedEvent): void {
    this.#takeIn(resolved);
    // Whatever it was, the buffer of the client is shorter by it: what waits for an empty one must look again.
    this.#wake();
  }

  #takeIn(resolved: AllStreamResolvedEvent): void {
    if (resolved.event?.streamId === DEPLOYMENT_STREAM) return;
    const read = readOf(resolved, this.options.catalogue.index.positions);
    if (read?.kind === 'foreign') this.options.catalogue.setAside(read.foreign);
    if (read?.kind !== 'ours' || read.stored.event.position <= this.#taken) return;
    const { event, place } = read.stored;
    this.#taken = event.position;
    this.#resume = startAt(place);
    this.#queue.push(event);
    if (this.#queue.length >= FULL) this.#subscription?.pause();
    if (event.position >= this.#head) this.#live();
  }

  #relieve(): void {
    if (this.#queue.length === LOW && this.#subscription?.isPaused() === true) this.#subscription.resume();
  }
}
