import { covers } from '../kernel/jurisdiction';
import type { RuleRef } from '../kernel/event';
import { entries } from './data';
import type { RuleEntry } from './rule';
import { SOURCES, type SourceKey } from './sources';

/** A rule with everything that a refusal, a warning or an auditor needs of it. */
export interface Regulation extends RuleEntry {
  readonly source: SourceKey;
  readonly legalForce: 'inForce' | 'yearPlan' | 'draft';
  /** First day in force. */
  readonly effectiveFrom: string;
  /** Last day in force, null for still in force. */
  readonly effectiveTo: string | null;
  readonly version: string;
}

const sourcesOf = (citation: string): readonly SourceKey[] =>
  citation
    .split(';')
    .map((part) => part.trim().split(' ')[0])
    .filter((key): key is SourceKey => key !== undefined && Object.hasOwn(SOURCES, key));

const fullCitation = (source: SourceKey, entry: RuleEntry): string => {
  const places = entry.citation.split(';').map((part) => part.trim());
  const place =
    places
      .find((part) => part.split(' ')[0] === source)
      ?.slice(source.length)
      .trim() ?? '';

  return `《${SOURCES[source].title}》${SOURCES[source].number}${place}`;
};

const versionsOf = (entry: RuleEntry): readonly Regulation[] =>
  [...new Set(sourcesOf(entry.citation))].map((source) => {
    const { force, from, to, areas } = SOURCES[source];

    return {
      ...entry,
      jurisdictions: entry.jurisdictions.filter((area) => areas.some((other) => covers(other, area))),
      citation: fullCitation(source, entry),
      source,
      legalForce: force,
      effectiveFrom: from,
      effectiveTo: to,
      version: `${source}@${from}`,
    };
  });

const REGISTER: ReadonlyMap<string, readonly Regulation[]> = new Map(entries.map((entry) => [entry.id, versionsOf(entry)]));

const versions = (id: string): readonly Regulation[] => {
  const known = REGISTER.get(id);
  if (known === undefined) throw new RangeError(`no rule ${id} in the register`);

  return known;
};

export interface Place {
  readonly jurisdiction: string;
  /** Day, `YYYY-MM-DD`. */
  readonly on: string;
}

/** The rule as it was in force at a place on a day; undefined where it was not. Throws for an id that the register does not hold. */
export const ruleInForce = (id: string, { jurisdiction, on }: Place): Regulation | undefined =>
  versions(id).find(
    (rule) =>
      rule.jurisdictions.some((area) => covers(area, jurisdiction)) &&
      rule.effectiveFrom <= on &&
      (rule.effectiveTo === null || on <= rule.effectiveTo),
  );

/** The rule whatever the place and day. */
export const ruleById = (id: string): Regulation => {
  const [first] = versions(id);
  if (first === undefined) throw new RangeError(`rule ${id} cites no known text`);

  return first;
};

export const ruleRef = (rule: Regulation): RuleRef => ({ rule: rule.id, version: rule.version });

export const allRules: readonly Regulation[] = [...REGISTER.values()].flat();
