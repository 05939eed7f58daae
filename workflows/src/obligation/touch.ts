import type { RecordedEvent } from '../kernel/event';
import { once } from '../kernel/once';
import type { ItemsOf, ObligationRule, Payload } from './rule';
import { obligationRules } from './rules';

const EFFECTS = ['opens', 'reopens', 'suspends', 'resumes', 'extends', 'discharges'] as const;

/** What an event does to a duty. */
export interface Touch {
  readonly id: string;
  readonly rule: ObligationRule;
  readonly effect: (typeof EFFECTS)[number];
  readonly item: string;
  readonly stream: string;
  readonly event: RecordedEvent;
}

const listOf = (items: string | readonly string[] | null): readonly string[] => {
  if (items === null) return [];

  return typeof items === 'string' ? [items] : items;
};

/** One way in which events of a type touch the duties of a rule. */
interface Way {
  readonly rule: ObligationRule;
  readonly effect: Touch['effect'];
  readonly itemsOf: ItemsOf;
}

const touchesOf = (event: RecordedEvent, { rule, effect, itemsOf }: Way): readonly Touch[] =>
  listOf(itemsOf(event.payload as Payload, event)).map((item) => {
    const stream = rule.streamOfItem?.(item) ?? event.stream;

    return { id: `${stream}/${rule.id}/${item}`, rule, effect, item, stream, event };
  });

/** Duties by the events that touch them, so that an event asks only those; rule by rule, the effects in the order of a duty's life. */
const touchTable = (rules: readonly ObligationRule[]) => {
  const byType = new Map<string, Way[]>();
  for (const rule of rules) {
    for (const effect of EFFECTS) {
      for (const [type, itemsOf] of Object.entries(rule[effect] ?? {})) {
        byType.set(type, [...(byType.get(type) ?? []), { rule, effect, itemsOf }]);
      }
    }
  }

  return {
    types: [...byType.keys()],
    /** The duties that an event touches; of several effects on one duty, in the order of a duty's life. */
    touches: (event: RecordedEvent): readonly Touch[] => (byType.get(event.type) ?? []).flatMap((way) => touchesOf(event, way)),
  };
};

const TABLE = touchTable(obligationRules);

/** Asked by every read model that looks at duties. */
export const touches = once<RecordedEvent, readonly Touch[]>(TABLE.touches);

/** Event types of proceedings that any duty looks at. */
export const touchingTypes: readonly string[] = TABLE.types;
