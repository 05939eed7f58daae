import {
  idOfStream,
  isClockEvent,
  once,
  type Actor,
  type DocumentReader,
  type Filter,
  type Projection,
  type RecordedEvent,
  type RuleRef,
  type Text,
} from '@liuhen/workflows';
import { caseFiles, type CaseFileDocument } from '../case-file/case-file';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { isIn, type Scope } from '../shared/scope';
import { knownTypes, titleOf } from '../shared/titles';

/** What a person has to do with an event. */
export const INVOLVEMENTS = {
  did: '办理',
  read: '查阅',
  refused: '被拒绝',
  signed: '署名',
  named: '被提及',
} as const;

export type Involvement = keyof typeof INVOLVEMENTS;

/** One act, or one refused act, as one person's deed or concern. */
export interface TrailEntry extends Readonly<Record<string, unknown>> {
  readonly person: string;
  /** `actor`, or the field of the event that names the person. */
  readonly role: string;
  readonly involvement: Involvement;
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
const named = once((event: RecordedEvent): ReadonlyMap<string, string> => {
  const found = new Map([[event.actor.person, 'actor']]);
  const add = (role: string, value: unknown) => {
    if (isPerson(value) && !found.has(value.person)) found.set(value.person, role);
  };
  for (const [field, value] of Object.entries(event.payload as Readonly<Record<string, unknown>>)) {
    if (Array.isArray(value)) value.forEach((item: unknown) => add(field, item));
    else add(field, value);
  }

  return found;
});

const noteOf = (event: RecordedEvent): string | null =>
  event.type === 'ActRefused' ? (event.payload as { readonly act: string; readonly messageZh: string }).messageZh : null;

/** What the clock says stands in the trail of the matter that it speaks of. */
const subjectOf = (event: RecordedEvent): string => (isClockEvent(event) ? event.payload.subject : idOfStream(event.stream));

/** Roles in which a person answers for a number or a record by name (R-119, P-18). */
const SIGNING_ROLES = ['sampler', 'analyst', 'reviewer', 'signatory'];

/** Acts that are nothing but a decision or a receipt under one's own name. */
const SIGNED_ACTS = /(?:Decided|Approved|NotApproved|ReceiptSigned)$/;

const READS = ['SensitiveRead', 'AuditPackageExported'];

const involvementIn = (event: RecordedEvent, role: string): Involvement => {
  if (role !== 'actor') return SIGNING_ROLES.includes(role) ? 'signed' : 'named';
  if (event.type === 'ActRefused') return 'refused';
  if (READS.includes(event.type)) return 'read';

  return SIGNED_ACTS.test(event.type) ? 'signed' : 'did';
};

const withRole = (event: RecordedEvent, person: string) => {
  const role = named(event).get(person) ?? 'actor';

  return { person, role, involvement: involvementIn(event, role) };
};

const entryOf = (event: RecordedEvent, person: string): TrailEntry => ({
  ...withRole(event, person),
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
  version: 3,
  eventTypes: knownTypes.filter((type) => !UNSIGNED.includes(type)),
  indexes: [{ fields: ['person', 'position'] }, { fields: ['subject', 'position'] }],
  writtenOnce: true,
  keysOf: (event) => [...named(event).keys()].map((person) => keyOf(person, event.position)),
  evolve: (_before, event, key) => entryOf(event, key.slice(0, key.lastIndexOf('#'))),
};

export interface TrailFilter {
  readonly involvement?: Involvement | null | undefined;
  readonly person?: string | null | undefined;
  readonly subject?: string | null | undefined;
  /** Kind of event, e.g. `PenaltyDecided`. */
  readonly type?: string | null | undefined;
  /** Days on which it was recorded, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

interface TrailQuestion {
  readonly filter: TrailFilter;
  readonly page: PageInput;
}

const narrowed = ({ involvement, person, subject, type, from, to }: TrailFilter): readonly Filter[] => [
  ...equal('involvement', involvement),
  ...equal('person', person),
  ...equal('subject', subject),
  ...equal('type', type),
  ...(from ? [{ field: 'recordedAt', op: 'gte', value: from } as const] : []),
  ...(to ? [{ field: 'recordedAt', op: 'lt', value: `${to}U` } as const] : []),
];

/** Told of by whoever did it, or by the case on which it was done. */
export const isTrailWithin = async (reader: DocumentReader, scopes: readonly Scope[], { actor, subject }: TrailEntry): Promise<boolean> => {
  if (isIn(scopes, actor.jurisdiction)) return true;
  const document = await reader.get<CaseFileDocument>(caseFiles.name, subject);

  return document !== undefined && isIn(scopes, document.jurisdiction);
};

/** Everything that a person did, read, was refused, signed or was named in anywhere, latest first; `isTrailWithin` says what an area is told of. */
export const trailOfPerson = (
  reader: DocumentReader,
  { filter, page }: TrailQuestion & { readonly filter: { readonly person: string } },
): Promise<Connection<TrailEntry>> =>
  connection<TrailEntry>(reader, { collection: personTrails.name, filters: narrowed(filter), orderBy: 'position', page });

/** What was done on a case, refusals of weight and recorded reads among it, in order. */
export const trailOfCase = (reader: DocumentReader, caseId: string, { filter, page }: TrailQuestion): Promise<Connection<TrailEntry>> =>
  connection<TrailEntry>(reader, {
    collection: personTrails.name,
    filters: [...narrowed({ ...filter, subject: caseId }), ...equal('role', 'actor')],
    orderBy: 'position',
    direction: 'asc',
    page,
  });
