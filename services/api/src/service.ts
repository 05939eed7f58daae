import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { counted, gatewayOver, type GatewayCounters } from '@liuhen/gateway-hj212';
import {
  chinaNow,
  CLOCK_LIMIT,
  EventSourcedDesk,
  keysOf,
  openEmbeddedIssuer,
  openKeyVault,
  openTls,
  PunctualDesk,
  settleKeys,
  TrustedClock,
  WatchedDesk,
  type Config,
  type EmbeddedIssuer,
  type EventStore,
  type KeyVault,
  type LagProbe,
  type Tls,
  type TrustedIssuer,
} from '@liuhen/infra';
import { knownStandings } from '@liuhen/projections';
import { clockOver, type Scheduler } from '@liuhen/scheduler';
import { buildSchema, type GraphContext } from '@liuhen/schema';
import { type Actor, type Desk, type Position } from '@liuhen/workflows';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { openEvidenceFiles, type EvidenceFiles } from './evidence/files';
import { exporter } from './export/answer';
import { CompiledOperations } from './graphql/compiled';
import { errorFormatter } from './graphql/errors';
import { anyOperation, listedOperations, type Operations } from './graphql/listed';
import { graphqlServer } from './graphql/server';
import { Forgetting } from './forgetting';
import { addressOf, isProxyOf, type IsProxy } from './http/address';
import { rate } from './http/rate';
import { noticeBoard } from './public-disclosures/notice-board';
import { PublicWindow } from './public-reports/window';
import { takeExport } from './ledger/exports';
import { publishedFile } from './ledger/routes';
import { httpServer } from './http/server';
import { openLagProbe, openMetrics, openTelemetry } from './observability';
import { closeStores, openStores, type Stores } from './stores';
import { doorkeeperOf, inUrl, issuersOf, warnedOfTrial } from './trust';
import { FanOut } from './subscriptions/fan-out';
import { socketServer } from './subscriptions/socket';

export interface RunningService {
  readonly graphql: string;
  readonly websocket: string;
  /** Null where this process is no gateway. */
  readonly hj212: { readonly host: string; readonly port: number } | null;
  /** Undefined where metrics are off. */
  readonly metrics: string | undefined;
  /** Signs tokens for this service, as long as they are trusted. */
  readonly issuer: EmbeddedIssuer;
  readonly trustsEmbeddedIssuer: boolean;
  frames(): GatewayCounters;
  /** Position of the last event in the log. */
  head(): Promise<Position>;
  /** Number of events in the log. */
  countEvents(): Promise<number>;
  /** Takes nothing new, finishes what is under way, flushes, closes. */
  stop(): Promise<void>;
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const closeHttp = (server: Server, seconds: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), seconds * 1_000);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });

const countAll = async (store: EventStore): Promise<number> => {
  let count = 0;
  let after: Position = 0;
  for (;;) {
    const page = await store.readAll(after, 1_000);
    const last = page.at(-1);
    if (last === undefined) return count;
    count += page.length;
    after = last.position;
  }
};

interface Served {
  readonly schema: GraphQLSchema;
  readonly allowed: Operations;
  readonly isProxy: IsProxy;
  readonly issuers: readonly TrustedIssuer[];
  readonly config: Config;
  readonly log: Logger;
  readonly stores: Stores;
  readonly issuer: EmbeddedIssuer;
  readonly desk: Desk;
  readonly vault: KeyVault;
  readonly forgetting: Forgetting;
  readonly lag: LagProbe;
  readonly tls: Tls | undefined;
  /** Undefined where another process is the clock. */
  readonly scheduler: Scheduler | undefined;
}

interface Door {
  readonly port: number;
  close(): Promise<void>;
}

const contexts =
  ({ stores, desk, vault }: Served) =>
  (actor: Actor | null): GraphContext => ({
    actor,
    desk,
    reader: stores.readStore,
    feed: stores.store,
    history: (stream) => stores.store.readStream(stream),
    noteRead: (look) => stores.reads.note(look),
    unseal: (sealed) => vault.unseal(sealed),
    waitFor: (position, milliseconds) => stores.freshness.waitFor(position, milliseconds),
    now: chinaNow,
  });

/** Why not ready, in words; empty when ready. */
const faultsOf = ({ config, stores, forgetting, scheduler, lag }: Served): readonly string[] => [
  ...stores.logWatch.faults,
  ...stores.ledger.faults(),
  ...(stores.keeper?.fault === undefined ? [] : ['projector']),
  ...(stores.watch.fault === undefined ? [] : ['read models cannot be asked']),
  ...(forgetting.fault === undefined ? [] : ['keys that were ordered destroyed']),
  ...(scheduler?.status().fault === undefined ? [] : ['scheduler']),
  ...(lag.last.seconds > config.lagSeconds ? ['read models are catching up'] : []),
  ...(Math.abs(lag.apart) * 1_000 > CLOCK_LIMIT ? ['clocks are apart'] : []),
];

/** GraphQL over HTTP and WebSocket. */
const openApi = async (served: Served, evidence: EvidenceFiles): Promise<Door> => {
  const { config, log, stores, schema, allowed } = served;
  const { production } = config;
  const operations = new CompiledOperations(schema, config.answerMilliseconds);
  const fanOut = new FanOut(stores.store, log);
  await fanOut.start();
  const limit = rate(config.requestsPerMinute);
  const address = addressOf(served.isProxy);
  let port = config.port;
  const keeper = doorkeeperOf(served, () => port);
  const contextOf = contexts(served);
  const apollo = graphqlServer({ schema, operations, log, production });
  await apollo.start();
  const http = httpServer({
    apollo,
    allowed,
    log,
    bodyLimit: config.bodyLimit,
    connections: config.connections,
    tls: served.tls,
    production,
    rate: limit,
    addressOf: address,
    noticeBoard: noticeBoard(stores.readStore),
    window: new PublicWindow({ desk: served.desk, store: stores.store, rate: limit, now: chinaNow }),
    doorkeeper: keeper,
    contextOf,
    takeExport: (actor, body) => takeExport({ store: stores.store, reader: stores.readStore, keeper: stores.ledger.keeper }, actor, body),
    ledgerFile: (path) => publishedFile(stores.ledger.keeper, path),
    evidence,
    exportReport: exporter(schema),
    unready: () => faultsOf(served),
    rebuilding: () => stores.progress.rebuilding,
  });
  const closeSockets = socketServer(http, {
    schema,
    operations,
    allowed,
    fanOut,
    log,
    production,
    rate: limit,
    addressOf: address,
    doorkeeper: keeper,
    contextOf,
    formatError: errorFormatter(log, { hints: !production }),
    now: Date.now,
  });

  port = await listen(http, config.port, config.host);

  return {
    port,
    close: async () => {
      await closeSockets();
      await closeHttp(http, config.stopSeconds);
      await apollo.stop();
      await fanOut.stop();
    },
  };
};

const NO_FRAMES: GatewayCounters = {
  accepted: 0,
  rejected: 0,
  unknownDevice: 0,
  wrongPassword: 0,
  failed: 0,
  turnedAway: 0,
  connections: 0,
};

const deskOver = ({ store, readStore, late }: Stores, seals: KeyVault, clock: TrustedClock): Desk =>
  new EventSourcedDesk({ store, now: () => clock.now(), seals, late, standingOf: knownStandings(readStore) });

/** Puts the roles of this process together and starts them. */
export const startService = async (config: Config, log: Logger): Promise<RunningService> => {
  const isTrial = warnedOfTrial(config, log);
  const telemetry = openTelemetry(config);
  const schema = buildSchema();
  // Files of the operator are refused before anything is opened.
  const allowed = config.operations === null ? anyOperation : listedOperations(schema, config.operations);
  const isProxy = isProxyOf(config.proxies);
  const issuers = issuersOf(config);
  for (const key of settleKeys(config)) log.info({ key, to: config.keys }, 'moved out of the data folder');
  const evidence = await openEvidenceFiles(config);
  const tls = config.tls === null ? undefined : openTls(config.tls, log);
  const stores = await openStores(config, log, telemetry);
  const issuer = await openEmbeddedIssuer(config.data);
  const vault = openKeyVault({ folder: keysOf(config), suite: config.ledger.suite, device: config.keyDevice });
  const clock = TrustedClock.beside(() => stores.readStore.clock(), log);
  const punctual = new PunctualDesk(deskOver(stores, vault, clock), { patience: config.answerMilliseconds, log });
  const desk = new WatchedDesk(punctual, telemetry, Date.now);
  const forgetting = new Forgetting({ reader: stores.readStore, vault, log });
  const lag = openLagProbe(stores, log);
  const scheduler = config.roles.includes('scheduler') ? clockOver({ ...stores, reader: stores.readStore }, config, log) : undefined;
  const served: Served = { schema, allowed, isProxy, issuers, config, log, stores, issuer, desk, vault, forgetting, scheduler, lag, tls };
  const gateway = config.roles.includes('gateway') ? await gatewayOver({ ...served, reader: stores.readStore }, config, log) : undefined;
  const frames = () => gateway?.frames() ?? NO_FRAMES;
  const api = await openApi(served, evidence);
  scheduler?.start();
  const metrics = await openMetrics(config, telemetry, { ...stores, lag, frames: () => counted(frames()) });
  log.info({ port: api.port, hj212: gateway?.port, data: config.data }, 'serving');

  return {
    graphql: `http${tls === undefined ? '' : 's'}://${inUrl(config.host)}:${api.port}/graphql`,
    websocket: `ws${tls === undefined ? '' : 's'}://${inUrl(config.host)}:${api.port}/graphql`,
    hj212: gateway === undefined ? null : { host: config.host, port: gateway.port },
    issuer,
    trustsEmbeddedIssuer: isTrial,
    metrics: metrics.port === undefined ? undefined : `http://${inUrl(config.host)}:${metrics.port}/metrics`,
    frames,
    head: () => stores.store.head(),
    countEvents: () => countAll(stores.store),
    stop: async () => {
      await gateway?.close();
      await api.close();
      await forgetting.stop();
      await scheduler?.stop();
      lag.stop();
      clock.stop();
      tls?.close();
      await metrics.close();
      await closeStores(stores);
      log.info('stopped');
    },
  };
};
