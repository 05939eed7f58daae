import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CHECKPOINT_FILE,
  Cosigners,
  cosignersOf,
  LEDGER_FOLDER,
  LedgerThread,
  NO_WITNESSES,
  keysOf,
  openKeyring,
  parsePolicy,
  type Config,
  type FsckReport,
  type Keyring,
  type WitnessPolicy,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import type { Logger } from 'pino';

/** First self-check, milliseconds after the start: others have the machine first. */
const FIRST_CHECK = 60_000;

/** Of its time, the self-check leaves this many parts to everyone else for each that it takes. */
const COURTESY = 3;

/** Rest of the ledger between two sittings of some hundred events, milliseconds: under load it takes a tenth of one core. */
const COURTEOUS = 100;

const policyFrom = (file: string | null): WitnessPolicy => {
  if (file === null) return NO_WITNESSES;
  try {
    return parsePolicy(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof LiuhenError) throw error;
    throw new LiuhenError('CONFIG_INVALID', `LIUHEN_WITNESS_POLICY: ${String(error)}`);
  }
};

/** When a file was written last, milliseconds since the epoch; undefined where there is none. */
const writtenAt = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/** Ledger, witnesses and self-check of one service. */
export class LedgerKeeper {
  readonly ledger: LedgerThread;
  readonly cosigners: Cosigners;
  readonly #leave = new AbortController();
  #checking: Promise<void> = Promise.resolve();
  #report: FsckReport | undefined;

  private constructor(
    private readonly config: Config,
    private readonly log: Logger,
    private readonly policy: WitnessPolicy,
    keyring: Keyring,
  ) {
    const { data, events, deployment } = config;
    this.ledger = new LedgerThread({
      data,
      keys: keysOf(config),
      events,
      deployment,
      keyring,
      every: config.ledger.every,
      log,
      courtesy: COURTEOUS,
      checkCourtesy: COURTESY,
      onCheckpoint: (note, checkpoint) => this.cosigners.submit(note, checkpoint),
    });
    this.cosigners = new Cosigners({ folder: join(data, LEDGER_FOLDER), policy, ledger: this.ledger, log });
  }

  /** The log must be open for writing: in a new folder there is nothing yet that the thread could read. */
  static async open(config: Config, log: Logger): Promise<LedgerKeeper> {
    const { suite, origin, witnessPolicy } = config.ledger;
    const policy = policyFrom(witnessPolicy);
    const keyring = await openKeyring(join(keysOf(config), LEDGER_FOLDER), { suite, origin, device: config.keyDevice });
    const keeper = new LedgerKeeper(config, log, policy, keyring);
    await keeper.ledger.start();
    keeper.#checking = keeper.#checkFromTimeToTime();

    return keeper;
  }

  /** Why the ledger is not to be trusted, in words for the readiness page; empty when all is well. */
  faults(): readonly string[] {
    const { fault, trouble } = this.ledger;
    const found = this.#report?.difference?.message;

    return [
      ...(fault === undefined ? [] : [fault.message]),
      ...(trouble === undefined ? [] : [trouble.message]),
      ...(found === undefined ? [] : [`${found.zh} / ${found.en}`]),
      ...this.cosigners.refusals.map(({ zh, en }) => `${zh} / ${en}`),
    ];
  }

  /** Seconds since the head signed last was witnessed, or was written where no witness is named; undefined before the first. `now` in milliseconds. */
  headAge(now: number): number | undefined {
    const { witnesses } = this.policy;
    const at = witnesses.length === 0 ? writtenAt(join(this.config.data, LEDGER_FOLDER, CHECKPOINT_FILE)) : this.#witnessedAt(witnesses);

    return at === undefined ? undefined : Math.max(0, now - at) / 1_000;
  }

  /** Recomputes the ledger from the log, beside the traffic. */
  async check(): Promise<FsckReport> {
    this.#report = await this.ledger.check();
    if (this.#report.difference === null) this.log.info({ events: this.#report.events }, 'self-check of the ledger: no difference');
    else this.log.error({ difference: this.#report.difference }, 'self-check of the ledger: a difference');

    return this.#report;
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.ledger.stop();
    await this.#checking;
    await this.cosigners.settled();
  }

  #witnessedAt(witnesses: WitnessPolicy['witnesses']): number | undefined {
    const { good } = this.cosigners;
    if (good === undefined) return undefined;

    return Math.max(...cosignersOf(good, witnesses).values()) * 1_000;
  }

  #isLeaving(): boolean {
    return this.#leave.signal.aborted;
  }

  async #checkFromTimeToTime(): Promise<void> {
    const { signal } = this.#leave;
    const hours = this.config.ledger.fsckHours * 3_600_000;
    let pause = Math.min(FIRST_CHECK, hours);
    while (!this.#isLeaving()) {
      try {
        await wait(pause, undefined, { signal, ref: false });
        await this.check();
      } catch (error) {
        if (!this.#isLeaving()) this.log.error({ err: error }, 'self-check of the ledger did not run');
      }
      pause = hours;
    }
  }
}
