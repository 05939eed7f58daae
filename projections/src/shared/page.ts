import type { Document, DocumentReader, FieldFilter, Filter, PageRequest } from '@liuhen/workflows';

/** A page in the Relay form. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PageInput {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const DEFAULT_PAGE = 20;

export interface Ask {
  readonly collection: string;
  readonly filters: readonly Filter[];
  readonly orderBy: string;
  readonly direction?: PageRequest['direction'];
  readonly page: PageInput;
}

export const connection = async <D extends Document>(reader: DocumentReader, ask: Ask): Promise<Connection<D>> => {
  const { first, after } = ask.page;
  const { rows, hasNextPage } = await reader.find<D>(ask.collection, {
    filters: ask.filters,
    orderBy: ask.orderBy,
    direction: ask.direction ?? 'desc',
    first: first ?? DEFAULT_PAGE,
    ...(after === null || after === undefined ? {} : { after }),
  });

  return {
    edges: rows.map(({ cursor, document }) => ({ cursor, node: document })),
    pageInfo: { hasNextPage, endCursor: rows.at(-1)?.cursor ?? null },
  };
};

/** An area with everything under it, as a filter on a field of GB/T 2260 codes. */
export const areaFilter = (field: string, area: string): readonly FieldFilter[] => {
  const prefix = area.replace(/(?:00){1,3}$/, '');

  return prefix === '' ? [] : [{ field, op: 'prefix', value: prefix }];
};

/** The area that a question asks for. */
export const within = (area: string): readonly FieldFilter[] => areaFilter('jurisdiction', area);

export const equal = (field: string, value: string | boolean | null | undefined): readonly FieldFilter[] =>
  value === null || value === undefined ? [] : [{ field, op: 'eq', value }];
