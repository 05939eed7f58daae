import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { Lair } from './testing/lair';

const MOST = 3;

describe('a service that has as many connections as may be open', () => {
  const said: string[] = [];
  let lair: Lair;
  const dial = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(lair.origin).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');

    return socket;
  };

  /** What it answers over a connection of its own, empty where it cut it off. */
  const alive = async (): Promise<string> => {
    const socket = await dial();
    const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
    socket.end('GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await closed;

    return Buffer.concat(chunks).toString().split('\r\n')[0] ?? '';
  };

  beforeAll(async () => {
    lair = await Lair.open(
      { LIUHEN_CONNECTIONS: String(MOST) },
      pino({ level: 'warn' }, { write: (line: string) => void said.push(line) }),
    );
  });

  afterAll(() => lair.service.stop());

  it('cuts off what comes beyond, says so once however many come, and serves again when one has left', async () => {
    expect(await alive()).toBe('HTTP/1.1 200 OK');

    const idle = await Promise.all(Array.from({ length: MOST }, dial));
    expect(await alive()).toBe('');
    expect(await alive()).toBe('');
    expect(said.filter((line) => line.includes('as many connections are open as may be'))).toHaveLength(1);

    const gone = idle.map((socket) => once(socket, 'close'));
    idle.forEach((socket) => socket.destroy());
    await Promise.all(gone);
    let answered = '';
    while (answered === '') answered = await alive();
    expect(answered).toBe('HTTP/1.1 200 OK');
  });
});
