import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LiuhenError, type Position } from '@liuhen/workflows';
import { openCheckpoint, type Checkpoint, type OpenedCheckpoint } from './checkpoint';
import type { FsckReport } from './fsck';
import type { Keyring } from './keyring';
import { LEDGER_FOLDER, type KeptLedger, type LedgerLog } from './ledger';
import { formatNote, type Note } from './note';
import { START, errorOf, type Answer, type Order, type Report, type ThreadSettings } from './thread-messages';
import { TileFiles } from './tile-files';
import { LedgerTree } from './tree';

export interface LedgerThreadOptions extends ThreadSettings {
  readonly keyring: Keyring;
  readonly log: LedgerLog;
  /** Told of each new checkpoint, once it is on the disk. */
  onCheckpoint?(note: Note, checkpoint: Checkpoint): void;
}

/** A thread runs what was built, from the sources too: its runtime reads no TypeScript. */
const PROGRAM = join(__dirname, '../../dist/ledger/thread-main.js');

/** Pause before a thread that ended is started anew, milliseconds. */
const PAUSE = 1_000;

interface Asked {
  resolve(answer: Answer): void;
  reject(error: LiuhenError): void;
}

type Wish = Order extends infer Each ? (Each extends { readonly id: number } ? Omit<Each, 'id'> : never) : never;

/**
 * The ledger in a thread of its own, so that no act ever waits for it. This side asks, and reads what is signed from the
 * files. A thread that ends unbidden is a fault until another, which takes up from the files as after any crash, stands.
 */
export class LedgerThread implements KeptLedger {
  readonly #files: TileFiles;
  readonly #asked = new Map<number, Asked>();
  #lastId = START;
  #worker: Worker | undefined;
  #ended: Promise<void> = Promise.resolve();
  #again: NodeJS.Timeout | undefined;
  #isStopping = false;
  #isRunning = false;
  /** What the thread found; it stays until the service is started anew. */
  #found: LiuhenError | undefined;
  /** What the thread tries again. */
  #trouble: LiuhenError | undefined;
  /** That there is no thread. */
  #lost: LiuhenError | undefined;
  #signed: OpenedCheckpoint | undefined;
  #tree: LedgerTree | undefined;

  constructor(private readonly options: LedgerThreadOptions) {
    this.#files = new TileFiles(join(options.data, LEDGER_FOLDER));
  }

  /** Rejects where the log or the keys cannot be opened. */
  start(): Promise<void> {
    return this.#begin();
  }

  /** Signs what has come in so far, then ends the thread. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#again);
    if (this.#isRunning) this.#send({ kind: 'stop' });
    await this.#ended;
  }

  /** Why nothing is signed now: the log is not the one that was signed, or the thread has ended. Undefined while all is well. */
  get fault(): LiuhenError | undefined {
    return this.#found ?? this.#lost;
  }

  /** What the thread fails at and tries again; undefined while all is well. */
  get trouble(): LiuhenError | undefined {
    return this.#trouble;
  }

  get keyring(): Keyring {
    return this.options.keyring;
  }

  get signed(): OpenedCheckpoint | undefined {
    return this.#signed;
  }

  /** The tree under the head signed last, read from the files. */
  get tree(): LedgerTree {
    const { suite } = this.keyring.signer.verifier;
    const size = this.#signed?.checkpoint.size ?? 0;
    if (this.#tree?.size === size) return this.#tree;
    const tree = LedgerTree.open(suite, this.#files, size);
    if (tree === undefined) throw new LiuhenError('LEDGER_DIFFERS', `a tile of the tree of ${size} events is missing or damaged`);
    this.#tree = tree;

    return tree;
  }

  async cover(position: Position, milliseconds: number): Promise<OpenedCheckpoint> {
    this.#heard(await this.#ask({ kind: 'cover', position, milliseconds }));
    if (this.#signed === undefined) throw new LiuhenError('NOT_FRESH_IN_TIME', 'the ledger is empty');

    return this.#signed;
  }

  async keepSignatures(note: Note): Promise<void> {
    this.#heard(await this.#ask({ kind: 'keepSignatures', note: formatNote(note) }));
  }

  /** Recomputes the ledger from the log, beside the traffic and in the same thread. */
  async check(): Promise<FsckReport> {
    const answer = await this.#ask({ kind: 'check' });
    if ('report' in answer) return answer.report;
    throw new LiuhenError('INTERNAL', 'a self-check without a report');
  }

  async #begin(): Promise<void> {
    const { data, keys, events, deployment, every, courtesy, checkCourtesy } = this.options;
    const settings: ThreadSettings = { data, keys, events, deployment, every, courtesy, checkCourtesy };
    const worker = new Worker(PROGRAM, { workerData: settings, name: 'ledger' });
    this.#worker = worker;
    let cause: unknown;
    worker.on('message', (report: Report) => this.#take(report));
    worker.on('error', (error) => (cause = error));
    this.#ended = new Promise((resolve) => {
      worker.once('exit', (code) => {
        this.#hasEnded(cause ?? `exit code ${code}`);
        resolve();
      });
    });
    this.#heard(await this.#answerTo(START));
    this.#isRunning = true;
    this.#lost = undefined;
    if (this.#isStopping) this.#send({ kind: 'stop' });
  }

  #hasEnded(cause: unknown): void {
    const wasRunning = this.#isRunning;
    this.#trouble = undefined;
    this.#isRunning = false;
    const isBidden = this.#isStopping;
    const ended = isBidden
      ? new LiuhenError('SHUTTING_DOWN', 'ledger')
      : new LiuhenError('INTERNAL', `the thread of the ledger ended: ${String(cause)}`, { cause });
    for (const asked of this.#asked.values()) asked.reject(ended);
    this.#asked.clear();
    if (isBidden && cause instanceof Error) this.options.log.error({ err: cause }, 'the ledger did not stop as it should');
    if (isBidden || !wasRunning) return;
    this.#lost = ended;
    this.options.log.error({ err: ended }, 'the thread of the ledger ended and is started anew');
    this.#beginAgain();
  }

  #beginAgain(): void {
    if (this.#isStopping) return;
    this.#again = setTimeout(() => {
      this.#begin().catch((error: unknown) => {
        this.options.log.error({ err: error }, 'the thread of the ledger does not start, trying again');
        this.#beginAgain();
      });
    }, PAUSE);
  }

  #ask(wish: Wish): Promise<Answer> {
    if (this.fault !== undefined) return Promise.reject(this.fault);
    if (!this.#isRunning || this.#isStopping) return Promise.reject(new LiuhenError('SHUTTING_DOWN', 'ledger'));
    this.#lastId += 1;
    const answer = this.#answerTo(this.#lastId);
    this.#send({ ...wish, id: this.#lastId });

    return answer;
  }

  #answerTo(id: number): Promise<Answer> {
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  #send(order: Order): void {
    this.#worker?.postMessage(order);
  }

  #take(report: Report): void {
    switch (report.kind) {
      case 'answered':
        this.#asked.get(report.id)?.resolve(report.answer);
        this.#asked.delete(report.id);
        break;
      case 'failed':
        this.#asked.get(report.id)?.reject(errorOf(report.error));
        this.#asked.delete(report.id);
        break;
      case 'signed':
        this.#hasSigned(report.note);
        break;
      case 'fault':
        this.#found = errorOf(report.error);
        break;
      case 'trouble':
        this.#trouble = report.error === null ? undefined : errorOf(report.error);
        break;
      case 'said':
        this.options.log[report.level](report.fields, report.message);
        break;
    }
  }

  /** A head never goes back: an answer may have been on its way when a later one was signed. */
  #heard(answer: Answer): OpenedCheckpoint | undefined {
    const opened = 'note' in answer && answer.note !== null ? openCheckpoint(answer.note, this.keyring.verifiers) : undefined;
    if (opened !== undefined && opened.checkpoint.size >= (this.#signed?.checkpoint.size ?? 0)) this.#signed = opened;

    return opened;
  }

  #hasSigned(note: string): void {
    const opened = this.#heard({ note });
    if (opened !== undefined) this.options.onCheckpoint?.(opened.note, opened.checkpoint);
  }
}
