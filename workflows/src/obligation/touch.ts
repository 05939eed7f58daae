import type { RecordedEvent } from '../kernel/event';
import type { ObligationRule, Payload } from './rule';
import { obligationRules } from './rules';

const EFFECTS = ['opens', 'reopens', 'suspends', 'resumes', 'extends', 'discharges'] as const;

/** What an event does to a duty. */
export interface Touch {
  readonly id: string;
  readonly rule: ObligationRule;
  readonly effect: (typeof EFFECTS)[number];
  readonly item: string;
  readonly stream: string;
}

const listOf = (items: string | readonly string[] | null): readonly string[] => {
  if (items === null) return [];

  return typeof items === 'string' ? [items] : items;
};

const touchesOf = (event: RecordedEvent, rule: ObligationRule): readonly Touch[] =>
  EFFECTS.flatMap((effect) =>
    listOf(rule[effect]?.[event.type]?.(event.payload as Payload, event) ?? null).map((item) => {
      const stream = rule.streamOfItem?.(item) ?? event.stream;

      return { id: `${stream}/${rule.id}/${item}`, rule, effect, item, stream };
    }),
  );

const typesOf = (rule: ObligationRule): readonly string[] => EFFECTS.flatMap((effect) => Object.keys(rule[effect] ?? {}));

/** Duties by the events that touch them, so that an event asks only those. */
const touchTable = (rules: readonly ObligationRule[]) => {
  const byType = new Map<string, ObligationRule[]>();
  for (const rule of rules) {
    for (const type of new Set(typesOf(rule))) byType.set(type, [...(byType.get(type) ?? []), rule]);
  }

  return {
    types: [...byType.keys()],
    /** The duties that an event touches; of several effects on one duty, in the order of a duty's life. */
    touches: (event: RecordedEvent): readonly Touch[] => (byType.get(event.type) ?? []).flatMap((rule) => touchesOf(event, rule)),
  };
};

const TABLE = touchTable(obligationRules);

export const touches = TABLE.touches;

/** Event types of proceedings that any duty looks at. */
export const touchingTypes: readonly string[] = TABLE.types;
