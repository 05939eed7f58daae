import {
  dutiesOf,
  evolveObligation,
  type Actor,
  type CaseEvent,
  type ClockEvent,
  type InterferenceEvent,
  type MonitoringEvent,
  type Obligation,
  type Precision,
  type RecordedEvent,
} from '..';
import { A_DAY, actorFor } from './given';

export type Happened = (CaseEvent | InterferenceEvent | MonitoringEvent | ClockEvent) & {
  readonly at?: string;
  readonly who?: Partial<Actor>;
  readonly stream?: string;
  readonly precision?: Precision;
};

export const recordedAs = ({ at, who, stream, precision, ...event }: Happened, revision: number): RecordedEvent => ({
  ...event,
  id: `event-${revision}`,
  schemaVersion: 1,
  occurredAt: at ?? A_DAY,
  ...(precision === undefined ? {} : { occurredPrecision: precision }),
  recordedAt: at ?? A_DAY,
  actor: actorFor(who),
  actId: 'act',
  correlationId: '1',
  causationId: null,
  basis: [],
  evidence: [],
  stream: stream ?? 'case-1',
  revision,
  position: revision + 1,
});

/** Duties by their kind, after what happened. */
export const owed = (...history: readonly Happened[]): Readonly<Record<string, Obligation>> => {
  const duties = new Map<string, Obligation>();
  history.map(recordedAs).forEach((event) =>
    dutiesOf(event).forEach((id) => {
      const after = evolveObligation(duties.get(id), event, id);
      if (after !== undefined) duties.set(id, after);
    }),
  );

  return Object.fromEntries([...duties.values()].map((duty) => [duty.kind, duty]));
};

/** Kinds of those that are not done. */
export const open = (...history: readonly Happened[]): readonly string[] =>
  Object.values(owed(...history))
    .filter((duty) => duty.status !== 'discharged')
    .map((duty) => duty.kind);
