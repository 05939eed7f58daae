/** One dated value of a number or list that the law leaves to the place (rules.md 4.18). */
export interface ParameterEntry {
  /** GB/T 2260 code; the innermost area that covers the place speaks. */
  readonly area: string;
  readonly from: string;
  /** Last day, null for still in force. */
  readonly to: string | null;
  readonly value: number | string | boolean | readonly string[];
  /** Rules or open points that it belongs to, e.g. `R-021`, `O-12`. */
  readonly rules: readonly string[];
}
