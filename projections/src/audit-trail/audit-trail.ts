import {
  idOfStream,
  isClockEvent,
  type Actor,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
  type RuleRef,
  type Text,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { knownTypes, titleOf } from '../shared/titles';

/** One act, or one refused act, as one person's deed or concern. */
export interface TrailEntry extends Readonly<Record<string, unknown>> {
  readonly person: string;
  /** `actor`, or the field of the event that names the person. */
  readonly role: string;
  readonly position: number;
  readonly eventId: string;
  readonly stream: string;
  readonly subject: string;
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly basis: readonly RuleRef[];
  readonly note: string | null;
}

/** Automatic results are no person's deed; they stand in the outlet's own file. */
const UNSIGNED = ['MonitoringResultRecorded', 'EquipmentRestarted'];

const isPerson = (value: unknown): value is { readonly person: string } =>
  typeof value === 'object' && value !== null && 'person' in value && typeof value.person === 'string';

/** Every person whom the event names, with the role. */
const named = (event: RecordedEvent): ReadonlyMap<string, string> => {
  const found = new Map([[event.actor.person, 'actor']]);
  const add = (role: string, value: unknown) => {
    if (isPerson(value) && !found.has(value.person)) found.set(value.person, role);
  };
  for (const [field, value] of Object.entries(event.payload as Readonly<Record<string, unknown>>)) {
    if (Array.isArray(value)) value.forEach((item: unknown) => add(field, item));
    else add(field, value);
  }

  return found;
};

const noteOf = (event: RecordedEvent): string | null =>
  event.type === 'ActRefused' ? (event.payload as { readonly act: string; readonly messageZh: string }).messageZh : null;

/** What the clock says stands in the trail of the matter that it speaks of. */
const subjectOf = (event: RecordedEvent): string => (isClockEvent(event) ? event.payload.subject : idOfStream(event.stream));

const entryOf = (event: RecordedEvent, person: string): TrailEntry => ({
  person,
  role: named(event).get(person) ?? 'actor',
  position: event.position,
  eventId: event.id,
  stream: event.stream,
  subject: subjectOf(event),
  type: event.type,
  title: titleOf(event.type),
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.actor,
  basis: event.basis,
  note: noteOf(event),
});

const keyOf = (person: string, position: number): string => `${person}#${String(position).padStart(12, '0')}`;

export const personTrails: Projection<TrailEntry> = {
  name: 'personTrails',
  version: 2,
  eventTypes: knownTypes.filter((type) => !UNSIGNED.includes(type)),
  indexes: [{ fields: ['person', 'position'] }, { fields: ['subject', 'position'] }],
  keysOf: (event) => [...named(event).keys()].map((person) => keyOf(person, event.position)),
  evolve: (_before, event, key) => entryOf(event, key.slice(0, key.lastIndexOf('#'))),
};

/** Everything a person did or was named in, latest first. */
export const trailOfPerson = (reader: DocumentReader, person: string, page: PageInput): Promise<Connection<TrailEntry>> =>
  connection<TrailEntry>(reader, { collection: personTrails.name, filters: equal('person', person), orderBy: 'position', page });

/** What was done on a case, refusals of weight among it, in order. */
export const trailOfCase = (reader: DocumentReader, caseId: string, page: PageInput): Promise<Connection<TrailEntry>> =>
  connection<TrailEntry>(reader, {
    collection: personTrails.name,
    filters: [...equal('subject', caseId), ...equal('role', 'actor')],
    orderBy: 'position',
    direction: 'asc',
    page,
  });
