import { dayOf, evolveObligation, ruleInForce, dutiesOf, type Obligation, type StreamKind } from '..';
import { recorded, type Fact } from './given';

interface Where {
  readonly kind: StreamKind;
  /** Area of the office that acts. */
  readonly in: string;
}

/** Every duty that a history leaves, of rules that are in force where and when it arose. */
export const dutiesAfter = (where: Where, ...history: readonly Fact[]): readonly Obligation[] => {
  const duties = new Map<string, Obligation>();
  history
    .map((fact, revision) => recorded(fact, revision, { kind: where.kind, of: where.in }))
    .forEach((event) =>
      dutiesOf(event).forEach((id) => {
        const after = evolveObligation(duties.get(id), event, id);
        if (after !== undefined) duties.set(id, after);
      }),
    );

  return [...duties.values()].filter(
    ({ rule, jurisdiction, openedAt }) => ruleInForce(rule, { jurisdiction, on: dayOf(openedAt) }) !== undefined,
  );
};

/** Those still open under a rule, as `kind:item`. */
export const owedUnder = (rule: string, where: Where, ...history: readonly Fact[]): readonly string[] =>
  dutiesAfter(where, ...history)
    .filter((duty) => duty.rule === rule && duty.status === 'open')
    .map(({ kind, item }) => `${kind}:${item}`);
