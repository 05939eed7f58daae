import {
  evolveObligation,
  touches,
  tracesOf,
  type Obligation,
  type OfficialFunction,
  type RecordedEvent,
  type StreamKind,
  type Trace,
} from '..';
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

/** A fact with the office of who did it, where a duty depends on that. */
export type Happened = Fact & { readonly as?: OfficialFunction; readonly of?: string };

const byOffice = ({ as = 'enforcementAgency', of = JINING, ...fact }: Happened, revision: number, kind: StreamKind): RecordedEvent => {
  const event = recorded(fact, revision, { kind, of });

  return { ...event, actor: { ...event.actor, function: as } };
};

/** An event as the log gives it back. */
export const happened = (fact: Happened, kind: StreamKind = 'case'): RecordedEvent => byOffice(fact, 0, kind);

/** Duties after what happened in one stream, by `<duty>/<item>`. */
export const dutiesIn = (kind: StreamKind, ...history: readonly Happened[]): ReadonlyMap<string, Obligation> => {
  const duties = new Map<string, Obligation>();
  for (const event of history.map((fact, revision) => byOffice(fact, revision, kind))) {
    for (const id of new Set(touches(event).map((touch) => touch.id))) {
      const key = id.slice(id.indexOf('/') + 1);
      const after = evolveObligation(duties.get(key), event, id);
      if (after !== undefined) duties.set(key, after);
    }
  }

  return duties;
};

/** Is this duty open after what happened? */
export const isOwed = (duty: string, kind: StreamKind, ...history: readonly Happened[]): boolean =>
  dutiesIn(kind, ...history).get(duty)?.status === 'open';
