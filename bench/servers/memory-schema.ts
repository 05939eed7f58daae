import 'reflect-metadata';
import { openSqliteReadStore } from '@liuhen/infra';
import { caseFileOf } from '@liuhen/projections';
import { caseOf, CaseType } from '@liuhen/schema/dist/case-types';
import type { GraphQLSchema } from 'graphql';
import { Arg, buildSchemaSync, ID, Query, Resolver } from 'type-graphql';
import { caseIdOf } from '../history/fill';

let kept: CaseType | undefined;

/** The same type as ours, but nothing to look up and nobody to ask for leave. */
@Resolver()
class InMemory {
  @Query(() => CaseType)
  caseFile(@Arg('caseId', () => ID) caseId: string): CaseType {
    if (kept === undefined) throw new RangeError(caseId);

    return kept;
  }
}

/** Reads the one case of a folder and serves it from memory. */
export const memorySchema = async (folder: string): Promise<GraphQLSchema> => {
  const readStore = openSqliteReadStore({ folder });
  const document = await caseFileOf(readStore, caseIdOf(0));
  await readStore.close();
  kept = document === undefined ? undefined : caseOf(document);

  return buildSchemaSync({ resolvers: [InMemory], validate: false });
};
