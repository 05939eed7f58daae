import { join } from 'node:path';
import type { Text } from '@liuhen/workflows';
import { cosignedAt, withSignatures, type Checkpoint } from './checkpoint';
import type { KeptLedger, LedgerLog } from './ledger';
import { consistencyProof } from './merkle';
import { formatNote, parseSignatures, type Note, type NoteSignature } from './note';
import { cosignersOf, type Witness, type WitnessPolicy } from './policy';
import { writeDurably } from './tile-files';
import { formatAddCheckpoint, SIZE_TYPE } from './witness-protocol';

export interface CosignersOptions {
  readonly folder: string;
  readonly policy: WitnessPolicy;
  readonly ledger: Pick<KeptLedger, 'tree' | 'keepSignatures'>;
  readonly log: LedgerLog;
}

/** The latest checkpoint that the policy calls good. */
export const GOOD_CHECKPOINT_FILE = 'checkpoint.good';

/** Longest wait for one answer, milliseconds. */
const PATIENCE = 10_000;

/** A witness that saw another head meanwhile says so once; more often it is no misunderstanding. */
const ATTEMPTS = 3;

type Answer =
  | { readonly kind: 'signed'; readonly signatures: readonly NoteSignature[] }
  | { readonly kind: 'saw'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number };

const ask = async (url: string, body: string): Promise<Answer> => {
  const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE) });
  const text = await response.text();
  if (response.status === 200) return { kind: 'signed', signatures: parseSignatures(text) ?? [] };
  const size = response.headers.get('content-type') === SIZE_TYPE && /^\d{1,16}\n$/.test(text) ? Number(text) : undefined;

  return response.status === 409 && size !== undefined ? { kind: 'saw', size } : { kind: 'refused', status: response.status };
};

/** Hands each new checkpoint to the witnesses, and keeps what they say to it. */
export class Cosigners {
  /** Size that each witness cosigned last. */
  readonly #seen = new Map<string, number>();
  readonly #refusals = new Map<string, Text>();
  #next: { readonly note: Note; readonly checkpoint: Checkpoint } | undefined;
  #isRunning = false;
  /** Told when the checkpoint that they came with has had its turn. */
  #waiting: (() => void)[] = [];
  #good: Note | undefined;

  constructor(private readonly options: CosignersOptions) {}

  /** Witnesses that will not cosign, each with its reason: the log that they saw is not this one. */
  get refusals(): readonly Text[] {
    return [...this.#refusals.values()];
  }

  /** The latest checkpoint that meets the policy. */
  get good(): Note | undefined {
    return this.#good;
  }

  /** Takes a checkpoint in hand; one that is overtaken before its turn is left out. */
  submit(note: Note, checkpoint: Checkpoint): void {
    this.#next = { note, checkpoint };
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#run();
  }

  /** Settles when what is in hand now has had its turn; what comes later, however much, is not waited for. */
  settled(): Promise<void> {
    return this.#isRunning ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  async #run(): Promise<void> {
    for (let next = this.#next; next !== undefined; next = this.#next) {
      this.#next = undefined;
      const waiting = this.#waiting;
      this.#waiting = [];
      try {
        await this.#collect(next.note, next.checkpoint);
      } catch (error) {
        this.options.log.error({ err: error }, 'cosignatures not kept');
      }
      for (const told of waiting) told();
    }
    this.#isRunning = false;
    for (const told of this.#waiting.splice(0)) told();
  }

  async #collect(note: Note, checkpoint: Checkpoint): Promise<void> {
    const { policy, ledger, folder } = this.options;
    const given = await Promise.all(policy.witnesses.map((witness) => this.#askFor(witness, note, checkpoint)));
    const cosigned = withSignatures(note, given.flat());
    if (given.flat().length > 0) await ledger.keepSignatures(cosigned);
    if (!policy.isMetBy(new Set(cosignersOf(cosigned, policy.witnesses).keys()))) return;
    this.#good = cosigned;
    await writeDurably(join(folder, GOOD_CHECKPOINT_FILE), formatNote(cosigned));
  }

  async #askFor(witness: Witness, note: Note, checkpoint: Checkpoint): Promise<readonly NoteSignature[]> {
    const { log } = this.options;
    if (witness.url === null) return [];
    try {
      const signatures = await this.#negotiate(witness, note, checkpoint);
      if (signatures.length > 0) this.#refusals.delete(witness.name);

      return signatures;
    } catch (error) {
      // A witness that cannot be reached holds nobody up; the next checkpoint carries this one with it.
      log.error({ err: error, witness: witness.name }, 'witness not reached');

      return [];
    }
  }

  async #negotiate(witness: Witness, note: Note, checkpoint: Checkpoint): Promise<readonly NoteSignature[]> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const old = this.#seen.get(witness.name) ?? 0;
      const answer = await ask(
        witness.url ?? '',
        formatAddCheckpoint({ old, proof: this.#proof(old, checkpoint), checkpoint: formatNote(note) }),
      );
      if (answer.kind === 'signed') return this.#taken(witness, note, { checkpoint, signatures: answer.signatures });
      if (answer.kind === 'refused') return this.#refusedBy(witness, { checkpoint, saw: null });
      if (answer.size > checkpoint.size || answer.size === old) return this.#refusedBy(witness, { checkpoint, saw: answer.size });
      this.#seen.set(witness.name, answer.size);
    }

    return [];
  }

  #proof(old: number, { size, suite }: Checkpoint) {
    return consistencyProof({ suite, nodes: this.options.ledger.tree }, old, size);
  }

  #taken(
    { name, verifier }: Witness,
    note: Note,
    { checkpoint, signatures }: { readonly checkpoint: Checkpoint; readonly signatures: readonly NoteSignature[] },
  ): readonly NoteSignature[] {
    if (cosignedAt({ text: note.text, signatures }, verifier) === undefined) return [];
    this.#seen.set(name, checkpoint.size);

    return signatures.filter((each) => each.name === verifier.name && each.keyId === verifier.keyId);
  }

  #refusedBy({ name }: Witness, { checkpoint, saw }: { readonly checkpoint: Checkpoint; readonly saw: number | null }): readonly [] {
    const { size } = checkpoint;
    const text: Text =
      saw !== null && saw > size
        ? {
            zh: `见证方 ${name} 已见证过 ${saw} 个事件，本账本只有 ${size} 个：账本末尾被截去`,
            en: `witness ${name} has seen ${saw} events, this ledger has ${size}: its end was cut off`,
          }
        : {
            zh: `见证方 ${name} 拒绝会签：${size} 个事件的账本不是它见过的账本的延续`,
            en: `witness ${name} does not cosign: the ledger of ${size} events does not extend the one that it saw`,
          };
    this.#refusals.set(name, text);
    this.options.log.error({ witness: name, size, saw }, text.en);

    return [];
  }
}
