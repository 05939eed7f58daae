import type { RuleEntry } from '../regulation';
import { entries } from '../regulation/data';
import { PARTS, sections, type Section } from '../regulation/data/sections';
import { carriersByRule, type Carrier } from './carriers';

/** Ids of rules → test files with a `byRule` for it. */
export type TestsByRule = ReadonlyMap<string, readonly string[]>;

/** One rule of the register with what carries it and which tests hold it. */
export interface CarriedRule {
  readonly entry: RuleEntry;
  /** Null for an article of national law and for what the procedure itself demands. */
  readonly section: Section | null;
  /** Why it is no matter of this part of the product; null where it is. */
  readonly notApplicable: string | null;
  readonly carriers: readonly Carrier[];
  readonly tests: readonly string[];
}

const SECTION_OF: ReadonlyMap<string, Section> = new Map(
  sections.flatMap((section) => section.rules.map(({ id }) => [id, section] as const)),
);

const reasonOf = (entry: RuleEntry, section: Section | null): string | null => {
  const part = entry.part ?? section?.part ?? 'case';
  if (part === 'case' || section === null) return null;

  return `${section.no} ${section.title.zh}：${PARTS[part].zh} / ${section.no} ${section.title.en}: ${PARTS[part].en}`;
};

/** A number alone does nothing until an engine asks for it. */
export const isCarried = ({ carriers }: Pick<CarriedRule, 'carriers'>): boolean => carriers.some(({ engine }) => engine !== 'value');

const carriersOf = (entry: RuleEntry, known: readonly Carrier[]): readonly Carrier[] => {
  const isBarred = known.some(({ engine }) => engine === 'guard' || engine === 'blocker');

  return entry.forbidsGuard === true && !isBarred ? [...known, { engine: 'absence', at: entry.id }] : known;
};

export const carriedRules = (tests: TestsByRule): readonly CarriedRule[] => {
  const carriers = carriersByRule();

  return entries.map((entry) => {
    const section = SECTION_OF.get(entry.id) ?? null;

    return {
      entry,
      section,
      notApplicable: reasonOf(entry, section),
      carriers: carriersOf(entry, carriers.get(entry.id) ?? []),
      tests: tests.get(entry.id) ?? [],
    };
  });
};

export interface Tally {
  readonly total: number;
  readonly carried: number;
  readonly tested: number;
  readonly notApplicable: readonly { readonly id: string; readonly reason: string }[];
  /** Rules that apply and lack a carrier or a test. */
  readonly missing: readonly string[];
}

/** The count of one body of rules. */
export const tallyOf = (rules: readonly CarriedRule[]): Tally => {
  const applying = rules.filter((rule) => rule.notApplicable === null);

  return {
    total: rules.length,
    carried: applying.filter(isCarried).length,
    tested: applying.filter(({ tests }) => tests.length > 0).length,
    notApplicable: rules.flatMap(({ entry, notApplicable: reason }) => (reason === null ? [] : [{ id: entry.id, reason }])),
    missing: applying.filter((rule) => !isCarried(rule) || rule.tests.length === 0).map(({ entry }) => entry.id),
  };
};
