import type { Segment } from './segment';

/** Most sub-packets of one message, and most messages that wait for their rest on one connection. */
const MAX_PARTS = 100;
const MAX_WAITING = 8;
/** Longest wait for the rest of a message, milliseconds. */
const PATIENCE = 120_000;

export type Assembled =
  | { readonly kind: 'whole'; readonly segment: Segment }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'given up'; readonly segments: readonly Segment[] };

interface Waiting {
  readonly since: number;
  readonly parts: Map<number, Segment>;
}

const keyOf = ({ mn, qn, cn }: Segment): string => `${mn}|${qn ?? ''}|${cn}`;

/** Puts sub-packets (PNUM, PNO) of one message together, in whatever order they come. */
export class Assembler {
  readonly #waiting = new Map<string, Waiting>();

  get pending(): number {
    return this.#waiting.size;
  }

  /** `now` in milliseconds, on a clock that only grows. */
  add(segment: Segment, now: number): Assembled {
    const { part } = segment;
    if (part === null) return { kind: 'whole', segment };
    if (part.count > MAX_PARTS) return { kind: 'given up', segments: [segment] };
    const key = keyOf(segment);
    const waiting = this.#waiting.get(key) ?? { since: now, parts: new Map<number, Segment>() };
    waiting.parts.set(part.number, segment);
    this.#waiting.set(key, waiting);
    if (waiting.parts.size < part.count) return this.#giveUp(now);
    this.#waiting.delete(key);
    const parts = [...waiting.parts.entries()].sort(([one], [other]) => one - other).map(([, each]) => each.cp.replace(/^;|;$/g, ''));

    return { kind: 'whole', segment: { ...segment, part: null, cp: parts.join(';') } };
  }

  /** What never became whole is told, not forgotten. */
  rest(): readonly Segment[] {
    const rest = [...this.#waiting.values()].flatMap(({ parts }) => [...parts.values()]);
    this.#waiting.clear();

    return rest;
  }

  #giveUp(now: number): Assembled {
    const [oldest] = this.#waiting;
    if (oldest === undefined) return { kind: 'waiting' };
    const [key, { since, parts }] = oldest;
    if (now - since < PATIENCE && this.#waiting.size <= MAX_WAITING) return { kind: 'waiting' };
    this.#waiting.delete(key);

    return { kind: 'given up', segments: [...parts.values()] };
  }
}
