import { connect, type Socket } from 'node:net';
import { Framer } from './protocol/framer';
import { parseSegment, type Segment } from './protocol/segment';

/** A device on the wire, for demonstrations, tests and benchmarks. */
export class DeviceSimulator {
  readonly answers: Segment[] = [];
  /** Settles when the connection is over. */
  readonly gone: Promise<void>;
  readonly #framer = new Framer();
  readonly #waiting = new Set<{ readonly count: number; readonly done: () => void }>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.#received(chunk));
    socket.on('error', () => socket.destroy());
    this.gone = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static connect(port: number, host: string): Promise<DeviceSimulator> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host }, () => resolve(new DeviceSimulator(socket)));
      socket.once('error', reject);
    });
  }

  /** Settles when the bytes have left. */
  send(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.write(bytes, (error) => (error == null ? resolve() : reject(error)));
    });
  }

  /** Settles when so many answers have come in all. */
  answered(count: number): Promise<void> {
    if (this.answers.length >= count) return Promise.resolve();

    return new Promise((done) => this.#waiting.add({ count, done: () => done() }));
  }

  close(): Promise<void> {
    this.socket.end();
    this.socket.resume();

    return this.gone;
  }

  #received(chunk: Buffer): void {
    for (const item of this.#framer.push(chunk)) {
      const segment = item.kind === 'segment' ? parseSegment(item.data) : undefined;
      if (segment !== undefined) this.answers.push(segment);
    }
    for (const each of [...this.#waiting]) {
      if (this.answers.length < each.count) continue;
      this.#waiting.delete(each);
      each.done();
    }
  }
}
