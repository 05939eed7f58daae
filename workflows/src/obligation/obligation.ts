import type { DueDate } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { RecordedEvent } from '../kernel/event';
import { idOfStream } from '../kernel/streams';
import { obligationRules, type ObligationRule } from './rules';

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

const itemOf = (event: RecordedEvent, rule: ObligationRule): string | null => {
  const payload = event.payload as Readonly<Record<string, unknown>>;

  return event.type === rule.openedBy ? rule.item(payload) : rule.dischargedItem(payload);
};

const effectOf = ({ type }: RecordedEvent, rule: ObligationRule): Touch['effect'] | undefined => {
  if (type === rule.openedBy) return 'opens';
  if (type === rule.reopenedBy) return 'reopens';

  return rule.dischargedBy.includes(type) ? 'discharges' : undefined;
};

export const touches = (event: RecordedEvent): readonly Touch[] =>
  obligationRules.flatMap((rule): readonly Touch[] => {
    const effect = effectOf(event, rule);
    if (effect === undefined) return [];
    const item = itemOf(event, rule);

    return item === null ? [] : [{ id: `${event.stream}/${rule.id}/${item}`, rule, effect, item }];
  });

const placeOf = (event: RecordedEvent): string => {
  const payload = event.payload as Readonly<Record<string, unknown>>;
  const { to } = payload;
  const receiver = typeof to === 'object' && to !== null && 'jurisdiction' in to ? to.jurisdiction : undefined;
  const named = payload['policeJurisdiction'] ?? payload['jurisdiction'] ?? receiver;

  return typeof named === 'string' ? named : event.actor.jurisdiction;
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
    due: rule.due(event),
    status: 'open',
    dischargedAt: null,
  };
};

/** Event types that any duty looks at. */
export const obligationEventTypes: readonly string[] = [
  ...new Set(
    obligationRules.flatMap((rule) => [rule.openedBy, ...(rule.reopenedBy === undefined ? [] : [rule.reopenedBy]), ...rule.dischargedBy]),
  ),
];

/** Missed when its day is over; a duty without a number is never missed, only old. */
export const isOverdue = (obligation: Obligation, today: string): boolean =>
  obligation.status === 'open' && obligation.due !== null && obligation.due.due < today;
