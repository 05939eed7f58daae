import { evolveObligation, touches, type Obligation, type OfficialFunction, type RecordedEvent, type StreamKind } from '..';
import { A_DAY, actorFor, JINING, type Fact } from './given';

/** A fact with the office of who did it, where a duty depends on that. */
export type Happened = Fact & { readonly as?: OfficialFunction; readonly of?: string };

const recorded = ({ by, at, as, of, ...event }: Happened, revision: number, kind: StreamKind): RecordedEvent => ({
  ...event,
  id: `event-${revision}`,
  schemaVersion: 1,
  occurredAt: at ?? A_DAY,
  recordedAt: at ?? A_DAY,
  actor: actorFor({ person: by ?? 'officer-1', function: as ?? 'enforcementAgency', jurisdiction: of ?? JINING }),
  actId: `act-${revision}`,
  correlationId: 'subject-1',
  causationId: null,
  basis: [],
  evidence: [],
  stream: `${kind}-1`,
  revision,
  position: revision + 1,
});

/** An event as the log gives it back. */
export const happened = (fact: Happened, kind: StreamKind = 'case'): RecordedEvent => recorded(fact, 0, kind);

/** Duties after what happened in one stream, by `<duty>/<item>`. */
export const dutiesIn = (kind: StreamKind, ...history: readonly Happened[]): ReadonlyMap<string, Obligation> => {
  const duties = new Map<string, Obligation>();
  for (const event of history.map((fact, revision) => recorded(fact, revision, kind))) {
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
