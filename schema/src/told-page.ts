import { keptFrom, type Connection, type PageInput } from '@liuhen/projections';
import type { Actor } from '@liuhen/workflows';
import type { GraphContext } from './context';

const DEFAULT_PAGE = 20;

type Ask<T> = (page: PageInput) => Promise<Connection<T>>;

/**
 * A page of those rows that the person is told of, as full as if there were no others: neither its length, nor its cursors,
 * nor whether there is more says anything of the rest.
 */
export const toldPage = async <T>(
  page: PageInput,
  ask: Ask<T>,
  isTold: (node: T) => boolean | Promise<boolean>,
): Promise<Connection<T>> => {
  const first = page.first ?? DEFAULT_PAGE;
  const told: Connection<T>['edges'][number][] = [];
  let { after } = page;
  for (;;) {
    const { edges, pageInfo } = await ask({ first, after });
    const areTold = await Promise.all(edges.map(async ({ node }) => isTold(node)));
    told.push(...edges.filter((_, at) => areTold[at]));
    if (!pageInfo.hasNextPage || told.length > first) break;
    after = pageInfo.endCursor;
  }
  const edges = told.slice(0, first);

  return { edges, pageInfo: { hasNextPage: told.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
};

export interface Rows<T> {
  readonly page: PageInput;
  readonly ask: Ask<T>;
  /** What a row is of: its case, a record; null where it belongs to none. */
  readonly mattersOf: (node: T) => readonly (string | null)[];
}

/** Rows of cases and records that the person is kept from are left out (O-46). */
export const withoutKept = async <T>(
  { reader }: Pick<GraphContext, 'reader'>,
  actor: Actor,
  { page, ask, mattersOf }: Rows<T>,
): Promise<Connection<T>> => {
  const kept = await keptFrom(reader, actor.person);
  if (kept.size === 0) return ask(page);

  return toldPage(page, ask, (node) => !mattersOf(node).some((id) => id !== null && kept.has(id)));
};
