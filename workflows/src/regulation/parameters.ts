import { covers } from '../kernel/jurisdiction';
import { parameterEntries } from './data/parameters';
import { timelyThresholds, type TimelyThreshold } from './data/timely';
import type { ParameterEntry } from './parameter';
import type { Place } from './register';

export type ParameterKey = keyof typeof parameterEntries;

type ValueOf<K extends ParameterKey> = (typeof parameterEntries)[K][number]['value'];

const specific = (area: string): number => area.replace(/(?:00){1,3}$/, '').length;

/** Of several lines the one of the innermost area speaks. */
export const entryAt = <E extends ParameterEntry>(entries: readonly E[], { jurisdiction, on }: Place): E | undefined =>
  entries
    .filter(({ area, from, to }) => covers(area, jurisdiction) && from <= on && (to === null || on <= to))
    .sort((one, other) => specific(other.area) - specific(one.area))[0];

/** The value at a place on a day; undefined where the texts are silent there, so that the rule is off. */
export const parameterAt = <K extends ParameterKey>(key: K, place: Place): ValueOf<K> | undefined => {
  const entries: readonly ParameterEntry[] = parameterEntries[key];

  return entryAt(entries, place)?.value as ValueOf<K> | undefined;
};

/** What the place has set for a duty that the texts want done 「及时」; undefined for nothing (O-10). */
export const timelyAt = (duty: string, place: Place): TimelyThreshold | undefined => entryAt(timelyThresholds[duty] ?? [], place);

export { parameterEntries };
export type { TimelyThreshold };
