import { dayOf, evolveObligation, ruleInForce, touches, type Obligation, type RecordedEvent, type StreamKind } from '..';
import { A_DAY, actorFor, type Fact } from './given';

interface Where {
  readonly kind: StreamKind;
  /** Area of the office that acts. */
  readonly in: string;
}

const recorded = ({ by, at, ...event }: Fact, revision: number, { kind, in: jurisdiction }: Where): RecordedEvent => ({
  ...event,
  id: `event-${revision}`,
  schemaVersion: 1,
  occurredAt: at ?? A_DAY,
  recordedAt: at ?? A_DAY,
  actor: actorFor({ person: by ?? 'officer-1', jurisdiction }),
  actId: `act-${revision}`,
  correlationId: '1',
  causationId: null,
  basis: [],
  evidence: [],
  stream: `${kind}-1`,
  revision,
  position: revision + 1,
});

/** Every duty that a history leaves, of rules that are in force where and when it arose. */
export const dutiesAfter = (where: Where, ...history: readonly Fact[]): readonly Obligation[] => {
  const duties = new Map<string, Obligation>();
  history
    .map((fact, revision) => recorded(fact, revision, where))
    .forEach((event) =>
      touches(event).forEach(({ id }) => {
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
