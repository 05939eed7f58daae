import { START } from '@liuhen/workflows';
import type { StoreHealth } from '../event-store';
import type { LagSource } from './lag';

/** Between two looks, milliseconds. */
const EVERY = 2_000;

/** Looks in a row without an answer, or with a follower that is not connected; one slow answer and an election are fewer. */
const MISSED = 5;

export interface WatchedLog extends LagSource {
  health(): StoreHealth;
}

interface WatchLog {
  error(fields: object, message: string): void;
}

/** Looks now and then whether the log answers and whether those who follow it are connected, so that readiness can say so. */
export class LogWatch {
  #unanswered = 0;
  #unfollowed = 0;
  #isAsking = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly watched: WatchedLog,
    private readonly log: WatchLog,
  ) {
    this.#timer = setInterval(() => void this.look(), EVERY).unref();
  }

  /** Why not ready, in words; empty when ready. */
  get faults(): readonly string[] {
    if (this.#unanswered > MISSED) return ['the log cannot be reached'];

    return this.#unfollowed > MISSED ? ['the log cannot be followed'] : [];
  }

  /** Counts looks and no time: a process that was held up itself must not take the log for gone. */
  async look(): Promise<void> {
    const { followers } = this.watched.health();
    this.#unfollowed = followers.some(({ state }) => state === 'connecting') ? this.#unfollowed + 1 : 0;
    this.#unanswered += 1;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      // The cheapest question that only the leader answers.
      await this.watched.readAll(START, 1);
      this.#unanswered = 0;
    } catch (error) {
      this.log.error({ err: error }, 'the log could not be asked');
    } finally {
      this.#isAsking = false;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
