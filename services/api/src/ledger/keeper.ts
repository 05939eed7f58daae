import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  Cosigners,
  fsck,
  Ledger,
  LEDGER_FOLDER,
  NO_WITNESSES,
  openEvidenceStore,
  keysOf,
  openKeyring,
  openEventSource,
  parsePolicy,
  type Config,
  type EventStore,
  type FsckReport,
  type WitnessPolicy,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import type { Logger } from 'pino';

/** First self-check, milliseconds after the start: others have the machine first. */
const FIRST_CHECK = 60_000;

/** Of its time, the self-check leaves this many parts to everyone else for each that it takes. */
const COURTESY = 3;

/** Rest of the ledger between two sittings of a hundred events, milliseconds: under load it takes a twentieth of the machine. */
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

/** Ledger, witnesses and self-check of one service. */
export class LedgerKeeper {
  readonly ledger: Ledger;
  readonly cosigners: Cosigners;
  readonly #leave = new AbortController();
  #checking: Promise<void> = Promise.resolve();
  #report: FsckReport | undefined;

  private constructor(
    private readonly config: Config,
    private readonly log: Logger,
    parts: { readonly store: EventStore; readonly keyring: Awaited<ReturnType<typeof openKeyring>>; readonly policy: WitnessPolicy },
  ) {
    const { every } = config.ledger;
    const folder = join(config.data, LEDGER_FOLDER);
    this.ledger = new Ledger({
      folder,
      source: parts.store,
      keyring: parts.keyring,
      every,
      log,
      courtesy: COURTEOUS,
      onCheckpoint: (note, checkpoint) => this.cosigners.submit(note, checkpoint),
    });
    this.cosigners = new Cosigners({ folder, policy: parts.policy, ledger: this.ledger, log });
  }

  static async open(config: Config, store: EventStore, log: Logger): Promise<LedgerKeeper> {
    const { suite, origin, witnessPolicy } = config.ledger;
    const policy = policyFrom(witnessPolicy);
    const keyring = await openKeyring(join(keysOf(config), LEDGER_FOLDER), { suite, origin });
    const keeper = new LedgerKeeper(config, log, { store, keyring, policy });
    await keeper.ledger.start();
    keeper.#checking = keeper.#checkFromTimeToTime();

    return keeper;
  }

  /** Why the ledger is not to be trusted, in words for the readiness page; empty when all is well. */
  faults(): readonly string[] {
    const { fault } = this.ledger;
    const found = this.#report?.difference?.message;

    return [
      ...(fault === undefined ? [] : [fault.message]),
      ...(found === undefined ? [] : [`${found.zh} / ${found.en}`]),
      ...this.cosigners.refusals.map(({ zh, en }) => `${zh} / ${en}`),
    ];
  }

  /** Recomputes the ledger from the log, beside the traffic. */
  async check(): Promise<FsckReport> {
    const { events, deployment, data } = this.config;
    const source = await openEventSource({ events, deployment, folder: data, log: this.log });
    try {
      // Against a head that was signed before the reading begins.
      const { keyring } = this.ledger;
      let began = performance.now();
      this.#report = await fsck({
        folder: join(this.config.data, LEDGER_FOLDER),
        source,
        keyring,
        evidence: openEvidenceStore({ folder: this.config.data }),
        pause: async () => {
          await wait((performance.now() - began) * COURTESY, undefined, { signal: this.#leave.signal });
          began = performance.now();
        },
      });
      if (this.#report.difference === null) this.log.info({ events: this.#report.events }, 'self-check of the ledger: no difference');
      else this.log.error({ difference: this.#report.difference }, 'self-check of the ledger: a difference');

      return this.#report;
    } finally {
      await source.close();
    }
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#checking;
    await this.ledger.stop();
    await this.cosigners.settled();
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
