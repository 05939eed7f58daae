import { evolveObligation, obligationEventTypes, touches, type DocumentReader, type Obligation, type Projection } from '@liuhen/workflows';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';

export interface ObligationDocument extends Obligation, Readonly<Record<string, unknown>> {
  /** Due day for sorting; a duty without a number sorts last. */
  readonly dueOn: string;
}

const NO_NUMBER = '9999-12-31';

export const obligations: Projection<ObligationDocument> = {
  name: 'obligations',
  version: 2,
  eventTypes: obligationEventTypes,
  indexes: [{ fields: ['status', 'dueOn'] }, { fields: ['subject'] }],
  keysOf: (event) => touches(event).map((touch) => touch.id),
  evolve: (before, event, key) => {
    const after = evolveObligation(before, event, key);

    return after === undefined || after === before ? before : { ...after, dueOn: after.due?.due ?? NO_NUMBER };
  },
};

export interface ObligationFilter {
  readonly owedBy?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  /** Only those whose day was over before this one. */
  readonly overdueOn?: string | null | undefined;
}

/** What is owed in an area, next due first. */
export const openObligations = (
  reader: DocumentReader,
  area: string,
  { filter, page }: { readonly filter: ObligationFilter; readonly page: PageInput },
): Promise<Connection<ObligationDocument>> =>
  connection<ObligationDocument>(reader, {
    collection: obligations.name,
    filters: [
      { field: 'status', op: 'eq', value: 'open' },
      ...within(area),
      ...equal('owedBy', filter.owedBy),
      ...equal('subject', filter.caseId),
      ...(filter.overdueOn ? [{ field: 'dueOn', op: 'lt', value: filter.overdueOn } as const] : []),
    ],
    orderBy: 'dueOn',
    direction: 'asc',
    page,
  });
