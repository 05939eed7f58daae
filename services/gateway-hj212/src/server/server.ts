import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Quarantine, QuarantineReason, Tls } from '@liuhen/infra';
import { Assembler } from '../protocol/assembler';
import { Framer, type Framed } from '../protocol/framer';
import { parseSegment, type Segment } from '../protocol/segment';
import { Addresses, BOUNDS, type Bounds } from './bounds';
import { intake, type IntakeOptions, type Taken } from './intake';

export interface GatewayLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Hj212ServerOptions extends IntakeOptions {
  readonly host: string;
  /** 0 for any. */
  readonly port: number;
  /** Undefined for plain TCP, which is what the standard knows. */
  readonly tls?: Tls | undefined;
  readonly bounds?: Bounds;
  readonly quarantine: Quarantine;
  readonly log: GatewayLog;
  /** Present time, ISO instant with offset. */
  now(): string;
}

export interface GatewayCounters {
  readonly accepted: number;
  /** Bad frames of every kind. */
  readonly rejected: number;
  readonly unknownDevice: number;
  readonly wrongPassword: number;
  /** Taken in but not recorded, because the law or the storage said no. */
  readonly failed: number;
  /** Connections refused or closed because of what they, or their address, brought. */
  readonly turnedAway: number;
  readonly connections: number;
}

/** A device that says nothing for this long has gone, milliseconds. */
const IDLE = 15 * 60_000;
/** Frames of one connection that wait before it is read on. */
const QUEUE = 64;
/** Patience with a handshake, milliseconds. */
const HANDSHAKE = 10_000;
const MOST_CONNECTIONS = 10_000;

const noCounters = { accepted: 0, rejected: 0, unknownDevice: 0, wrongPassword: 0, failed: 0, turnedAway: 0, connections: 0 };

const COUNTER: Readonly<Record<QuarantineReason, keyof typeof noCounters>> = {
  notAFrame: 'rejected',
  wrongLength: 'rejected',
  wrongCrc: 'rejected',
  notASegment: 'rejected',
  incomplete: 'rejected',
  unknownDevice: 'unknownDevice',
  wrongPassword: 'wrongPassword',
  refused: 'failed',
};

/** TCP server for HJ 212-2017. Each connection has its own framer and queue; one that misbehaves troubles no other. */
export class Hj212Server {
  readonly #counters = { ...noCounters };
  readonly #connections = new Map<Socket, Connection>();
  readonly #server: Server;
  readonly #addresses: Addresses;
  readonly #bounds: Bounds;
  readonly #take: (segment: Segment) => Promise<Taken>;

  constructor(private readonly options: Hj212ServerOptions) {
    this.#take = intake(options);
    this.#bounds = options.bounds ?? BOUNDS;
    this.#addresses = new Addresses(this.#bounds, () => performance.now());
    this.#server = this.#open(options.tls);
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  start(): Promise<{ readonly port: number }> {
    const { host, port } = this.options;

    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ host, port, backlog: 2_048 }, () => {
        this.#server.off('error', reject);
        this.#server.on('error', (error) => this.options.log.error({ err: error }, 'HJ 212 server'));
        resolve({ port: (this.#server.address() as AddressInfo).port });
      });
    });
  }

  /** Takes no more, finishes what was received, closes the connections. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await Promise.all([...this.#connections.values()].map((connection) => connection.finish()));
    await closed;
  }

  counters(): GatewayCounters {
    return { ...this.#counters, connections: this.#connections.size };
  }

  #open(tls: Tls | undefined): Server {
    const accept = (socket: Socket) => this.#accept(socket);
    if (tls === undefined) return createServer(accept);
    const server = createTlsServer({ ...tls.options, handshakeTimeout: HANDSHAKE }, accept);
    tls.onRenewal((context) => server.setSecureContext(context));

    return server;
  }

  #accept(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    if (!this.#addresses.enter(address)) return this.#turnAway(socket, 'too many connections of this address');
    socket.once('close', () => this.#addresses.leave(address));
    let inARow = 0;
    const connection = new Connection(socket, {
      take: this.#take,
      accepted: () => {
        inARow = 0;
        this.#counters.accepted += 1;
      },
      apart: (reason, mn, sample, bytes) => {
        inARow += 1;
        this.#keepApart(socket, { reason, mn, sample, bytes });
        if (inARow >= this.#bounds.inARow) this.#turnAway(socket, 'nothing but bad frames');
      },
      failed: (error, mn) => {
        this.#counters.failed += 1;
        this.options.log.error({ err: error, mn }, 'message not recorded, no answer sent');
      },
    });
    this.#connections.set(socket, connection);
    socket.once('close', () => this.#connections.delete(socket));
  }

  /** Said once for each connection, however much is still on its way. */
  #turnAway(socket: Socket, why: string): void {
    if (socket.destroyed) return;
    this.#counters.turnedAway += 1;
    this.options.log.warn({ remote: socket.remoteAddress, why }, 'connection closed');
    socket.destroy();
  }

  #keepApart(
    socket: Socket,
    { reason, mn, sample, bytes }: { reason: QuarantineReason; mn: string | null; sample: string; bytes: number },
  ): void {
    this.#counters[COUNTER[reason]] += 1;
    // What a closed connection still had on its way is counted, and nobody writes it down.
    if (socket.destroyed) return;
    if (!this.#addresses.misbehaved(socket.remoteAddress ?? '')) return this.#turnAway(socket, 'too many bad frames of this address');
    const remote = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
    this.options.quarantine
      .put({ receivedAt: this.options.now(), remote, reason, mn, bytes, sample })
      .catch((error: unknown) => this.options.log.error({ err: error, reason, mn }, 'quarantine failed'));
    this.options.log.warn({ reason, mn, remote, bytes }, 'kept apart');
  }
}

interface ConnectionEvents {
  take(segment: Segment): Promise<Taken>;
  accepted(): void;
  apart(reason: QuarantineReason, mn: string | null, sample: string, bytes: number): void;
  failed(error: unknown, mn: string): void;
}

const textOf = ({ qn, st, cn, mn, cp }: Segment): string => `QN=${qn ?? ''};ST=${st};CN=${cn};MN=${mn};CP=&&${cp}&&`;

class Connection {
  readonly #framer = new Framer();
  readonly #assembler = new Assembler();
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly socket: Socket,
    private readonly events: ConnectionEvents,
  ) {
    socket.setTimeout(IDLE, () => socket.destroy());
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#framed(this.#framer.push(chunk)));
    socket.on('end', () => this.#ended());
    // A reset is the end of a connection like any other; what was received is worked off.
    socket.on('error', () => this.#ended());
  }

  async finish(): Promise<void> {
    this.socket.pause();
    await this.#queue;
    this.socket.destroy();
  }

  #ended(): void {
    this.#framed(this.#framer.end());
    for (const segment of this.#assembler.rest()) this.#apart('incomplete', segment);
  }

  #framed(items: readonly Framed[]): void {
    for (const item of items) {
      if (item.kind === 'bad') this.events.apart(item.reason, null, item.sample.toString('latin1'), item.bytes);
      else this.#received(item.data);
    }
  }

  #received(data: Buffer): void {
    const segment = parseSegment(data);
    if (segment === undefined) return this.events.apart('notASegment', null, data.toString('latin1'), data.length);
    const assembled = this.#assembler.add(segment, performance.now());
    if (assembled.kind === 'given up') for (const each of assembled.segments) this.#apart('incomplete', each);
    if (assembled.kind === 'whole') this.#enqueue(assembled.segment);
  }

  #enqueue(segment: Segment): void {
    this.#waiting += 1;
    if (this.#waiting > QUEUE) this.socket.pause();
    this.#queue = this.#queue.then(() => this.#work(segment));
  }

  async #work(segment: Segment): Promise<void> {
    try {
      const taken = await this.events.take(segment);
      if (taken.kind === 'apart') this.#apart(taken.reason, segment);
      else {
        this.events.accepted();
        if (taken.answer !== null && this.socket.writable) this.socket.write(taken.answer);
      }
    } catch (error) {
      this.events.failed(error, segment.mn);
    }
    this.#waiting -= 1;
    if (this.#waiting <= QUEUE / 2 && this.socket.isPaused()) this.socket.resume();
  }

  #apart(reason: QuarantineReason, segment: Segment): void {
    const text = textOf(segment);
    this.events.apart(reason, segment.mn, text, text.length);
  }
}
