import type { DocumentReader, ForgettingEvent, Projection, RecordedEvent } from '@liuhen/workflows';
import { connection, type Connection, type PageInput } from '../shared/page';

/** Whose particulars nobody is to read any more, on whose order. */
export interface ForgottenDocument extends Readonly<Record<string, unknown>> {
  /** As the seals name it. */
  readonly subject: string;
  readonly orderedBy: string;
  readonly basis: string;
  readonly orderedAt: string;
  readonly position: number;
}

const payloadOf = ({ payload }: RecordedEvent): ForgettingEvent['payload'] => payload as ForgettingEvent['payload'];

export const forgotten: Projection<ForgottenDocument> = {
  name: 'forgotten',
  version: 1,
  eventTypes: ['PersonForgotten'],
  indexes: [{ fields: ['position'] }],
  keysOf: (event) => [payloadOf(event).subject],
  evolve: (before, event) => before ?? { ...payloadOf(event), orderedAt: event.occurredAt, position: event.position },
};

/** Orders to forget, in the order in which they came, from the one after a position. */
export const forgottenAfter = (reader: DocumentReader, position: number, page: PageInput): Promise<Connection<ForgottenDocument>> =>
  connection<ForgottenDocument>(reader, {
    collection: forgotten.name,
    filters: [{ field: 'position', op: 'gt', value: position }],
    orderBy: 'position',
    direction: 'asc',
    page,
  });
