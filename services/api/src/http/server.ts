import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { randomUUID } from 'node:crypto';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Tls } from '@liuhen/infra';
import type { GraphContext } from '@liuhen/schema';
import { ERROR_CODES, LiuhenError, type Actor, type ErrorCode } from '@liuhen/workflows';
import type { Logger } from 'pino';
import { codeOrInternal, errorBody } from '../graphql/errors';
import { EVIDENCE_PREFIX, type EvidenceFiles } from '../evidence/files';
import { EXPORTS, type exporter } from '../export/answer';
import { parseBody, readBody } from './body';
import { searchWithText, withText, type Operations } from '../graphql/listed';
import { AUDIT_EXPORTS, LEDGER_PREFIX, type PublishedFile } from '../ledger/routes';
import { EXPLORER_PAGE, explorerAsset } from './explorer';
import { EXPLORER_POLICY, secure } from './headers';
import type { AddressOf } from './address';
import { CHALLENGES } from './challenge';
import { withAtMost } from './connections';
import { isOfStranger, isProving, type Doorkeeper } from './doorkeeper';
import type { Rate } from './rate';
import { PUBLIC_DISCLOSURES } from '../public-disclosures/notice-board';
import { FOLLOW, PUBLIC_REPORTS, type PublicWindow } from '../public-reports/window';

interface Patience {
  readonly head: number;
  /** Over a body that is not a file. */
  readonly body: number;
  /** Over the whole of a request, with a file in it. */
  readonly request: number;
}

/** A client that drips is cut off, milliseconds. */
const PATIENCE: Patience = { head: 10_000, body: 30_000, request: 900_000 };

export interface HttpOptions {
  readonly apollo: ApolloServer<GraphContext>;
  readonly allowed: Operations;
  readonly log: Logger;
  /** Bytes. */
  readonly bodyLimit: number;
  /** Open at once at most. */
  readonly connections: number;
  /** Undefined for plain HTTP. */
  readonly tls?: Tls | undefined;
  /** No explorer. */
  readonly production: boolean;
  readonly rate: Rate;
  readonly addressOf: AddressOf;
  readonly window: PublicWindow;
  /** What stands before the public. */
  readonly noticeBoard: (search: URLSearchParams) => Promise<object>;
  /** How long a client may take, milliseconds. */
  readonly patience?: Patience;
  readonly doorkeeper: Pick<Doorkeeper, 'ofRequest' | 'nonce'>;
  contextOf(actor: Actor | null): GraphContext;
  /** What the ledger publishes under a path; throws `NOT_FOUND`. */
  ledgerFile(path: string): PublishedFile;
  /** Puts an audit export on record. */
  takeExport(actor: Actor | null, body: unknown): Promise<object>;
  readonly evidence: EvidenceFiles;
  readonly exportReport: ReturnType<typeof exporter>;
  /** Why not ready, empty when ready. */
  unready(): readonly string[];
  /** Read models that are rebuilt for a newer version, and are not fresh meanwhile. */
  rebuilding(): readonly string[];
}

const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  ...Object.fromEntries(Object.keys(CHALLENGES).map((code) => [code, 401])),
  GUARD_REFUSED: 422,
  FORBIDDEN: 403,
  OPERATION_NOT_LISTED: 403,
  INVALID_INPUT: 400,
  BAD_USER_INPUT: 400,
  BAD_CURSOR: 400,
  BODY_TOO_LARGE: 413,
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  SHUTTING_DOWN: 503,
  ISSUER_UNREACHABLE: 503,
  RATE_LIMITED: 429,
  PROOFS_FULL: 503,
  TOO_SLOW: 408,
  UNKNOWN_ID: 404,
  EVIDENCE_TYPE: 415,
  EVIDENCE_DIGEST: 409,
  EVIDENCE_INFECTED: 422,
  SCANNER_UNREACHABLE: 503,
  STORAGE_FULL: 507,
};

/** The rest of the body was not read. */
const UNREAD: readonly ErrorCode[] = ['BODY_TOO_LARGE', 'TOO_SLOW', 'EVIDENCE_TYPE', 'STORAGE_FULL'];

const JSON_TYPE = 'application/json; charset=utf-8';

const send = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
};

/** The id under which the log has it: all that whoever asked is told. */
const loggedUnder = (error: unknown, log: Logger): string => {
  const id = randomUUID();
  log.error({ err: error, id }, 'unforeseen fault');

  return id;
};

const sendFault = (response: ServerResponse, error: unknown, log: Logger): void => {
  const code = codeOrInternal(error);
  // Half a file is under way: cut off, so that nobody takes it for a whole one.
  if (response.headersSent) {
    log.error({ err: error }, 'an answer broke off');
    response.destroy();

    return;
  }
  const detail = code === 'INTERNAL' ? loggedUnder(error, log) : (error as LiuhenError).detail;
  // What is left of an oversized body is never read, so the connection cannot serve another request.
  if (UNREAD.includes(code)) response.setHeader('connection', 'close');
  if (code === 'RATE_LIMITED' || code === 'PROOFS_FULL') response.setHeader('retry-after', detail);
  const challenge = CHALLENGES[code];
  if (challenge !== undefined) response.setHeader('www-authenticate', challenge);
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

/** Who asks, as long as they do not ask too often. */
const identified = async (request: IncomingMessage, options: HttpOptions): Promise<Actor | null> => {
  const { rate, addressOf, doorkeeper } = options;
  const identity = await doorkeeper.ofRequest(request).catch(async (error: unknown) => {
    if (isOfStranger(error)) await rate.stranger(addressOf(request));
    throw error;
  });
  const actor = identity?.actor ?? null;
  if (actor === null) await rate.stranger(addressOf(request));
  else await rate.person(actor.person);

  return actor;
};

const answerGraphql = async (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const { apollo, allowed, bodyLimit, patience } = options;
  const text = request.method === 'POST' ? await readBody(request, { bytes: bodyLimit, milliseconds: (patience ?? PATIENCE).body }) : '';
  const actor = await identified(request, options);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: request.method === 'POST' ? '' : searchWithText(allowed, new URL(request.url ?? '/', 'http://localhost').searchParams),
      body: request.method === 'POST' ? withText(allowed, parseBody(text)) : undefined,
    },
    context: () => Promise.resolve(options.contextOf(actor)),
  });
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === 'chunked') throw new LiuhenError('BAD_REQUEST', 'incremental delivery is not served');
  response.statusCode = answer.status ?? 200;
  response.end(answer.body.string);
};

const answerReadiness = (response: ServerResponse, options: HttpOptions): void => {
  const faults = options.unready();
  const status = faults.length === 0 ? 'ready' : 'notReady';
  send(response, faults.length === 0 ? 200 : 503, JSON_TYPE, JSON.stringify({ status, faults, rebuilding: options.rebuilding() }));
};

const ASSETS = '/graphql/assets/';

const answerAsset = (response: ServerResponse, name: string): void => {
  const asset = explorerAsset(name);
  if (asset === undefined) throw new LiuhenError('NOT_FOUND', name);
  response.setHeader('cache-control', 'public, max-age=86400');
  send(response, 200, asset.type, asset.body);
};

const answerExplorer = (response: ServerResponse): void => {
  response.setHeader('content-security-policy', EXPLORER_POLICY);
  send(response, 200, 'text/html; charset=utf-8', EXPLORER_PAGE);
};

const answerLedger = (response: ServerResponse, { type, caching, body }: PublishedFile): void => {
  response.setHeader('cache-control', caching);
  send(response, 200, type, body);
};

const answerExport = async (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const body = parseBody(await readBody(request, { bytes: options.bodyLimit, milliseconds: (options.patience ?? PATIENCE).body }));
  const actor = await identified(request, options);
  send(response, 200, JSON_TYPE, JSON.stringify(await options.takeExport(actor, body)));
};

const answerEvidence = async (path: string, request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const context = options.contextOf(await identified(request, options));
  if (request.method === 'PUT') {
    const { status, body } = await options.evidence.take(path, request, context);

    return send(response, status, JSON_TYPE, JSON.stringify(body));
  }
  if (request.method !== 'GET') throw new LiuhenError('NOT_FOUND', `GET or PUT ${EVIDENCE_PREFIX}<digest>`);

  return options.evidence.give(path, new URL(request.url ?? '/', 'http://localhost').searchParams, { response, context });
};

const answerPublic = async (path: string, request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const { window, addressOf } = options;
  if (request.method !== 'POST') throw new LiuhenError('NOT_FOUND', `POST ${path}`);
  const address = addressOf(request);
  if (path === FOLLOW) return send(response, 200, JSON_TYPE, JSON.stringify(await window.follow(request, address)));

  return send(response, 201, JSON_TYPE, JSON.stringify(await window.file(request, address)));
};

/** What is answered to whoever has a right to it. */
const answerAsked = async (path: string, request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  if (path === '/graphql') return answerGraphql(request, response, options);
  if (path === AUDIT_EXPORTS && request.method === 'POST') return answerExport(request, response, options);
  if (path === PUBLIC_DISCLOSURES && request.method === 'GET') {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');

    return send(response, 200, JSON_TYPE, JSON.stringify(await options.noticeBoard(searchParams)));
  }
  if (path === PUBLIC_REPORTS || path === FOLLOW) return answerPublic(path, request, response, options);
  if (path.startsWith(LEDGER_PREFIX)) return answerLedger(response, options.ledgerFile(path.slice(LEDGER_PREFIX.length)));
  if (path.startsWith(EVIDENCE_PREFIX)) return answerEvidence(path, request, response, options);
  if (path.startsWith(EXPORTS)) {
    return options.exportReport(request, response, options.contextOf(await identified(request, options)));
  }
  throw new LiuhenError(
    'NOT_FOUND',
    `${path}; ${ERROR_CODES.NOT_FOUND.en}: /graphql, ${EXPORTS}, ${PUBLIC_DISCLOSURES}, ${PUBLIC_REPORTS}, /healthz, /readyz`,
  );
};

const answer = async (request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> => {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  secure(response);
  if (path === '/healthz') return send(response, 200, JSON_TYPE, '{"status":"alive"}');
  if (path === '/readyz') return answerReadiness(response, options);
  await options.rate.address(options.addressOf(request));
  if (isProving(request)) response.setHeader('dpop-nonce', options.doorkeeper.nonce());
  if (!options.production && path === '/graphql' && wantsPage(request)) return answerExplorer(response);
  if (!options.production && path.startsWith(ASSETS)) return answerAsset(response, path.slice(ASSETS.length));

  return answerAsked(path, request, response, options);
};

const open = (limits: ServerOptions, listener: RequestListener, tls: Tls | undefined): Server => {
  if (tls === undefined) return createServer(limits, listener);
  const server = createTlsServer({ ...limits, ...tls.options }, listener);
  tls.onRenewal((context) => server.setSecureContext(context));

  return server;
};

export const httpServer = (options: HttpOptions): Server => {
  const { head, request: whole } = options.patience ?? PATIENCE;
  const limits = { headersTimeout: head, requestTimeout: whole, connectionsCheckingInterval: Math.min(head, 5_000), maxHeaderSize: 16_384 };
  const listener: RequestListener = (request, response) => {
    answer(request, response, options).catch((error: unknown) => sendFault(response, error, options.log));
  };
  const server = open(limits, listener, options.tls);

  return withAtMost(options.connections, server, options.log);
};
