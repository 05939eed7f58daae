import type { IncomingMessage, Server } from 'node:http';
import { isTopic, rightsKey, TOPICS, type GraphContext, type TopicName } from '@liuhen/schema';
import { hasCode, LiuhenError, type Actor } from '@liuhen/workflows';
import type { Identity } from '@liuhen/infra';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  print,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from 'pino';
import type { CompiledOperations } from '../graphql/compiled';
import type { AskedOperation, Operations } from '../graphql/listed';
import { coded, rulesFor, withoutHints } from '../graphql/limits';
import { MAX_TOKENS } from '../graphql/server';
import type { AddressOf } from '../http/address';
import { isOfStranger, type Doorkeeper, type Said } from '../http/doorkeeper';
import type { Rate } from '../http/rate';
import type { FanOut, Question } from './fan-out';
import { CLOSED, keepAuthorised, reasonOf, saidIn } from './renewal';

export interface SocketOptions {
  readonly schema: GraphQLSchema;
  readonly operations: CompiledOperations;
  readonly allowed: Operations;
  readonly fanOut: FanOut;
  readonly log: Logger;
  readonly production: boolean;
  readonly rate: Rate;
  readonly addressOf: AddressOf;
  readonly doorkeeper: Doorkeeper;
  contextOf(actor: Actor): GraphContext;
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Bytes that may wait for a client that does not read. */
const BACKLOG = 8 * 1_048_576;

/** Live operations of one connection. */
const OPERATIONS = 100;

type Operation = OperationDefinitionNode;

interface Asked extends ExecutionArgs {
  readonly contextValue: AskedContext;
}

interface AskedContext {
  readonly graph: GraphContext & { readonly actor: Actor };
  readonly socket: WebSocket;
  readonly id: string;
}

const rootField = (operation: Operation): FieldNode | undefined => {
  const [selection, ...more] = operation.selectionSet.selections;

  return selection?.kind === Kind.FIELD && more.length === 0 ? selection : undefined;
};

type Rules = Pick<SocketOptions, 'schema' | 'production'>;

const documents = new Map<string, { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] }>();

/** Parsed and validated once per text. */
const documentOf = ({ schema, production }: Rules, text: string) => {
  const known = documents.get(text);
  if (known !== undefined) return known;
  const document = parse(text, { maxLexicalTokens: MAX_TOKENS });
  const made = { document, errors: validate(schema, document, [...specifiedRules, ...rulesFor({ production })]) };
  documents.set(text, made);
  const oldest = documents.keys().next();
  if (documents.size > 500 && oldest.done !== true) documents.delete(oldest.value);

  return made;
};

const parsed = (rules: Rules, text: string): { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] } => {
  try {
    return documentOf(rules, text);
  } catch (error) {
    const detail = error instanceof GraphQLError ? error.message : 'not GraphQL';

    return { document: { kind: Kind.DOCUMENT, definitions: [] } as never, errors: [coded('GRAPHQL_PARSE_FAILED', detail)] };
  }
};

const allowedText = ({ allowed }: Pick<SocketOptions, 'allowed'>, asked: AskedOperation): string | undefined => {
  try {
    const text = allowed.textOf(asked);

    return typeof text === 'string' ? text : '';
  } catch (error) {
    if (hasCode(error, 'OPERATION_NOT_LISTED')) return undefined;
    throw error;
  }
};

const told = (error: GraphQLError, { production }: Rules): GraphQLError =>
  error.extensions['code'] === undefined
    ? coded('GRAPHQL_VALIDATION_FAILED', production ? withoutHints(error.message) : error.message)
    : error;

class Sockets {
  constructor(private readonly options: SocketOptions) {}

  /** What a subscription asks, shared by all who ask the same with the same rights. */
  question(args: Asked, name: TopicName, field: FieldNode): { readonly question: Question; readonly after: number | null } {
    const { schema, operations } = this.options;
    const { graph } = args.contextValue;
    const variables = coerced(schema, args);
    const definition = schema.getSubscriptionType()?.getFields()[name];
    if (definition === undefined) throw new LiuhenError('INTERNAL', name);
    const { after, ...wanted } = getArgumentValues(definition, field, variables);
    const given = Object.fromEntries(Object.entries(args.variableValues ?? {}).filter(([key]) => !isAfter(field, key)));
    const text = print(args.document);
    const key = JSON.stringify([text, args.operationName ?? '', given, wanted, rightsKey(graph.actor)]);
    const operation = { key: text, document: args.document, name: args.operationName ?? undefined };

    return {
      after: typeof after === 'number' ? after : null,
      question: {
        key,
        topic: TOPICS[name],
        listener: { actor: graph.actor, wanted, context: graph },
        write: async (told) => JSON.stringify(this.formatted(await operations.run(operation, told, graph, given))),
      },
    };
  }

  formatted(result: ExecutionResult): ExecutionResult | { readonly errors: readonly GraphQLFormattedError[] } {
    if (result.errors === undefined) return result;

    return { ...result, errors: result.errors.map((error) => this.options.formatError(error.toJSON(), error)) };
  }

  /** Stays silent towards graphql-ws, which only rules its life; what is told goes straight to the socket, written once for all. */
  subscribe(args: Asked): AsyncGenerator<never> | ExecutionResult {
    const operation = getOperationAST(args.document, args.operationName);
    const field = operation == null ? undefined : rootField(operation);
    if (field === undefined || !isTopic(field.name.value))
      return { errors: [coded('GRAPHQL_VALIDATION_FAILED', 'one subscription field')] };
    const { socket, id } = args.contextValue;
    const { question, after } = this.question(args, field.name.value, field);
    const ended = Promise.withResolvers<undefined>();
    const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    const leave = this.options.fanOut.join(
      question,
      {
        person: args.contextValue.graph.actor.person,
        send: (payload) => {
          if (socket.bufferedAmount > BACKLOG) {
            leave();
            socket.close(CLOSED.SLOW_CONSUMER, 'SLOW_CONSUMER');
          } else socket.send(`${head}${payload}}`);
        },
        end: () => ended.resolve(undefined),
      },
      after,
    );

    return silent(ended, leave);
  }
}

const isAfter = (field: FieldNode, variable: string): boolean =>
  field.arguments?.some(({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE && value.name.value === variable) ===
  true;

const coerced = (schema: GraphQLSchema, args: Asked): Readonly<Record<string, unknown>> => {
  const operation = getOperationAST(args.document, args.operationName);
  const values = getVariableValues(schema, operation?.variableDefinitions ?? [], args.variableValues ?? {});
  if (values.errors !== undefined) throw new LiuhenError('BAD_USER_INPUT', values.errors.map((error) => error.message).join('; '));

  return values.coerced;
};

const silent = (ended: PromiseWithResolvers<undefined>, leave: () => void): AsyncGenerator<never> => {
  const finish = () => {
    leave();
    ended.resolve(undefined);

    return Promise.resolve({ done: true as const, value: undefined });
  };

  return {
    next: async () => {
      await ended.promise;

      return { done: true, value: undefined };
    },
    return: finish,
    throw: finish,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await finish();
    },
  };
};

const closedFor = (reason: ReturnType<typeof reasonOf>): number =>
  reason === 'RATE_LIMITED' ? CLOSED.RATE_LIMITED : CLOSED.UNAUTHENTICATED;

/** Who connects, as long as their address does not try too often. */
const identified = async (request: IncomingMessage, said: Said, { rate, addressOf, doorkeeper }: SocketOptions): Promise<Identity> => {
  const address = addressOf(request);
  await rate.address(address);

  return doorkeeper.ofSocket(request, said).catch(async (error: unknown) => {
    if (isOfStranger(error)) await rate.stranger(address);
    throw error;
  });
};

/** What a client asks for in the payload of a `ping`; the `pong` sends the payload back with the nonce in it. */
const NONCE = 'dpop-nonce';

/** Who asks and does not read the answers is closed like a subscriber that does not keep up. */
const closeUnread = (socket: WebSocket): void => {
  socket.on('message', () => {
    if (socket.bufferedAmount > BACKLOG) socket.close(CLOSED.SLOW_CONSUMER, 'SLOW_CONSUMER');
  });
};

type Params = Record<string, unknown>;
interface Known {
  graph: GraphContext & { readonly actor: Actor };
}

/** graphql-transport-ws on `/graphql`; returns how to close. */
export const socketServer = (http: Server, options: SocketOptions): (() => Promise<void>) => {
  const wss = new WebSocketServer({ server: http, path: '/graphql', maxPayload: 1_048_576 });
  const sockets = new Sockets(options);
  // Before graphql-ws, which answers.
  wss.on('connection', closeUnread);
  const server = useServer<Params, Record<PropertyKey, unknown>>(
    {
      onConnect: async ({ connectionParams, extra }) => {
        try {
          const said = saidIn(connectionParams);
          const identity = await identified(extra.request, said, options);
          const { actor } = identity;
          Object.assign(extra, { graph: { ...options.contextOf(actor), actor } });
          keepAuthorised(extra, { authorization: said.authorization, identity }, options);

          return true;
        } catch (error) {
          const reason = reasonOf(error);
          extra.socket.close(closedFor(reason), reason);

          return false;
        }
      },
      onPing: (_context, payload) => {
        if (payload !== undefined && NONCE in payload) Object.assign(payload, { [NONCE]: options.doorkeeper.nonce() });
      },
      onSubscribe: async ({ extra, subscriptions }, id, payload) => {
        const { operationName, variables } = payload;
        if (Object.keys(subscriptions).length > OPERATIONS) return [coded('TOO_MANY_SUBSCRIPTIONS', String(OPERATIONS))];
        const { actor } = extra.graph as Known['graph'];
        try {
          await options.rate.person(actor.person);
        } catch {
          return [coded('RATE_LIMITED', actor.person)];
        }
        const text = allowedText(options, payload);
        if (text === undefined) return [coded('OPERATION_NOT_LISTED', '')];
        const { document, errors } = parsed(options, text);
        if (errors.length > 0) return errors.map((error) => told(error, options));
        const contextValue: AskedContext = { graph: extra.graph as Known['graph'], socket: extra.socket, id };

        return { schema: options.schema, document, operationName: operationName ?? null, variableValues: variables ?? {}, contextValue };
      },
      subscribe: (args) => {
        try {
          return sockets.subscribe(args as Asked) as never;
        } catch (error) {
          return { errors: [options.formatError({ message: '' }, error)] } as never;
        }
      },
      execute: async (args) => {
        const { document, operationName, variableValues, contextValue } = args as Asked;
        const operation = { key: print(document), document, name: operationName ?? undefined };

        return sockets.formatted(await options.operations.run(operation, undefined, contextValue.graph, variableValues ?? {})) as never;
      },
    },
    wss,
  );
  wss.on('error', (error) => options.log.error({ err: error }, 'websocket server'));

  return async () => {
    for (const client of wss.clients) client.close(CLOSED.SHUTTING_DOWN, 'SHUTTING_DOWN');
    await server.dispose();
  };
};
