import { evolveObligation, kindOfStream, touches, tracesOf, type Obligation, type RecordedEvent, type StreamKind } from '..';
import { CHANGCHUN, recorded, type Fact } from './given';

/** One fact of a named stream as it would be recorded, in Changchun unless said otherwise. */
export const happened = (fact: Fact, stream = 'case-1', jurisdiction = CHANGCHUN): RecordedEvent => ({
  ...recorded(fact, 0, { kind: kindOfStream(stream) as StreamKind, of: jurisdiction }),
  stream,
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
