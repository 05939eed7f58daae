import { dayOf, dueDate, UNKNOWN, type DueDate } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { RecordedEvent } from '../kernel/event';
import { idOfStream } from '../kernel/streams';
import type { ObligationRule, Payload } from './rule';
import { obligationRules } from './rules';

export interface Obligation {
  /** `<stream>/<rule>/<item>`. */
  readonly id: string;
  readonly kind: string;
  readonly rule: string;
  readonly stream: string;
  readonly subject: string;
  readonly item: string;
  readonly owedBy: OfficialFunction;
  readonly jurisdiction: string;
  readonly openedAt: string;
  /** Day with its explanation; null where the law gives no number. */
  readonly due: DueDate | null;
  readonly status: 'open' | 'discharged';
  readonly dischargedAt: string | null;
}

/** The duties that an event touches, by id. */
interface Touch {
  readonly id: string;
  readonly rule: ObligationRule;
  readonly effect: 'opens' | 'reopens' | 'discharges';
  readonly item: string;
}

const obligationEventTypesOf = (rules: readonly ObligationRule[]): readonly string[] => [
  ...new Set(rules.flatMap((rule) => Object.values(EFFECTS).flatMap((effect) => Object.keys(rule[effect] ?? {})))),
];

const EFFECTS = { opens: 'opens', reopens: 'reopens', discharges: 'discharges' } as const;

const listOf = (items: string | readonly string[] | null): readonly string[] => {
  if (items === null) return [];

  return typeof items === 'string' ? [items] : items;
};

const touchesOf = (event: RecordedEvent, rule: ObligationRule): readonly Touch[] =>
  Object.values(EFFECTS).flatMap((effect) =>
    listOf(rule[effect]?.[event.type]?.(event.payload as Payload, event) ?? null).map((item) => ({
      id: `${event.stream}/${rule.id}/${item}`,
      rule,
      effect,
      item,
    })),
  );

const RULES_OF: ReadonlyMap<string, readonly ObligationRule[]> = new Map(
  obligationEventTypesOf(obligationRules).map((type) => [
    type,
    obligationRules.filter((rule) => Object.values(EFFECTS).some((effect) => rule[effect]?.[type] !== undefined)),
  ]),
);

export const touches = (event: RecordedEvent): readonly Touch[] =>
  (RULES_OF.get(event.type) ?? []).flatMap((rule) => touchesOf(event, rule));

const placeOf = (event: RecordedEvent): string => {
  const payload = event.payload as Readonly<Record<string, unknown>>;
  const { to } = payload;
  const receiver = typeof to === 'object' && to !== null && 'jurisdiction' in to ? to.jurisdiction : undefined;
  const named = payload['policeJurisdiction'] ?? payload['jurisdiction'] ?? receiver;

  return typeof named === 'string' ? named : event.actor.jurisdiction;
};

const dueOf = (rule: ObligationRule, event: RecordedEvent): DueDate | null => {
  const limit = rule.limit(event);

  const named = rule.from?.(event.payload as Payload, event) ?? null;
  if (limit === null) return null;

  // A day that was never made known: counted from the day of the act itself, and marked.
  return named === UNKNOWN
    ? { ...dueDate(limit, dayOf(event.occurredAt)), imprecise: true }
    : dueDate(limit, named ?? dayOf(event.occurredAt));
};

/** Folds one event into one duty; a duty that was never opened cannot be discharged. */
export const evolveObligation = (before: Obligation | undefined, event: RecordedEvent, id: string): Obligation | undefined => {
  const touch = touches(event).find((each) => each.id === id);
  if (touch === undefined) return before;
  if (touch.effect === 'discharges') {
    return before?.status === 'open' ? { ...before, status: 'discharged', dischargedAt: event.occurredAt } : before;
  }
  if (touch.effect === 'reopens') return before && { ...before, status: 'open', dischargedAt: null };
  const { rule, item } = touch;

  return {
    id,
    kind: rule.id,
    rule: rule.rule,
    stream: event.stream,
    subject: idOfStream(event.stream),
    item,
    owedBy: rule.owedBy(event),
    jurisdiction: placeOf(event),
    openedAt: event.occurredAt,
    due: dueOf(rule, event),
    status: 'open',
    dischargedAt: null,
  };
};

/** Event types that any duty looks at. */
export const obligationEventTypes: readonly string[] = [...RULES_OF.keys()];

/** Missed when its day is over; a duty without a number is never missed, only old. */
export const isOverdue = (obligation: Obligation, today: string): boolean =>
  obligation.status === 'open' && obligation.due !== null && obligation.due.due < today;
