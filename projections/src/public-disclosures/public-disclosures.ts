import {
  idOfStream,
  type DisclosureEvent,
  type DisclosureSubject,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';

type Payload<T extends DisclosureEvent['type']> = Extract<DisclosureEvent, { type: T }>['payload'];

/** What stands before the public, in the words in which it stands there now; nothing else of the case. */
export interface PublicDisclosure extends Readonly<Record<string, unknown>> {
  readonly disclosureId: string;
  readonly status: 'published' | 'withdrawn';
  readonly subject: DisclosureSubject;
  readonly jurisdiction: string;
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  readonly publishedAt: string;
  readonly correctedAt: string | null;
}

const published = ({ payload, actor, stream }: RecordedEvent): PublicDisclosure => {
  const { disclosureId, subject, channel, title, text, url, publishedAt } = payload as Payload<'DisclosurePublished'>;
  const told = { subject, channel, title, text, url, publishedAt, correctedAt: null };

  return { ...told, disclosureId: keyOf(stream, disclosureId), status: 'published', jurisdiction: actor.jurisdiction };
};

const keyOf = (stream: string, disclosureId: string): string => `${idOfStream(stream)}/${disclosureId}`;

const evolve = (before: PublicDisclosure | undefined, event: RecordedEvent): PublicDisclosure | undefined => {
  switch (event.type) {
    case 'DisclosurePublished':
      return published(event);
    case 'DisclosureCorrected': {
      const { title, text, correctedAt } = event.payload as Payload<'DisclosureCorrected'>;

      return before && { ...before, title, text, correctedAt };
    }
    case 'DisclosureWithdrawn':
      // What was taken down is not kept for showing either.
      return before && { ...before, status: 'withdrawn', title: '', text: '', url: null };
    default:
      return before;
  }
};

export const publicDisclosures: Projection<PublicDisclosure> = {
  name: 'publicDisclosures',
  version: 1,
  eventTypes: ['DisclosurePublished', 'DisclosureCorrected', 'DisclosureWithdrawn'],
  indexes: [{ fields: ['status', 'publishedAt'] }],
  keysOf: ({ stream, payload }) => [keyOf(stream, (payload as { readonly disclosureId: string }).disclosureId)],
  evolve,
};

export interface PublicDisclosureFilter {
  /** GB/T 2260. */
  readonly jurisdiction?: string | null | undefined;
  readonly subject?: DisclosureSubject | null | undefined;
}

/** Publications that stand, latest first. */
export const publicDisclosureList = (
  reader: DocumentReader,
  { filter, page }: { readonly filter: PublicDisclosureFilter; readonly page: PageInput },
): Promise<Connection<PublicDisclosure>> =>
  connection<PublicDisclosure>(reader, {
    collection: publicDisclosures.name,
    filters: [...equal('status', 'published'), ...within(filter.jurisdiction ?? '000000'), ...equal('subject', filter.subject)],
    orderBy: 'publishedAt',
    page,
  });
