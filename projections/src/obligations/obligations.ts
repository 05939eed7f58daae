import {
  epochOf,
  evolveObligation,
  legalMoment,
  missedAt,
  nextLook,
  obligationEventTypes,
  opensDuty,
  type DocumentReader,
  type Filter,
  type Obligation,
  type Page,
  type Projection,
} from '@liuhen/workflows';
import { dutyIds } from '../shared/duty-ids';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Limits, type Scope } from '../shared/scope';

interface Sortable extends Readonly<Record<string, unknown>> {
  /** Due day for sorting; a duty without a number sorts last. */
  readonly dueOn: string;
  /** Moment from which the duty is missed if it is not done; null without a number. */
  readonly missedFrom: string | null;
  /** Moment at which the statutory clock has to look again; null for not at all. */
  readonly nextLook: string | null;
  /** The same with the id behind it, so that no two are equal and a long list is read on from any place; null with it. */
  readonly lookKey: string | null;
  /** First year that was counted without published holidays; null for none. */
  readonly assumedYear: number | null;
}

export type ObligationDocument = Obligation & Sortable;

const NO_NUMBER = '9999-12-31';

const sortable = (duty: Obligation): ObligationDocument => {
  const look = nextLook(duty);

  return {
    ...duty,
    dueOn: duty.due?.due ?? NO_NUMBER,
    missedFrom: duty.due === null ? null : missedAt(duty.due),
    nextLook: look,
    lookKey: look === null ? null : `${look} ${duty.id}`,
    assumedYear: duty.due?.assumedYears?.[0] ?? null,
  };
};

export const obligations: Projection<ObligationDocument> = {
  name: 'obligations',
  version: 3,
  eventTypes: obligationEventTypes,
  indexes: [
    { fields: ['status', 'dueOn'] },
    { fields: ['subject', 'dueOn'] },
    { fields: ['lookKey'] },
    { fields: ['assumedYear', 'dueOn'] },
  ],
  opens: opensDuty,
  keysOf: dutyIds,
  evolve: (before, event, key) => {
    const after = evolveObligation(before, event, key);

    return after === undefined || after === before ? before : sortable(after);
  },
};

/** How a duty stands, for a list. */
export type ObligationStanding = 'open' | 'overdue' | 'suspended' | 'breached';

export interface ObligationFilter {
  readonly owedBy?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  /** Only those whose day was over before this one. */
  readonly overdueOn?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly jurisdiction?: string | null | undefined;
  readonly standing?: ObligationStanding | null | undefined;
}

const LIMITS: Limits = {
  area: [{ field: 'jurisdiction', op: 'prefix' }],
  cases: [{ field: 'subject', op: 'in' }],
  owedBy: [{ field: 'owedBy', op: 'eq' }],
  open: [{ field: 'confidential', op: 'eq', value: false }],
};

interface ObligationQuestion {
  readonly filter: ObligationFilter;
  readonly page: PageInput;
  /** Present moment, ISO with offset. */
  readonly now: string;
}

const standingFilters = (standing: ObligationStanding | null | undefined, now: string): readonly Filter[] => {
  switch (standing) {
    case 'open':
      return [{ field: 'status', op: 'eq', value: 'open' }];
    case 'suspended':
      return [{ field: 'status', op: 'eq', value: 'suspended' }];
    case 'overdue':
      return [
        { field: 'status', op: 'eq', value: 'open' },
        { field: 'missedFrom', op: 'lte', value: legalMoment(epochOf(now)) },
      ];
    case 'breached':
      return [
        { field: 'status', op: 'in', value: ['open', 'suspended'] },
        { field: 'breachedAt', op: 'gt', value: '0' },
      ];
    case null:
    case undefined:
      return [{ field: 'status', op: 'in', value: ['open', 'suspended'] }];
  }
};

/** What is owed in an area, next due first. */
export const openObligations = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page, now }: ObligationQuestion,
): Promise<Connection<ObligationDocument>> =>
  connection<ObligationDocument>(reader, {
    collection: obligations.name,
    filters: [
      ...standingFilters(filter.standing, now),
      ...heldTo(scopes, LIMITS),
      ...within(filter.jurisdiction ?? '000000'),
      ...equal('owedBy', filter.owedBy),
      ...equal('subject', filter.caseId),
      ...equal('kind', filter.kind),
      ...(filter.overdueOn ? [{ field: 'dueOn', op: 'lt', value: filter.overdueOn } as const] : []),
    ],
    orderBy: 'dueOn',
    direction: 'asc',
    page,
  });

/** More than any case owes at once. */
const OF_ONE_CASE = 200;

/** What is owed on one case, next due first. */
export const deadlinesOfCase = async (
  reader: DocumentReader,
  scopes: readonly Scope[],
  caseId: string,
): Promise<readonly ObligationDocument[]> => {
  const { rows } = await reader.find<ObligationDocument>(obligations.name, {
    filters: [
      { field: 'subject', op: 'eq', value: caseId },
      { field: 'status', op: 'in', value: ['open', 'suspended'] },
      ...heldTo(scopes, LIMITS),
    ],
    orderBy: 'dueOn',
    direction: 'asc',
    first: OF_ONE_CASE,
  });

  return rows.map(({ document }) => document);
};

/** Duties that the clock has something to say about by a moment, oldest first, from the one after `after`. */
export const dutiesToLookAt = async (
  reader: DocumentReader,
  { by, first, after }: { readonly by: string; readonly first: number; readonly after?: string | undefined },
): Promise<Page<ObligationDocument>> => {
  const { rows, hasNextPage } = await reader.find<ObligationDocument>(obligations.name, {
    // Every moment begins with a digit; the bounds let the index give just these.
    filters: [
      { field: 'lookKey', op: 'gt', value: after ?? '0' },
      { field: 'lookKey', op: 'lt', value: `${by}~` },
    ],
    orderBy: 'lookKey',
    direction: 'asc',
    first,
  });

  return { rows: rows.map(({ key, document }) => ({ key, cursor: document.lookKey ?? '', document })), hasNextPage };
};

/** Undone duties whose day lies in a year or after it, or rests on an assumption about it. */
export const dutiesFromYear = (reader: DocumentReader, { year, which, first, after }: FromYear): Promise<Page<ObligationDocument>> =>
  reader.find<ObligationDocument>(obligations.name, {
    filters:
      which === 'assumed'
        ? [{ field: 'assumedYear', op: 'eq', value: year }]
        : [
            { field: 'status', op: 'eq', value: which },
            { field: 'dueOn', op: 'gte', value: `${year}-01-01` },
            { field: 'dueOn', op: 'lt', value: NO_NUMBER },
          ],
    orderBy: 'dueOn',
    direction: 'asc',
    first,
    ...(after === undefined ? {} : { after }),
  });

interface FromYear {
  readonly year: number;
  readonly which: 'assumed' | 'open' | 'suspended';
  readonly first: number;
  readonly after?: string | undefined;
}

/** More than this is "many". */
const COUNTED = 100_000;

const OWED: Filter = { field: 'status', op: 'in', value: ['open', 'suspended'] };

/** How many duties are owed, and how many of them have been told as breached; each counted up to a hundred thousand. */
export const countDuties = async (reader: DocumentReader): Promise<{ readonly due: number; readonly breached: number }> => ({
  due: await reader.count(obligations.name, [OWED], COUNTED),
  breached: await reader.count(obligations.name, [OWED, { field: 'breachedAt', op: 'gt', value: '0' }], COUNTED),
});
