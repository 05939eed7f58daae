import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { encodeFrame } from '@liuhen/gateway-hj212';
import { readConfig } from '@liuhen/infra';
import WebSocket from 'ws';
import { at, authorityOf, issued, put, type Pair } from './testing/certificates';
import { Lair } from './testing/lair';

/** The common name of whom one got through to, or why not. */
const shaken = (port: number, options: ConnectionOptions): Promise<string> =>
  new Promise((resolve) => {
    const socket: TLSSocket = connect({ host: '127.0.0.1', servername: 'localhost', port, ...options }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.on('error', (error) => resolve(error.message));
  });

const asked = (url: string, options: object): Promise<number | string> =>
  new Promise((resolve) => {
    request(url, { servername: 'localhost', ...options }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', () => resolve('refused'))
      .end();
  });

describe('a service with a certificate', () => {
  let lair: Lair;
  let ca: Pair;
  let port = 0;

  beforeAll(async () => {
    ca = await authorityOf('authority of this test');
    lair = await Lair.open({ ...put('first', await issued('first', ca)), LIUHEN_HJ212_TLS: 'on' });
    port = Number(new URL(lair.service.graphql).port);
  });

  afterAll(() => lair.service.stop());

  it('answers over TLS, and over nothing else', async () => {
    expect(await asked(`https://127.0.0.1:${port}/healthz`, { ca: ca.cert })).toBe(200);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('speaks no version before 1.2', async () => {
    const old = { ca: ca.cert, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

    expect(await shaken(port, old)).not.toBe('first');
    expect(await shaken(port, { ca: ca.cert, maxVersion: 'TLSv1.2' })).toBe('first');
  });

  it('serves subscriptions under it', async () => {
    const socket = new WebSocket(lair.service.websocket, 'graphql-transport-ws', { ca: ca.cert });
    const acknowledged = new Promise((resolve) => socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString()))));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await lair.token()}` } }));

    expect(await acknowledged).toMatchObject({ type: 'connection_ack' });
    socket.close();
  });

  it('takes frames of devices under it', async () => {
    const device = connect({ host: '127.0.0.1', servername: 'localhost', port: lair.service.hj212?.port ?? 0, ca: ca.cert });
    await new Promise((resolve) => device.once('secureConnect', resolve));
    device.end(
      encodeFrame({ qn: '20240830000500000', st: '32', cn: '2011', pw: 'x', mn: 'NOBODY', flag: 5, cp: 'DataTime=20240830000400' }),
    );
    await new Promise((resolve) => device.once('close', resolve));

    expect(lair.service.frames().unknownDevice).toBe(1);
  });

  it('takes up a renewed certificate without a stop, and keeps the old one where the new is no good', async () => {
    put('first', await issued('second', ca));
    process.emit('SIGHUP');
    expect(await shaken(port, { ca: ca.cert })).toBe('second');
    writeFileSync(at('first.pem'), 'no certificate');
    process.emit('SIGHUP');
    expect(await shaken(port, { ca: ca.cert })).toBe('second');
    put('first', await issued('third', ca));
    // By the change of its files alone.
    while ((await shaken(port, { ca: ca.cert })) !== 'third');
  });
});

describe('a service that asks for certificates of its clients', () => {
  it('speaks with those of its authority only', async () => {
    const [ca, other] = [await authorityOf('ours'), await authorityOf('others')];
    writeFileSync(at('clients.pem'), ca.cert);
    const lair = await Lair.open({ ...put('server', await issued('server', ca)), LIUHEN_TLS_CLIENT_CA: at('clients.pem') });
    const url = `${lair.origin}/healthz`;

    expect(await asked(url, { ca: ca.cert, ...(await issued('officer', ca)) })).toBe(200);
    expect(await asked(url, { ca: ca.cert })).toBe('refused');
    expect(await asked(url, { ca: ca.cert, ...(await issued('officer', other)) })).toBe('refused');
    await lair.service.stop();
  });
});

describe('a certificate that cannot be used', () => {
  it('is refused at the start by the name of its variable', async () => {
    const ca = await authorityOf('a');
    const { LIUHEN_TLS_CERT = '' } = put('one', await issued('one', ca));
    const { LIUHEN_TLS_KEY = '' } = put('two', await issued('two', ca));

    expect(() => readConfig({ LIUHEN_TLS_CERT })).toThrow(/LIUHEN_TLS_KEY/u);
    expect(() => readConfig({ LIUHEN_HJ212_TLS: 'on' })).toThrow(/LIUHEN_HJ212_TLS/u);
    await expect(Lair.open({ LIUHEN_TLS_CERT, LIUHEN_TLS_KEY })).rejects.toThrow(/CONFIG_INVALID.*LIUHEN_TLS/u);
    await expect(Lair.open({ LIUHEN_TLS_CERT: at('none'), LIUHEN_TLS_KEY })).rejects.toThrow(/LIUHEN_TLS_CERT.*cannot be read/u);
  });
});
