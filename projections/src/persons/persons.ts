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
import { connection, within, type Connection, type PageInput } from '../shared/page';

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

export const personList = (reader: DocumentReader, area: string, page: PageInput): Promise<Connection<PersonDocument>> =>
  connection<PersonDocument>(reader, { collection: persons.name, filters: within(area), orderBy: 'name', direction: 'asc', page });
