import { covers } from '../kernel/jurisdiction';
import { parameterEntries } from './data/parameters';
import type { ParameterEntry } from './parameter';
import type { Place } from './register';

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
