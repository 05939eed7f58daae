import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Position, RecordedEvent, Text } from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';
import type { EvidenceStore } from '../evidence/evidence-store';
import { StreamChain } from './chain';
import { openCheckpoint, type Checkpoint } from './checkpoint';
import { entryLeaf, type Entry } from './entry';
import { CHECKPOINT_FILE } from './ledger';
import type { Keyring } from './keyring';
import { HASH_BYTES, hexOf, type Hash, type Suite } from './suite';
import { readIfThere, TileFiles } from './tile-files';
import { TILE_WIDTH, tilePath, type TileName } from './tile-path';
import { entryInBundle, LedgerTree } from './tree';

export type DifferenceKind =
  | 'checkpoint'
  | 'database'
  | 'eventChanged'
  | 'eventMissing'
  | 'eventOutOfPlace'
  | 'chainBroken'
  | 'truncated'
  | 'entryDamaged'
  | 'tileDamaged'
  | 'rootDiffers'
  | 'evidenceChanged';

/** The first place where the ledger and the event store do not say the same. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Leaf of the tree, counted from 0; null where it is not about one. */
  readonly index: number | null;
  readonly position: Position | null;
  readonly stream: string | null;
  readonly revision: number | null;
  readonly message: Text;
}

export interface FsckReport {
  /** Events read. */
  readonly events: number;
  /** Events under the signed head. */
  readonly signed: number;
  readonly difference: Difference | null;
}

/** The log as the check reads it. `check` looks at what no reader sees, such as indexes; null when all is well. */
export interface FsckSource extends Pick<EventStore, 'readAll' | 'readStream'> {
  check?(): Promise<string | null>;
}

export interface FsckOptions {
  /** Folder of the ledger. */
  readonly folder: string;
  readonly source: FsckSource;
  readonly keyring: Keyring;
  /** Files beside the log; each is hashed again. */
  readonly evidence?: EvidenceStore;
  /** Called after each page of events; waits as long as the caller wants to be left in peace. */
  pause?(events: number): Promise<void>;
  /** Aborted, the check rejects: a reading that was broken off says nothing about the log. */
  readonly signal?: AbortSignal;
}

const PAGE = 1_000;

class Found extends Error {
  constructor(readonly difference: Difference) {
    super(difference.message.en);
  }
}

const found = (kind: DifferenceKind, message: Text, at: Partial<Difference> = {}): Found =>
  new Found({ kind, index: null, position: null, stream: null, revision: null, ...at, message });

const where = (index: number, { position, stream, revision }: RecordedEvent) => ({ index, position, stream, revision });

class Check {
  readonly #suite: Suite;
  readonly #files: TileFiles;
  readonly #tree: LedgerTree;
  readonly #chain: StreamChain;
  readonly #head: Checkpoint | undefined;
  #leaves: Buffer = Buffer.alloc(0);
  #bundle: Buffer = Buffer.alloc(0);

  constructor(private readonly options: FsckOptions) {
    this.#suite = options.keyring.signer.verifier.suite;
    this.#files = new TileFiles(options.folder);
    this.#tree = new LedgerTree(this.#suite, this.#files);
    this.#chain = new StreamChain(this.#suite, (stream, revision) => this.#leafOf(stream, revision));
    this.#head = this.#signedHead();
  }

  get signed(): number {
    return this.#head?.size ?? 0;
  }

  get events(): number {
    return this.#tree.size;
  }

  async run(): Promise<void> {
    const trouble = (await this.options.source.check?.()) ?? null;
    if (trouble !== null) {
      throw found('database', { zh: `事件库文件受损：${trouble}`, en: `the file of the event store is damaged: ${trouble}` });
    }
    if (this.signed === 0) this.#headReached();
    let after: Position = 0;
    for (;;) {
      const page = await this.options.source.readAll(after, PAGE);
      const last = page.at(-1);
      if (last === undefined) break;
      for (const event of page) await this.#take(event);
      after = last.position;
      await this.options.pause?.(page.length);
    }
    if (this.#tree.size < this.signed) throw this.#cutShort();
    await this.#checkEvidence();
  }

  async #checkEvidence(): Promise<void> {
    const { evidence } = this.options;
    if (evidence === undefined) return;
    for await (const digest of evidence.list()) {
      const hash = createHash('sha256');
      for await (const chunk of evidence.read(digest) as AsyncIterable<Buffer>) hash.update(chunk);
      if (`sha256:${hash.digest('hex')}` === digest) continue;
      throw found('evidenceChanged', { zh: `证据文件 ${digest} 的内容被改动`, en: `the content of evidence file ${digest} was changed` });
    }
  }

  #signedHead(): Checkpoint | undefined {
    const text = readIfThere(join(this.options.folder, CHECKPOINT_FILE))?.toString();
    if (text === undefined) return undefined;
    const opened = openCheckpoint(text, this.options.keyring.verifiers);
    if (opened === undefined) {
      throw found('checkpoint', { zh: '检查点的签名不成立', en: 'the signature of the checkpoint does not hold' });
    }

    return opened.checkpoint;
  }

  async #take(event: RecordedEvent): Promise<void> {
    const index = this.#tree.size;
    const entry = await this.#entryOf(index, event);
    const leaf = index < this.signed ? this.#compared(index, event, entry) : entryLeaf(this.#suite, entry);
    this.#tree.append(entry);
    this.#chain.appended(event.stream, entry, leaf);
    if (this.#tree.size % TILE_WIDTH === 0 && this.#tree.size <= this.signed) this.#compareTiles();
    if (this.#tree.size === this.signed) this.#headReached();
    if (this.#tree.size % TILE_WIDTH === 0) this.#tree.saved(this.#tree.unsaved());
  }

  async #entryOf(index: number, event: RecordedEvent): Promise<Entry> {
    try {
      const entry = this.#chain.next(event);
      if (entry !== undefined) return entry;
      await this.#chain.recall(event);
    } catch {
      // Told below, with the place.
    }
    const entry = this.#chain.next(event);
    if (entry !== undefined) return entry;
    const { stream, revision } = event;
    throw found(
      'chainBroken',
      {
        zh: `第 ${index} 号事件是 ${stream} 的第 ${revision} 次修订，但其前一次修订不在事件库中：有事件被删除或改序`,
        en: `event ${index} is revision ${revision} of ${stream}, but the revision before it is not in the log: an event was removed or reordered`,
      },
      where(index, event),
    );
  }

  async #leafOf(stream: string, revision: number): Promise<Hash | undefined> {
    const [event] = await this.options.source.readStream(stream, { from: revision, limit: 1 });
    const index = event?.revision === revision ? this.#tree.indexOf(event.position) : undefined;

    return index === undefined ? undefined : this.#tree.leaf(index);
  }

  /** Holds an event against the leaf in the tile and the entry in its bundle; returns the leaf that all three agree on. */
  #compared(index: number, event: RecordedEvent, entry: Entry): Hash {
    const slot = index % TILE_WIDTH;
    if (slot === 0) this.#load(Math.floor(index / TILE_WIDTH));
    const leaf = entryLeaf(this.#suite, entry);
    const kept = this.#leaves.toString('latin1', slot * HASH_BYTES, (slot + 1) * HASH_BYTES);
    const stored = entryInBundle(this.#bundle, slot);
    const storedLeaf = stored && entryLeaf(this.#suite, stored);
    if (kept === leaf && storedLeaf === leaf) return leaf;
    if (kept === leaf) throw damaged('entryDamaged', { level: 'entries', index: Math.floor(index / TILE_WIDTH), width: TILE_WIDTH });
    if (storedLeaf === leaf) throw damaged('tileDamaged', { level: 0, index: Math.floor(index / TILE_WIDTH), width: TILE_WIDTH });
    throw stored === undefined ? changed(index, event) : this.#explained({ index, event, entry, stored });
  }

  /** What was done to the log, told from the entry that was signed. */
  #explained({ index, event, entry, stored }: Compared): Found {
    if (stored.position !== entry.position || stored.stream !== entry.stream || stored.revision !== entry.revision) {
      const isGap = entry.position > stored.position;

      return found(
        isGap ? 'eventMissing' : 'eventOutOfPlace',
        {
          zh: isGap
            ? `第 ${index} 号事件（位置 ${stored.position}）已签名入账，事件库中却没有：该事件被删除或移位`
            : `第 ${index} 号事件（位置 ${event.position}）不是签名入账的那一个：事件被改序、插入或移位`,
          en: isGap
            ? `event ${index} (position ${stored.position}) was signed but is not in the log: it was removed or moved`
            : `event ${index} (position ${event.position}) is not the one that was signed there: events were reordered, inserted or moved`,
        },
        where(index, event),
      );
    }

    return changed(index, event);
  }

  #load(index: number): void {
    const width = Math.min(TILE_WIDTH, this.signed - index * TILE_WIDTH);
    this.#leaves = this.#mustRead({ level: 0, index, width });
    this.#bundle = this.#mustRead({ level: 'entries', index, width });
  }

  #mustRead(name: TileName): Buffer {
    const bytes = this.#files.readPart(name);
    if (bytes === undefined) throw damaged('tileDamaged', name);

    return bytes;
  }

  #compareTiles(): void {
    for (const { name, bytes } of this.#tree.unsaved()) {
      if (name.width < TILE_WIDTH && this.#tree.size !== this.signed) continue;
      if (!this.#mustRead(name).equals(bytes)) throw damaged(name.level === 'entries' ? 'entryDamaged' : 'tileDamaged', name);
    }
  }

  #headReached(): void {
    this.#compareTiles();
    const root = this.#tree.root();
    if (this.#head === undefined || root === this.#head.root) return;
    throw found('rootDiffers', {
      zh: `${this.signed} 个事件的根哈希与已签名检查点不符：签名为 ${hexOf(this.#head.root)}，重算为 ${hexOf(root)}`,
      en: `the root over ${this.signed} events is not the signed one: signed ${hexOf(this.#head.root)}, recomputed ${hexOf(root)}`,
    });
  }

  #cutShort(): Found {
    const { size } = this.#tree;

    return found(
      'truncated',
      {
        zh: `已签名 ${this.signed} 个事件，事件库只有 ${size} 个：末尾被截去 ${this.signed - size} 个`,
        en: `${this.signed} events were signed, the log has ${size}: ${this.signed - size} were cut off its end`,
      },
      { index: size },
    );
  }
}

interface Compared {
  readonly index: number;
  readonly event: RecordedEvent;
  readonly entry: Entry;
  readonly stored: Entry;
}

const changed = (index: number, event: RecordedEvent): Found =>
  found(
    'eventChanged',
    {
      zh: `第 ${index} 号事件（${event.stream} 第 ${event.revision} 次修订，${event.type}）的内容在签名之后被改动`,
      en: `event ${index} (${event.stream} revision ${event.revision}, ${event.type}) was changed after it was signed`,
    },
    where(index, event),
  );

const damaged = (kind: 'entryDamaged' | 'tileDamaged', name: TileName): Found =>
  found(kind, {
    zh: `账本文件 ${tilePath(name)} 缺失或受损，与事件库重算结果不符`,
    en: `ledger file ${tilePath(name)} is missing or damaged: it is not what the log gives`,
  });

/** Recomputes the whole ledger from the event store and says the first difference; reads only. */
export const fsck = async (options: FsckOptions): Promise<FsckReport> => {
  let check: Check | undefined;
  try {
    check = new Check(options);
    await check.run();

    return { events: check.events, signed: check.signed, difference: null };
  } catch (error) {
    const { events = 0, signed = 0 } = check ?? {};
    options.signal?.throwIfAborted();
    if (error instanceof Found) return { events, signed, difference: error.difference };
    // Whatever stops the reading of the log is a difference too: what was signed cannot be shown any more.
    const told = error instanceof Error ? error.message : String(error);
    const message = { zh: `无法读取事件库或账本：${told}`, en: `the log or the ledger cannot be read: ${told}` };

    return { events, signed, difference: found('database', message, { index: events }).difference };
  }
};
