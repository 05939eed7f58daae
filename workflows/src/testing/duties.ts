import { evolveObligation, touches, tracesOf, type Obligation, type StreamKind, type Trace } from '..';
import { JINING, recorded, type Fact } from './given';

interface Where {
  readonly kind?: StreamKind;
  /** Area of the offices that acted. */
  readonly of?: string;
}

/** Every duty after these facts, by its kind; of several of one kind the last. */
export const dutiesAfter = (history: readonly Fact[], { kind = 'case', of = JINING }: Where = {}): Readonly<Record<string, Obligation>> => {
  const duties = new Map<string, Obligation>();
  for (const event of history.map((fact, revision) => recorded(fact, revision, { kind, of }))) {
    for (const { id } of touches(event)) {
      const after = evolveObligation(duties.get(id), event, id);
      if (after !== undefined) duties.set(id, after);
    }
  }

  return Object.fromEntries([...duties.values()].map((duty) => [duty.kind, duty]));
};

/** Ties that these facts make. */
export const tiesAfter = (history: readonly Fact[], { kind = 'case', of = JINING }: Where = {}): readonly Trace[] =>
  history.flatMap((fact, revision) => tracesOf(recorded(fact, revision, { kind, of })));
