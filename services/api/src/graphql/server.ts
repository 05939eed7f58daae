import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphContext } from '@liuhen/schema';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { type CompiledOperations } from './compiled';
import { errorFormatter } from './errors';
import { rulesFor } from './limits';

/** Tokens of a request's text; a frontend's largest query has some hundreds. */
export const MAX_TOKENS = 4_000;

const quiet: ApolloServerPlugin<GraphContext> = {
  serverWillStart: () => Promise.resolve({ renderLandingPage: () => Promise.resolve({ html: '' }) }),
};

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly operations: CompiledOperations;
  readonly log: Logger;
  readonly production: boolean;
}

/**
 * Apollo Server with its executor replaced by compiled operations, through the hook that Apollo keeps for gateways:
 * parsing, validation, caches and plugins stay Apollo's.
 */
export const graphqlServer = ({ schema, operations, log, production }: GraphqlOptions): ApolloServer<GraphContext> =>
  new ApolloServer<GraphContext>({
    gateway: {
      onSchemaLoadOrUpdate: (told) => {
        told({ apiSchema: schema, coreSupergraphSdl: '' });

        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: (request) => {
            const operation = { key: request.queryHash, document: request.document, name: request.operationName ?? undefined };

            return operations.run(operation, undefined, request.context, request.request.variables ?? {}) as never;
          },
        }),
      stop: () => Promise.resolve(),
    },
    logger: { debug: () => undefined, info: () => undefined, warn: (text) => log.warn(text), error: (text) => log.error(text) },
    // Cache hints would put a hook on every field, and compiled operations would run no faster than plain ones.
    plugins: [quiet, ApolloServerPluginCacheControlDisabled()],
    // Refused by a rule of our own, which speaks with a code and on WebSockets too.
    introspection: true,
    allowBatchedHttpRequests: false,
    // Which documents are run by their digest is said by the list of the operator alone, never by whoever asks first.
    persistedQueries: false,
    csrfPrevention: true,
    validationRules: [...rulesFor({ production })],
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    formatError: errorFormatter(log, { hints: !production }),
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
  });
