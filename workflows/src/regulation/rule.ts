export type RuleKind =
  | 'guard'
  | 'classification'
  | 'deadline'
  | 'schedule'
  | 'quota'
  | 'conflict-of-interest'
  | 'record'
  | 'notification'
  | 'disclosure'
  | 'accountability'
  | 'statistic';

export type RuleMode = 'block' | 'warn';

/** One rule as it is written down; source, force and dates follow from the text that its citation names. */
export interface RuleEntry {
  readonly id: string;
  readonly kind: RuleKind;
  /** GB/T 2260 codes; `000000` for the whole country. */
  readonly jurisdictions: readonly string[];
  /** Text and place in it, e.g. `S1 三(七)`; of several, separated by `;`, the first one of the place speaks. */
  readonly citation: string;
  /** Verbatim words of the text, in 「」, `…` for an omission; null where only the sense is kept. */
  readonly clause: string | null;
  /** What the rule demands, in English. */
  readonly summary: string;
  /** Overrides the mode that follows from the legal force. */
  readonly mode?: RuleMode;
  /** Overrides the part of the product that follows from the section. */
  readonly part?: 'case';
  /** True for a clause that forbids a condition: no guard may stand there, and a test proves that none does. */
  readonly forbidsGuard?: true;
}
