import { EMBEDDED, Lease, pause, processName, type Config, type LeaseStore } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import type { Logger } from 'pino';
import { LedgerKeeper } from './keeper';

/** The ledger as a process sees it that may or may not be the one that keeps it. */
export interface LedgerTurn {
  /** Throws `NOT_FOUND` where another process keeps the ledger. */
  readonly keeper: LedgerKeeper;
  /** Why the ledger is not to be trusted; of one that another process keeps, nothing is known here. */
  faults(): readonly string[];
  /** Seconds; undefined where no head is kept here. `now` in milliseconds. */
  headAge(now: number): number | undefined;
  stop(): Promise<void>;
}

interface LedgerParts {
  readonly config: Config;
  readonly leases: LeaseStore;
  readonly log: Logger;
}

/** Between two tries to open the ledger, milliseconds. */
const AGAIN = 5_000;

const NOWHERE = 'the ledger is kept by the process with the role "ledger"; ask that one';

/** Keeps none, by its role. */
const notHere: LedgerTurn = {
  get keeper(): LedgerKeeper {
    throw new LiuhenError('NOT_FOUND', NOWHERE);
  },
  faults: () => [],
  headAge: () => undefined,
  stop: () => Promise.resolve(),
};

/** Settles when the signal aborts. */
const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Of several processes with the role, one keeps the ledger and the others stand by. A keeper that wakes after it was
 * taken for gone can sign nothing that the next one does not sign too: a head is what the log gives.
 */
class LeasedLedger implements LedgerTurn {
  readonly #leave = new AbortController();
  readonly #running: Promise<void>;
  #keeper: LedgerKeeper | undefined;
  #fault: Error | undefined;

  constructor(private readonly parts: LedgerParts) {
    const { leases, log } = parts;
    const lease = new Lease({ store: leases, name: 'ledger', holder: processName(), log });
    this.#running = lease.take((signal) => this.#keep(signal), this.#leave.signal);
  }

  get keeper(): LedgerKeeper {
    if (this.#keeper === undefined) throw new LiuhenError('NOT_FOUND', NOWHERE);

    return this.#keeper;
  }

  faults(): readonly string[] {
    return [...(this.#fault === undefined ? [] : [this.#fault.message]), ...(this.#keeper?.faults() ?? [])];
  }

  headAge(now: number): number | undefined {
    return this.#keeper?.headAge(now);
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#running;
  }

  async #keep(signal: AbortSignal): Promise<void> {
    const { config, log } = this.parts;
    try {
      this.#keeper = await LedgerKeeper.open(config, log);
      this.#fault = undefined;
      await untilAborted(signal);
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      log.error({ err: error }, 'the ledger could not be opened, trying again');
      await pause(AGAIN, signal);
    } finally {
      const keeper = this.#keeper;
      this.#keeper = undefined;
      await keeper?.stop();
    }
  }
}

/** A folder's log has one writer, which keeps its ledger too; on a server's log it is one process of those with the role. */
export const openLedgerTurn = async (parts: LedgerParts): Promise<LedgerTurn> => {
  const { config, log } = parts;
  if (!config.roles.includes('ledger')) return notHere;
  if (config.events !== EMBEDDED) return new LeasedLedger(parts);
  const keeper = await LedgerKeeper.open(config, log);

  return { keeper, faults: () => keeper.faults(), headAge: (now) => keeper.headAge(now), stop: () => keeper.stop() };
};
