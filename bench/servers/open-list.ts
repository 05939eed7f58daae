import 'reflect-metadata';
import { caseList } from '@liuhen/projections';
import { caseOf } from '@liuhen/schema/dist/case-types';
import { CaseConnection } from '@liuhen/schema/dist/view-types';
import type { GraphContext } from '@liuhen/schema';
import type { GraphQLSchema } from 'graphql';
import { Arg, buildSchemaSync, Ctx, Int, Query, Resolver } from 'type-graphql';

const EVERYWHERE = [{ area: null }];

/** The same list as ours, given to anybody. */
@Resolver()
class OpenList {
  @Query(() => CaseConnection)
  async caseList(@Arg('first', () => Int) first: number, @Ctx() { reader }: GraphContext): Promise<object> {
    const { edges, pageInfo } = await caseList(reader, EVERYWHERE, { filter: {}, page: { first } });

    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: caseOf(node) })), pageInfo };
  }
}

export const openListSchema = (): GraphQLSchema => buildSchemaSync({ resolvers: [OpenList], validate: false });
