import { evolveObligation, touches, tracesOf, type Obligation, type RecordedEvent } from '..';
import { A_DAY, actorFor, CHANGCHUN, type Fact } from './given';

/** One fact as it would be recorded, in Changchun unless said otherwise. */
export const happened = (fact: Fact, stream = 'case-1', jurisdiction = CHANGCHUN): RecordedEvent => ({
  type: fact.type,
  payload: fact.payload,
  id: 'event-1',
  schemaVersion: 1,
  occurredAt: fact.at ?? A_DAY,
  recordedAt: fact.at ?? A_DAY,
  actor: actorFor({ jurisdiction }),
  actId: 'act-1',
  correlationId: '1',
  causationId: null,
  basis: [],
  evidence: [],
  stream,
  revision: 0,
  position: 1,
});

/** The ties of one fact, as `trace role name`. */
export const tied = (fact: Fact, stream?: string, jurisdiction?: string): readonly string[] =>
  tracesOf(happened(fact, stream, jurisdiction)).map(({ trace, role, whom }) => `${trace} ${role} ${whom.name}`);

/** Duties still open after these facts of one stream, as `kind item`. */
export const owedAfter = (stream: string, facts: readonly Fact[], jurisdiction?: string): readonly string[] => {
  const duties = new Map<string, Obligation>();
  for (const event of facts.map((fact) => happened(fact, stream, jurisdiction))) {
    for (const id of new Set(touches(event).map((touch) => touch.id))) {
      const after = evolveObligation(duties.get(id), event, id);
      if (after !== undefined) duties.set(id, after);
    }
  }

  return [...duties.values()].filter((duty) => duty.status === 'open').map((duty) => `${duty.kind} ${duty.item}`);
};
