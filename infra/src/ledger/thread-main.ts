/** The thread of the ledger: a program of its own in the service's process, started by `LedgerThread`. */
import { constants, platform, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { LiuhenError } from '@liuhen/workflows';
import { openEventSource, type EventSource } from '../event-store';
import { storageFault } from '../event-store/storage-fault';
import { openEvidenceStore } from '../evidence';
import { fsck, type FsckReport } from './fsck';
import { findKeyring, type Keyring } from './keyring';
import { Ledger, LEDGER_FOLDER, type LedgerLog } from './ledger';
import { formatNote, parseNote } from './note';
import { START, toldOf, type Answer, type Order, type Report, type ThreadSettings } from './thread-messages';

const tell = (report: Report): void => parentPort?.postMessage(report);

const log: LedgerLog = {
  info: (fields, message) => tell({ kind: 'said', level: 'info', fields, message }),
  error: (fields, message) => tell({ kind: 'said', level: 'error', fields, message }),
};

/** On Linux a thread has a priority of its own; elsewhere it would be that of the whole service. */
const stepBack = (): void => {
  if (platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
};

const openSource = ({ events, deployment, data }: ThreadSettings): Promise<EventSource> =>
  openEventSource({ events, deployment, folder: data, log });

const keyringIn = (folder: string): Keyring => {
  const keyring = findKeyring(folder);
  if (keyring === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder}: no keys of the ledger`);

  return keyring;
};

class Thread {
  readonly #leave = new AbortController();

  private constructor(
    private readonly settings: ThreadSettings,
    private readonly source: EventSource,
    private readonly ledger: Ledger,
  ) {}

  static async start(settings: ThreadSettings): Promise<Thread> {
    const folder = join(settings.data, LEDGER_FOLDER);
    const keyring = keyringIn(join(settings.keys, LEDGER_FOLDER));
    const source = await openSource(settings);
    const { every, courtesy } = settings;
    const ledger = new Ledger({
      folder,
      source,
      keyring,
      every,
      courtesy,
      log,
      onCheckpoint: (note) => tell({ kind: 'signed', note: formatNote(note) }),
      onTrouble: (trouble) => tell({ kind: 'trouble', error: trouble === undefined ? null : toldOf(storageFault(trouble)) }),
      onFault: (fault) => tell({ kind: 'fault', error: toldOf(fault) }),
    });
    await ledger.start();

    return new Thread(settings, source, ledger);
  }

  get head(): Answer {
    const { signed } = this.ledger;

    return { note: signed === undefined ? null : formatNote(signed.note) };
  }

  take(order: Order): void {
    if (order.kind === 'stop') return void this.#stop();
    this.#done(order).then(
      (answer) => tell({ kind: 'answered', id: order.id, answer }),
      (error: unknown) => tell({ kind: 'failed', id: order.id, error: toldOf(error) }),
    );
  }

  async #done(order: Exclude<Order, { kind: 'stop' }>): Promise<Answer> {
    switch (order.kind) {
      case 'cover':
        await this.ledger.cover(order.position, order.milliseconds);

        return this.head;
      case 'keepSignatures': {
        const note = parseNote(order.note);
        if (note !== undefined) await this.ledger.keepSignatures(note);

        return this.head;
      }
      case 'check':
        return { report: await this.#check() };
    }
  }

  async #check(): Promise<FsckReport> {
    const { data, checkCourtesy } = this.settings;
    const source = await openSource(this.settings);
    try {
      let began = performance.now();

      return await fsck({
        folder: join(data, LEDGER_FOLDER),
        source,
        keyring: this.ledger.keyring,
        evidence: openEvidenceStore({ folder: data }),
        pause: async () => {
          await wait((performance.now() - began) * checkCourtesy, undefined, { signal: this.#leave.signal });
          began = performance.now();
        },
        signal: this.#leave.signal,
      });
    } finally {
      await source.close();
    }
  }

  async #stop(): Promise<void> {
    this.#leave.abort();
    try {
      await this.ledger.stop();
    } finally {
      await this.source.close();
      parentPort?.close();
    }
  }
}

const main = async (): Promise<void> => {
  stepBack();
  try {
    const thread = await Thread.start(workerData as ThreadSettings);
    parentPort?.on('message', (order: Order) => thread.take(order));
    tell({ kind: 'answered', id: START, answer: thread.head });
  } catch (error) {
    tell({ kind: 'failed', id: START, error: toldOf(error) });
    parentPort?.close();
  }
};

void main();
