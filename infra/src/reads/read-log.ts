import { randomUUID } from 'node:crypto';
import { streamOf, type Actor } from '@liuhen/workflows';
import type { LateLog } from './late-log';

/** One look at what is not everyone's to see. */
export interface SensitiveLook {
  readonly actor: Actor;
  /** Query of the public contract. */
  readonly view: string;
  /** Case, person or record looked at. */
  readonly subject: string;
  /** The reader's own words, null for none. */
  readonly why: string | null;
}

export interface ReadLogOptions {
  readonly late: Pick<LateLog, 'add'>;
  /** Present time, ISO instant with offset. */
  now(): string;
}

/** The same person looking at the same thing for the same reason within this time is one look, milliseconds. */
const ONE_LOOK = 60_000;

/** Looks remembered to tell a repetition. */
const KEPT = 20_000;

/** Puts sensitive reads on record, behind the answer. */
export class ReadLog {
  readonly #seen = new Map<string, number>();

  constructor(private readonly options: ReadLogOptions) {}

  note({ actor, view, subject, why }: SensitiveLook): void {
    const key = `${actor.person}|${actor.function}|${view}|${subject}|${why ?? ''}`;
    const at = performance.now();
    const before = this.#seen.get(key);
    if (before !== undefined && at - before < ONE_LOOK) return;
    this.#seen.delete(key);
    this.#seen.set(key, at);
    if (this.#seen.size > KEPT) this.#seen.delete(this.#seen.keys().next().value ?? '');
    const now = this.options.now();
    this.options.late.add(streamOf('records', subject), {
      id: randomUUID(),
      type: 'SensitiveRead',
      payload: { view, subject, why },
      schemaVersion: 1,
      occurredAt: now,
      recordedAt: now,
      actor,
      actId: randomUUID(),
      correlationId: subject,
      causationId: null,
      basis: [],
      evidence: [],
    });
  }
}
