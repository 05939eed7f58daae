import type { GraphContext } from '@liuhen/schema';
import { LiuhenError } from '@liuhen/workflows';
import { execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Cell } from './columns';
import type { Report } from './report';

/** The largest page that a list gives. */
const PAGE = 200;

interface Page {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly report: Report;
  readonly context: GraphContext;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a resolver threw; an error of GraphQL alone was raised before any: a value that does not fit. */
const causeOf = ({ originalError, message }: GraphQLError): Error =>
  originalError == null || originalError instanceof GraphQLError ? new LiuhenError('BAD_USER_INPUT', message) : originalError;

/** One page by the question itself, with the authority of whoever asks; throws what the question throws. */
const pageAfter = async ({ schema, report, context, variables }: Asked, after: string | null): Promise<Page> => {
  const result = await execute({
    schema,
    document: report.document,
    contextValue: context,
    variableValues: { ...variables, first: PAGE, after },
  });
  const [error] = result.errors ?? [];
  if (error !== undefined) throw causeOf(error);

  return (result.data as Readonly<Record<string, Page>>)[report.name] as Page;
};

/**
 * The rows of a report, the names of the columns first. No more than one page is held at a time,
 * and the next one is asked for only when the reader has taken this one.
 */
export async function* rowsOf(asked: Asked): AsyncGenerator<Cell[], void> {
  const { columns } = asked.report;
  let page = await pageAfter(asked, null);
  yield columns.map(({ header }) => header);
  for (;;) {
    for (const { node } of page.edges) yield columns.map((column) => column.cell(node));
    if (!page.pageInfo.hasNextPage) return;
    page = await pageAfter(asked, page.pageInfo.endCursor);
  }
}
