import 'reflect-metadata';
import type { ActOutcome } from '@liuhen/workflows';
import { isUnionType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ActMutations } from './act-mutations';
import { AuditorQueries } from './auditor-queries';
import { CaseDeadlines } from './case-deadlines';
import { ConductQueries } from './conduct-queries';
import { InterferenceAftermath } from './interference-aftermath';
import { TYPE_OF } from './outcome';
import { maskPersonalNumbers } from './personal-numbers';
import { Queries } from './queries';
import { Reports } from './reports';
import { SealedQueries } from './sealed-queries';
import { Subscriptions } from './subscriptions';

/** Subscriptions follow the log itself; a bus beside it could lose what the log keeps, so there is none. */
const noBus = {
  publish: (topic: string): never => {
    throw new RangeError(`nothing is published: ${topic}`);
  },
  subscribe: (topic: string): never => {
    throw new RangeError(`nothing is published: ${topic}`);
  },
};

/** The whole contract. Inputs are checked by the acts' own declarations, so type-graphql validates nothing again. */
export const buildSchema = (): GraphQLSchema => {
  const schema = buildSchemaSync({
    resolvers: [
      Queries,
      AuditorQueries,
      CaseDeadlines,
      ConductQueries,
      InterferenceAftermath,
      Reports,
      SealedQueries,
      ActMutations,
      Subscriptions,
    ],
    validate: false,
    pubSub: noBus,
  });
  maskPersonalNumbers(schema);
  const outcome = schema.getType('ActOutcome');
  // type-graphql answers with a promise even where the type is known at once; a compiled operation takes no promise.
  if (isUnionType(outcome)) outcome.resolveType = ({ kind }: ActOutcome) => TYPE_OF[kind];

  return schema;
};

/** The contract as it is kept in git, `schema/schema.graphql`. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
