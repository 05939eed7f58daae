import { idOfStream, type DisclosureEvent, type DocumentReader, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Scope } from '../shared/scope';

type Payload<T extends DisclosureEvent['type']> = Extract<DisclosureEvent, { type: T }>['payload'];

/** P-24: a typical case, reported upward or exposed. */
export interface TypicalCase extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly caseId: string;
  readonly jurisdiction: string;
  readonly kind: 'reported' | 'exposed';
  readonly title: string;
  readonly to: string;
  readonly docNo: string | null;
  readonly url: string | null;
  readonly at: string;
  readonly withdrawn: boolean;
}

const exposed = (event: RecordedEvent): TypicalCase | undefined => {
  const { disclosureId, subject, title, channel, url, publishedAt } = event.payload as Payload<'DisclosurePublished'>;
  if (subject !== 'typicalCase') return undefined;
  const caseId = idOfStream(event.stream);
  const { jurisdiction } = event.actor;

  return {
    id: disclosureId,
    caseId,
    jurisdiction,
    kind: 'exposed',
    title,
    to: channel,
    docNo: null,
    url,
    at: publishedAt,
    withdrawn: false,
  };
};

const reported = (event: RecordedEvent): TypicalCase => {
  const { typicalCaseId, superior, reportNo, summary, reportedOn } = event.payload as Payload<'TypicalCaseReported'>;

  return {
    id: typicalCaseId,
    caseId: idOfStream(event.stream),
    jurisdiction: event.actor.jurisdiction,
    kind: 'reported',
    title: summary,
    to: superior,
    docNo: reportNo,
    url: null,
    at: reportedOn,
    withdrawn: false,
  };
};

const idOf = ({ payload }: RecordedEvent): string => {
  const { disclosureId, typicalCaseId } = payload as { readonly disclosureId?: string; readonly typicalCaseId?: string };

  return disclosureId ?? typicalCaseId ?? '';
};

export const typicalCases: Projection<TypicalCase> = {
  name: 'typicalCases',
  version: 1,
  eventTypes: ['DisclosurePublished', 'TypicalCaseReported', 'DisclosureCorrected', 'DisclosureWithdrawn'],
  indexes: [{ fields: ['at'] }, { fields: ['kind'] }],
  keysOf: (event) => [`${idOfStream(event.stream)}/${idOf(event)}`],
  evolve: (before, event) => {
    if (event.type === 'DisclosurePublished') return exposed(event);
    if (event.type === 'TypicalCaseReported') return reported(event);
    if (event.type === 'DisclosureWithdrawn') return before && { ...before, withdrawn: true };

    return before && { ...before, title: (event.payload as Payload<'DisclosureCorrected'>).title };
  },
};

export interface TypicalCaseFilter {
  readonly kind?: string | null | undefined;
  readonly caseId?: string | null | undefined;
}

export const typicalCaseList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: TypicalCaseFilter; readonly page: PageInput },
): Promise<Connection<TypicalCase>> =>
  connection<TypicalCase>(reader, {
    collection: typicalCases.name,
    filters: [...heldTo(scopes, CASE_LIMITS), ...equal('kind', filter.kind), ...equal('caseId', filter.caseId)],
    orderBy: 'at',
    page,
  });
