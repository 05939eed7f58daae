import { join } from 'node:path';
import { LiuhenError, START, type Position, type RecordedEvent } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';
import { StreamChain } from './chain';
import { openCheckpoint, signCheckpoint, type Checkpoint, type OpenedCheckpoint } from './checkpoint';
import { eventHash, type Entry } from './entry';
import type { Keyring } from './keyring';
import { formatNote, type Note } from './note';
import type { Hash } from './suite';
import { readIfThere, TileFiles, writeDurably } from './tile-files';
import { LedgerTree } from './tree';

/** What the ledger needs of the log; every event store gives it. */
export type LedgerSource = Pick<EventStore, 'follow' | 'head' | 'readAll' | 'readStream'>;

export interface LedgerLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface LedgerOptions {
  /** Folder of the ledger, within the data folder. */
  readonly folder: string;
  readonly source: LedgerSource;
  readonly keyring: Keyring;
  /** A checkpoint after so many events, and after so many milliseconds with any. */
  readonly every: { readonly events: number; readonly milliseconds: number };
  readonly log: LedgerLog;
  /** Rest between two sittings, milliseconds; those who act on the same machine have it meanwhile. None for one who has it alone. */
  readonly courtesy?: number;
  /** Told of each new checkpoint, once it is on the disk. */
  onCheckpoint?(note: Note, checkpoint: Checkpoint): void;
  /** Told of a fault that is being tried again, and with nothing when it is over. */
  onTrouble?(trouble: unknown): void;
  /** Told once, when nothing is signed any more. */
  onFault?(fault: LiuhenError): void;
}

/** What others have of a ledger, in whatever thread it is kept. */
export interface KeptLedger {
  /** Why nothing is signed; undefined while all is well. */
  readonly fault: LiuhenError | undefined;
  readonly keyring: Keyring;
  /** The head signed last; undefined before the first. */
  readonly signed: OpenedCheckpoint | undefined;
  /** Holds at least what the head signed last covers. */
  readonly tree: LedgerTree;
  /** A signed checkpoint that holds everything up to a position; rejects with `NOT_FRESH_IN_TIME` or the fault. */
  cover(position: Position, milliseconds: number): Promise<OpenedCheckpoint>;
  /** Keeps a checkpoint with more signatures, where it is still the present one. */
  keepSignatures(note: Note): Promise<void>;
}

export const CHECKPOINT_FILE = 'checkpoint';

/** Within the data folder. */
export const LEDGER_FOLDER = 'ledger';

/** Events taken up at one sitting: a few milliseconds of work. */
const SITTING = 500;

/** A ledger that is so many events behind takes no rest. */
const FAR_BEHIND = 50_000;

/** Pause before another try after a fault of the disk, milliseconds. */
const PAUSE = 1_000;

interface Waiter {
  readonly position: Position;
  resolve(): void;
}

/** Follows the log, grows the tree, signs its heads. Writes nothing to the log and holds nobody up. */
export class Ledger implements KeptLedger {
  readonly #leave = new AbortController();
  readonly #files: TileFiles;
  readonly #waiters = new Set<Waiter>();
  #keyring: Keyring;
  #tree: LedgerTree;
  readonly #chain: StreamChain;
  #position: Position = 0;
  /** The head that was signed last. */
  #signed: OpenedCheckpoint | undefined;
  /** A signed head that the tree must reach again, where it is grown anew. */
  #promised: Checkpoint | undefined;
  #fault: LiuhenError | undefined;
  #trouble: unknown;
  /** The trouble is that a head could not be written. */
  #unwritten = false;
  #running: Promise<void> = Promise.resolve();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #hurry: (() => void) | undefined;

  constructor(private readonly options: LedgerOptions) {
    this.#keyring = options.keyring;
    this.#files = new TileFiles(options.folder);
    this.#tree = new LedgerTree(this.#suite, this.#files);
    this.#chain = new StreamChain(this.#suite, (stream, revision) => this.#leafOf(stream, revision));
  }

  async start(): Promise<void> {
    try {
      await this.#open();
    } catch (error) {
      this.#stopFor(error);
    }
    this.#running = this.#run();
  }

  /** Signs what has come in so far, then stops. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#leave.abort();
    this.#hurry?.();
    await this.#running;
    if (this.#fault === undefined) await this.#sign();
    await this.#writing;
  }

  /** Why nothing is signed any more: the log is not the one that was signed. Undefined while all is well. */
  get fault(): LiuhenError | undefined {
    return this.#fault;
  }

  /** Last fault of the disk, being tried again. */
  get trouble(): unknown {
    return this.#trouble;
  }

  get tree(): LedgerTree {
    return this.#tree;
  }

  get keyring(): Keyring {
    return this.#keyring;
  }

  /** The head signed last; undefined before the first. */
  get signed(): OpenedCheckpoint | undefined {
    return this.#signed;
  }

  /** Position of the last event in the tree. */
  get position(): Position {
    return this.#position;
  }

  /** Takes new keys into use: the next checkpoint is signed with the present one of them. */
  useKeys(keyring: Keyring): void {
    this.#keyring = keyring;
  }

  /** A signed checkpoint that holds everything up to a position; rejects with `NOT_FRESH_IN_TIME` or the fault. */
  async cover(position: Position, milliseconds: number): Promise<OpenedCheckpoint> {
    await this.#reach(position, milliseconds);
    await this.#sign();
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#signed === undefined) throw new LiuhenError('NOT_FRESH_IN_TIME', 'the ledger is empty');

    return this.#signed;
  }

  /** Keeps a checkpoint with more signatures, where it is still the present one. */
  async keepSignatures(note: Note): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      if (this.#signed?.note.text !== note.text) return;
      this.#signed = { ...this.#signed, note };
      await writeDurably(join(this.options.folder, CHECKPOINT_FILE), formatNote(note));
    });
    await this.#writing;
  }

  get #suite() {
    return this.#keyring.signer.verifier.suite;
  }

  async #leafOf(stream: string, revision: number): Promise<Hash | undefined> {
    const [event] = await this.options.source.readStream(stream, { from: revision, limit: 1 });
    const index = event?.revision === revision ? this.#tree.indexOf(event.position) : undefined;

    return index === undefined ? undefined : this.#tree.leaf(index);
  }

  /** Takes up where the last signed head left off, or grows the tree anew where its edge does not give that head. */
  async #open(): Promise<void> {
    const text = readIfThere(join(this.options.folder, CHECKPOINT_FILE))?.toString();
    if (text === undefined) return;
    const opened = openCheckpoint(text, this.#keyring.verifiers);
    if (opened === undefined) throw new LiuhenError('LEDGER_DIFFERS', 'the signature of the last checkpoint does not hold');
    this.#signed = opened;
    const { size, root } = opened.checkpoint;
    const tree = LedgerTree.open(this.#suite, this.#files, size);
    if (tree === undefined || !hasRoot(tree, root)) {
      this.options.log.info({ size }, 'the edge of the ledger is not whole and is grown again from the log');
      this.#promised = opened.checkpoint;

      return;
    }
    this.#tree = tree;
    if (size > 0) await this.#meetLog(tree.entry(size - 1), tree.entry(size - 2)?.position ?? START);
  }

  /** The log must hold the last event that was signed. */
  async #meetLog(last: Entry | undefined, before: Position): Promise<void> {
    const position = last?.position ?? START;
    const [event] = await this.options.source.readAll(before, 1);
    if (event === undefined || eventHash(this.#suite, event) !== last?.event) {
      throw new LiuhenError('LEDGER_DIFFERS', `the log does not hold the event that was signed at position ${position}`);
    }
    this.#position = position;
  }

  async #run(): Promise<void> {
    while (!this.#leave.signal.aborted && this.#fault === undefined) {
      try {
        await this.#follow();
      } catch (error) {
        if (error instanceof LiuhenError && error.code === 'LEDGER_DIFFERS') return this.#stopFor(error);
        this.#hasTrouble(error);
        this.options.log.error({ err: error }, 'ledger fault, trying again');
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  #hasTrouble(trouble: unknown): void {
    this.#trouble = trouble;
    this.options.onTrouble?.(trouble);
  }

  #stopFor(error: unknown): void {
    this.#fault = error instanceof LiuhenError ? error : new LiuhenError('LEDGER_DIFFERS', String(error), { cause: error });
    this.options.log.error({ err: this.#fault }, 'the ledger signs nothing more');
    this.options.onFault?.(this.#fault);
    for (const waiter of this.#waiters) waiter.resolve();
  }

  async #follow(): Promise<void> {
    let taken = 0;
    for await (const item of this.options.source.follow(this.#position, this.#leave.signal)) {
      if (item.kind === 'event') await this.#take(item.event);
      else await this.#caughtUp(item.position);
      this.#wake();
      taken = item.kind === 'event' ? taken + 1 : SITTING;
      if (taken < SITTING) continue;
      taken = 0;
      await this.#rest();
    }
  }

  /** Leaves the machine to those who act, unless somebody waits for the ledger or it has fallen far behind. */
  async #rest(): Promise<void> {
    const { courtesy = 0, source } = this.options;
    if (courtesy === 0 || this.#waiters.size > 0 || (await source.head()) - this.#position > FAR_BEHIND) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, courtesy);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = undefined;
  }

  async #take(event: RecordedEvent): Promise<void> {
    let entry = this.#chain.next(event);
    if (entry === undefined) {
      await this.#chain.recall(event);
      entry = this.#chain.next(event);
    }
    if (entry === undefined) throw new LiuhenError('LEDGER_DIFFERS', `position ${event.position}: no chain`);
    this.#chain.appended(event.stream, entry, this.#tree.append(entry));
    this.#position = event.position;
    this.#keepPromise();
    const unsigned = this.#tree.size - (this.#signed?.checkpoint.size ?? 0);
    if (unsigned >= this.options.every.events) await this.#sign();
  }

  /** A tree that is grown anew must come by the head that was signed. */
  #keepPromise(): void {
    if (this.#promised === undefined || this.#tree.size < this.#promised.size) return;
    if (this.#tree.root() !== this.#promised.root) {
      throw new LiuhenError('LEDGER_DIFFERS', `the first ${this.#promised.size} events are not those that were signed`);
    }
    this.#promised = undefined;
  }

  async #caughtUp(position: Position): Promise<void> {
    if (this.#trouble !== undefined && !this.#unwritten) this.#hasTrouble(undefined);
    if (this.#promised !== undefined) {
      throw new LiuhenError('LEDGER_DIFFERS', `${this.#promised.size} events were signed, the log ends at position ${position}`);
    }
    if (this.#tree.size === (this.#signed?.checkpoint.size ?? 0)) return;
    // The first event after a quiet time waits with those that follow it at once.
    this.#signAfter(this.options.every.milliseconds);
    await Promise.resolve();
  }

  #signAfter(milliseconds: number): void {
    if (this.#leave.signal.aborted) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#sign().catch((error: unknown) => {
        this.#unwritten = true;
        this.#hasTrouble(error);
        this.options.log.error({ err: error }, 'checkpoint not written, trying again');
        this.#signAfter(PAUSE);
      });
    }, milliseconds);
  }

  /** Signs the present head and puts it on the disk: tiles first, so that a published head can always be walked. */
  #sign(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#signNow());

    return this.#writing;
  }

  async #signNow(): Promise<void> {
    const before = this.#signed?.checkpoint;
    const size = this.#tree.size;
    if (this.#fault !== undefined || this.#promised !== undefined || size === (before?.size ?? 0)) return;
    const { origin, signer } = this.#keyring;
    const checkpoint: Checkpoint = { origin, size, root: this.#tree.root(), suite: this.#suite };
    const writes = this.#tree.unsaved();
    for (const { name, bytes } of writes) await this.#files.write(name, bytes);
    const note = signCheckpoint(checkpoint, signer);
    await writeDurably(join(this.options.folder, CHECKPOINT_FILE), formatNote(note));
    this.#tree.saved(writes);
    this.#signed = { checkpoint, note };
    if (this.#unwritten) {
      this.#unwritten = false;
      this.#hasTrouble(undefined);
    }
    this.options.onCheckpoint?.(note, checkpoint);
  }

  #reach(position: Position, milliseconds: number): Promise<void> {
    if (this.#position >= position || this.#fault !== undefined) return Promise.resolve();

    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new LiuhenError('NOT_FRESH_IN_TIME', `ledger at ${this.#position}, asked for ${position}`));
      }, milliseconds);
      const waiter: Waiter = {
        position,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.#waiters.add(waiter);
      this.#hurry?.();
    });
  }

  #wake(): void {
    for (const waiter of [...this.#waiters]) {
      if (waiter.position > this.#position) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }
}

/** A tile further in may be missing too; then the edge gives no root at all. */
const hasRoot = (tree: LedgerTree, root: Hash): boolean => {
  try {
    return tree.root() === root;
  } catch {
    return false;
  }
};
