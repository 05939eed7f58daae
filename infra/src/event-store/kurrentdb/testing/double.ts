import { Server, ServerCredentials, status, type Metadata } from '@grpc/grpc-js';
import { GossipService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { StreamsService, type IStreamsServer } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { answerAppend, answerBatches, type AppendFault } from './double-append';
import { DoubleLog } from './double-log';
import { denied, fault, nameOf, notLeader, unavailable } from './double-messages';
import { answerRead, DoubleSubscription, type ReadCall } from './double-read';

/** `refused`: told unavailable; `silent`: never answered; a number: the connection breaks after so many events. */
export type ReadFault = 'refused' | 'silent' | number;

export interface DoubleOptions {
  readonly version?: string;
  /** PEM; without it the double speaks plain text and, as the server, ignores credentials. */
  readonly tls?: { readonly key: string; readonly certificate: string };
  readonly credentials?: string;
  readonly log?: DoubleLog;
  /** Servers without it get one call for each append. */
  readonly batches?: boolean;
}

interface Node {
  server: Server | undefined;
  port: number;
  readonly subscriptions: Set<DoubleSubscription>;
}

const HOST = '127.0.0.1';

const batchMethods = (batches: boolean): readonly features.SupportedMethod[] =>
  !batches ? [] : [new features.SupportedMethod().setServiceName('event_store.client.streams.Streams').setMethodName('batchappend')];

/**
 * A server that speaks the published Streams protocol through the client package's own description of it, on one or
 * several nodes that share a log, with faults on demand. It is the log in memory and the wire around it, nothing else.
 */
export class KurrentDouble {
  readonly log: DoubleLog;
  readonly appendFaults: AppendFault[] = [];
  readonly readFaults: ReadFault[] = [];
  /** Streams of batches and single appends opened so far. */
  readonly calls = { batches: 0, appends: 0 };
  deliversTwice = false;
  tellsCaughtUp = true;
  version: string;
  #leader = 0;
  readonly #nodes: Node[] = [];

  private constructor(private readonly options: DoubleOptions) {
    this.log = options.log ?? new DoubleLog();
    this.version = options.version ?? '23.10.7';
  }

  static async start(options: DoubleOptions = {}, nodes = 1): Promise<KurrentDouble> {
    const double = new KurrentDouble(options);
    for (let at = 0; at < nodes; at += 1) {
      double.#nodes.push({ server: undefined, port: 0, subscriptions: new Set() });
      await double.up(at);
    }

    return double;
  }

  get url(): string {
    const hosts = this.#nodes.map(({ port }) => `${HOST}:${port}`).join(',');

    return `kurrentdb://${hosts}?tls=${this.options.tls === undefined ? 'false' : 'true'}`;
  }

  /** Brings a node up, on the port that it had. */
  async up(at = 0): Promise<void> {
    const node = this.#node(at);
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1_024 * 1_024 });
    server.addService(StreamsService, this.#streams(at));
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, reply: (error: object | null, value?: features.SupportedMethods) => void) =>
        this.version === ''
          ? reply(fault(status.UNIMPLEMENTED, 'not known'))
          : reply(
              null,
              new features.SupportedMethods()
                .setEventStoreServerVersion(this.version)
                .setMethodsList([...batchMethods(this.options.batches ?? true)]),
            ),
    });
    server.addService(GossipService, {
      read: (_call: unknown, reply: (error: null, value: gossip.ClusterInfo) => void) => reply(null, this.#cluster()),
    });
    const { tls } = this.options;
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [{ private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) }]);
    node.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`${HOST}:${node.port}`, credentials, (error, port) => (error === null ? resolve(port) : reject(error)));
    });
    node.server = server;
  }

  /** Takes a node down at once, with all its connections. */
  down(at = 0): void {
    const node = this.#node(at);
    node.server?.forceShutdown();
    node.server = undefined;
    node.subscriptions.clear();
  }

  /** Another node leads from now on; subscriptions and appends of the old one are told so. */
  elect(at: number): void {
    const before = this.#node(this.#leader);
    this.#leader = at;
    const { port } = this.#node(at);
    for (const subscription of before.subscriptions) subscription.cut(notLeader(HOST, port));
    before.subscriptions.clear();
  }

  /** Ends every subscription: with an error, or as if the server had nothing more to say. */
  cutSubscriptions(how: 'error' | 'end' = 'error'): void {
    for (const { subscriptions } of this.#nodes) {
      for (const subscription of subscriptions) subscription.cut(how === 'end' ? undefined : unavailable());
      subscriptions.clear();
    }
  }

  fallBehind(): void {
    for (const { subscriptions } of this.#nodes) for (const subscription of subscriptions) subscription.fallBehind();
  }

  get subscriptions(): number {
    return this.#nodes.reduce((sum, { subscriptions }) => sum + subscriptions.size, 0);
  }

  stop(): void {
    this.#nodes.forEach((_, at) => this.down(at));
  }

  #node(at: number): Node {
    const node = this.#nodes[at];
    if (node === undefined) throw new Error(`the double has no node ${at}`);

    return node;
  }

  #refusal(at: number, metadata: Metadata): object | undefined {
    const { credentials, tls } = this.options;
    if (tls !== undefined && credentials !== undefined) {
      const wanted = `Basic ${Buffer.from(credentials).toString('base64')}`;
      if (metadata.get('authorization')[0] !== wanted) return denied();
    }

    return at !== this.#leader && metadata.get('requires-leader')[0]?.toString() === 'true'
      ? notLeader(HOST, this.#node(this.#leader).port)
      : undefined;
  }

  #streams(at: number): IStreamsServer {
    const appender = { log: this.log, nextFault: () => this.appendFaults.shift() };

    return {
      read: (call) => {
        const refused = this.#refusal(at, call.metadata);
        if (refused !== undefined) call.emit('error', refused);
        else void this.#read(at, call);
      },
      append: (call, reply) => {
        const refused = this.#refusal(at, call.metadata);
        if (refused !== undefined) reply(refused);
        else {
          this.calls.appends += 1;
          answerAppend(appender, call, reply);
        }
      },
      batchAppend: (call) => {
        const refused = this.#refusal(at, call.metadata);
        if (refused !== undefined) call.emit('error', refused);
        else {
          this.calls.batches += 1;
          answerBatches(appender, call);
        }
      },
      delete: (call, reply) => {
        this.log.delete(nameOf(call.request.getOptions()?.getStreamIdentifier()));
        reply(null, new streams.DeleteResp());
      },
      tombstone: (call, reply) => {
        this.log.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()));
        reply(null, new streams.TombstoneResp());
      },
    };
  }

  async #read(at: number, call: ReadCall): Promise<void> {
    if (call.request.getOptions()?.hasSubscription() === true) {
      const subscription = new DoubleSubscription(this.log, call, this);
      const { subscriptions } = this.#node(at);
      subscriptions.add(subscription);
      await subscription.run();
      subscriptions.delete(subscription);

      return;
    }
    const happens = this.readFaults.shift();
    if (happens === 'refused') call.emit('error', unavailable());
    else if (happens !== 'silent') await answerRead(this.log, call, happens);
  }

  #cluster(): gossip.ClusterInfo {
    const { FOLLOWER, LEADER } = gossip.MemberInfo.VNodeState;

    return new gossip.ClusterInfo().setMembersList(
      this.#nodes.map(({ port, server }, at) =>
        new gossip.MemberInfo()
          .setInstanceId(new shared.UUID().setString(`00000000-0000-4000-8000-00000000000${at}`))
          .setTimeStamp(String(Date.now()))
          .setState(at === this.#leader ? LEADER : FOLLOWER)
          .setIsAlive(server !== undefined)
          .setHttpEndPoint(new gossip.EndPoint().setAddress(HOST).setPort(port)),
      ),
    );
  }
}
