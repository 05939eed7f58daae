import { covers } from '../kernel/jurisdiction';
import { parameterEntries } from './data/parameters';
import type { Place } from './register';

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

export type ParameterKey = keyof typeof parameterEntries;

type ValueOf<K extends ParameterKey> = (typeof parameterEntries)[K][number]['value'];

const specific = (area: string): number => area.replace(/(?:00){1,3}$/, '').length;

/** The value at a place on a day; undefined where the texts are silent there, so that the rule is off. */
export const parameterAt = <K extends ParameterKey>(key: K, { jurisdiction, on }: Place): ValueOf<K> | undefined => {
  const entries: readonly ParameterEntry[] = parameterEntries[key];
  const [first] = entries
    .filter(({ area, from, to }) => covers(area, jurisdiction) && from <= on && (to === null || on <= to))
    .sort((one, other) => specific(other.area) - specific(one.area));

  return first?.value as ValueOf<K> | undefined;
};

export { parameterEntries };
