import {
  evolvePerson,
  idOfStream,
  initialPerson,
  type DocumentReader,
  type PersonEvent,
  type Projection,
  type RecordedEvent,
  type RegisteredPerson,
} from '@liuhen/workflows';
import { connection, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

/** A person who does monitoring work, with every employer, certificate and ban. */
export interface PersonDocument extends RegisteredPerson, Readonly<Record<string, unknown>> {
  readonly personId: string;
}

const PERSON_EVENTS: readonly PersonEvent['type'][] = [
  'PersonRegistered',
  'EmploymentRecorded',
  'EmploymentEnded',
  'WorkCertificateRecorded',
  'PractitionerBanned',
  'PractitionerBanLifted',
];

export const persons: Projection<PersonDocument> = {
  name: 'persons',
  version: 1,
  eventTypes: PERSON_EVENTS,
  indexes: [{ fields: ['name'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event, personId) => {
    const after = evolvePerson(before ?? initialPerson, event as RecordedEvent & PersonEvent);

    return after.status === 'registered' ? { ...after, personId } : before;
  },
};

export const personList = (reader: DocumentReader, scopes: readonly Scope[], page: PageInput): Promise<Connection<PersonDocument>> =>
  connection<PersonDocument>(reader, { collection: persons.name, filters: heldTo(scopes), orderBy: 'name', direction: 'asc', page });
