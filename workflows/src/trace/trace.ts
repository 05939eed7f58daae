import { dayOf } from '../calendar';
import type { RecordedEvent, RuleRef } from '../kernel/event';
import { ruleInForce, ruleRef } from '../regulation';
import type { Payload, Tie, TraceRule } from './rule';
import { traceRules } from './rules';

/** A tie as an event made it, with the rules that were in force at its place and day. */
export interface Trace extends Tie {
  readonly trace: string;
  readonly basis: readonly RuleRef[];
}

const RULES_OF: ReadonlyMap<string, readonly TraceRule[]> = new Map(
  [...new Set(traceRules.flatMap((rule) => Object.keys(rule.ties)))].map((type) => [
    type,
    traceRules.filter((rule) => rule.ties[type] !== undefined),
  ]),
);

/** Event types that any trace looks at. */
export const traceEventTypes: readonly string[] = [...RULES_OF.keys()];

const inForce = (rule: TraceRule, event: RecordedEvent): readonly RuleRef[] =>
  rule.rules.flatMap((id) => {
    const found = ruleInForce(id, { jurisdiction: event.actor.jurisdiction, on: dayOf(event.occurredAt) });

    return found === undefined ? [] : [ruleRef(found)];
  });

const tracesUnder = (rule: TraceRule, event: RecordedEvent): readonly Trace[] => {
  const basis = inForce(rule, event);
  if (basis.length === 0) return [];

  return (rule.ties[event.type]?.(event.payload as Payload, event) ?? []).map((tie) => ({ ...tie, trace: rule.id, basis }));
};

/** Whom the event ties to what; empty where no rule of a trace is in force. */
export const tracesOf = (event: RecordedEvent): readonly Trace[] =>
  (RULES_OF.get(event.type) ?? []).flatMap((rule) => tracesUnder(rule, event));
