import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { GraphContext } from '@liuhen/schema';
import { ERROR_CODES, LiuhenError, type Actor, type ErrorCode } from '@liuhen/workflows';
import type { Logger } from 'pino';
import { codeOrInternal, errorBody } from '../graphql/errors';
import { EXPORTS, type exporter } from '../export/answer';
import { parseBody, readBody } from './body';
import { AUDIT_EXPORTS, LEDGER_PREFIX, type PublishedFile } from '../ledger/routes';
import { EXPLORER_PAGE, explorerAsset } from './explorer';

export interface HttpOptions {
  readonly apollo: ApolloServer<GraphContext>;
  readonly log: Logger;
  /** Bytes. */
  readonly bodyLimit: number;
  /** Null without a token; throws for a token that is not good. */
  identify(authorization: string | undefined): Promise<Actor | null>;
  contextOf(actor: Actor | null): GraphContext;
  /** What the ledger publishes under a path; throws `NOT_FOUND`. */
  ledgerFile(path: string): PublishedFile;
  /** Puts an audit export on record. */
  takeExport(actor: Actor | null, body: unknown): Promise<object>;
  readonly exportReport: ReturnType<typeof exporter>;
  /** Why not ready, empty when ready. */
  unready(): readonly string[];
}

const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  TOKEN_EXPIRED: 401,
  TOKEN_INVALID: 401,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INVALID_INPUT: 400,
  BAD_USER_INPUT: 400,
  BODY_TOO_LARGE: 413,
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  SHUTTING_DOWN: 503,
};

const JSON_TYPE = 'application/json; charset=utf-8';

const send = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
};

const sendFault = (response: ServerResponse, error: unknown, log: Logger): void => {
  const code = codeOrInternal(error);
  // Half a file is under way: cut off, so that nobody takes it for a whole one.
  if (response.headersSent) {
    log.error({ err: error }, 'an answer broke off');
    response.destroy();

    return;
  }
  if (code === 'INTERNAL') log.error({ err: error }, 'unforeseen fault');
  const detail = error instanceof LiuhenError && code !== 'INTERNAL' ? error.detail : '';
  // What is left of an oversized body is never read, so the connection cannot serve another request.
  if (code === 'BODY_TOO_LARGE') response.setHeader('connection', 'close');
  send(response, STATUS[code] ?? 500, JSON_TYPE, errorBody(code, detail));
};

const headersOf = (request: IncomingMessage): HeaderMap => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }

  return headers;
};

const wantsPage = ({ method, headers }: IncomingMessage): boolean => method === 'GET' && (headers.accept ?? '').includes('text/html');

const answerGraphql = async (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const { apollo, bodyLimit } = options;
  const text = request.method === 'POST' ? await readBody(request, bodyLimit) : '';
  const actor = await options.identify(request.headers.authorization);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: new URL(request.url ?? '/', 'http://localhost').search,
      body: request.method === 'POST' ? parseBody(text) : undefined,
    },
    context: () => Promise.resolve(options.contextOf(actor)),
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === 'chunked') throw new LiuhenError('BAD_REQUEST', 'incremental delivery is not served');
  response.statusCode = answer.status ?? 200;
  response.end(answer.body.string);
};

const answerReadiness = (response: ServerResponse, faults: readonly string[]): void =>
  send(
    response,
    faults.length === 0 ? 200 : 503,
    JSON_TYPE,
    JSON.stringify({ status: faults.length === 0 ? 'ready' : 'notReady', faults }),
  );

const ASSETS = '/graphql/assets/';

const answerAsset = (response: ServerResponse, name: string): void => {
  const asset = explorerAsset(name);
  if (asset === undefined) throw new LiuhenError('NOT_FOUND', name);
  response.setHeader('cache-control', 'public, max-age=86400');
  send(response, 200, asset.type, asset.body);
};

const answerLedger = (response: ServerResponse, { type, caching, body }: PublishedFile): void => {
  response.setHeader('cache-control', caching);
  send(response, 200, type, body);
};

const answerExport = async (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const body = parseBody(await readBody(request, options.bodyLimit));
  const actor = await options.identify(request.headers.authorization);
  send(response, 200, JSON_TYPE, JSON.stringify(await options.takeExport(actor, body)));
};

const answer = async (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/graphql') {
    return wantsPage(request) ? send(response, 200, 'text/html; charset=utf-8', EXPLORER_PAGE) : answerGraphql(request, response, options);
  }
  if (path === '/healthz') return send(response, 200, JSON_TYPE, '{"status":"alive"}');
  if (path === '/readyz') return answerReadiness(response, options.unready());
  if (path === AUDIT_EXPORTS && request.method === 'POST') return answerExport(request, response, options);
  if (path.startsWith(LEDGER_PREFIX)) return answerLedger(response, options.ledgerFile(path.slice(LEDGER_PREFIX.length)));
  if (path.startsWith(ASSETS)) return answerAsset(response, path.slice(ASSETS.length));
  if (path.startsWith(EXPORTS)) {
    return options.exportReport(request, response, options.contextOf(await options.identify(request.headers.authorization)));
  }
  throw new LiuhenError('NOT_FOUND', `${path}; ${ERROR_CODES.NOT_FOUND.en}: /graphql, ${EXPORTS}, /healthz, /readyz`);
};

export const httpServer = (options: HttpOptions): Server =>
  createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => sendFault(response, error, options.log));
  });
