import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KurrentDBClient, jsonEvent } from '@kurrent/kurrentdb-client';
import { START } from '@liuhen/workflows';
import { generate } from 'selfsigned';
import { someEvents } from '../testing/events';
import type { StoreLog } from './options';
import { openAt, startDouble, stopDoubles } from './testing/opened';

const HASTY = { deadline: 400, patience: 500 };

afterEach(stopDoubles);

const foreign = () => jsonEvent({ type: 'OrderPlaced', data: { order: 1 } });

const recording = (): StoreLog & { readonly errors: object[] } => {
  const errors: object[] = [];

  return { errors, info: () => undefined, error: (fields) => errors.push(fields) };
};

describe('opening the log of a server is refused, and nothing is written', () => {
  it.each(['', 'http://127.0.0.1:2113', 'kurrentdb://', 'kurrentdb://user:geheim@', 'kurrentdb://host:port', 'kurrentdb://h?tls=maybe'])(
    'for the address "%s", without showing it',
    async (url) => {
      const error = await openAt(url, HASTY).then(
        () => undefined,
        (cause: unknown) => cause as Error & { code: string },
      );

      expect(error?.code).toBe('CONFIG_INVALID');
      expect(error?.message).not.toContain('geheim');
    },
  );

  it.each([
    'throwOnAppendFailure=false',
    'throw-on_append-FAILURE= false',
    'throwOnAppendFailure=true&throwOnAppendFailure=false',
    'nodePreference=follower',
    'nodePreference=random',
    'nodePreference=Read_Only_Replica',
    'keepAliveInterval=-1',
    'keepAliveTimeout=-1',
    'keepAliveInterval=3600000',
    'keepAliveTimeout=61000',
    'noSuchSetting=geheim',
    'geheim=1',
  ])('for an address that asks for "%s", without showing it', async (settings) => {
    const double = await startDouble();
    const url = `${double.url}&${settings}`.replace('//', '//liuhen:auch?geheim@');
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const error = await openAt(url, HASTY).then(
      () => undefined,
      (cause: unknown) => cause as Error & { code: string },
    );

    expect(error?.code).toBe('CONFIG_INVALID');
    expect(error?.message).not.toContain('geheim');
    expect(warned.mock.calls).toEqual([]);
    warned.mockRestore();
  });

  it('where nobody listens', async () => {
    const double = await startDouble();
    double.down();

    await expect(openAt(double.url, HASTY)).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
  });

  it('where something else listens', async () => {
    const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;

    await expect(openAt(`kurrentdb://127.0.0.1:${port}?tls=false`, HASTY)).rejects.toMatchObject({
      code: expect.stringMatching(/STORE_UNREACHABLE|STORE_TOO_OLD/),
    });
    server.closeAllConnections();
    server.close();
  });

  it.each(['20.6.1', '21.10.8', '22.6.0', ''])('by a server of version "%s"', async (version) => {
    const double = await startDouble({ version });

    await expect(openAt(double.url, HASTY)).rejects.toMatchObject({ code: 'STORE_TOO_OLD' });
    expect(double.log.written).toEqual([]);
  });

  it.each(['22.10.0', '23.10.7', '24.10.1', '25.0.0'])('but not by one of version %s', async (version) => {
    const store = await openAt((await startDouble({ version })).url);

    expect(await store.head()).toBe(START);
    await store.close();
  });

  it('for a database of another deployment', async () => {
    const double = await startDouble();
    const early = await openAt(double.url, { deployment: 'zaozhuang' });
    const store = await openAt(double.url, { deployment: 'jining' });
    expect(double.log.written).toEqual([]);
    await store.append('case-1', someEvents(1), 'none');
    await store.close();
    const before = double.log.written.length;
    await expect(early.append('case-2', someEvents(1), 'none')).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
    await early.close();

    await expect(openAt(double.url, { deployment: 'zaozhuang' })).rejects.toMatchObject({
      code: 'STORE_OF_OTHERS',
      detail: expect.stringContaining('jining'),
    });
    expect(double.log.written).toHaveLength(before);
    await (await openAt(double.url, { deployment: 'jining' })).close();
  });

  it('for a database in which somebody else has written', async () => {
    const double = await startDouble();
    await KurrentDBClient.connectionString(double.url).appendToStream('orders-1', foreign());

    await expect(openAt(double.url)).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
    expect(double.log.written).toHaveLength(1);
  });

  it('but two processes may claim an empty database at once', async () => {
    const double = await startDouble();
    const stores = await Promise.all([openAt(double.url), openAt(double.url), openAt(double.url)]);
    await Promise.all(stores.map((store, at) => store.append(`case-${at}`, someEvents(1), 'none')));

    expect(double.log.written).toHaveLength(1 + stores.length);
    await Promise.all(stores.map((store) => store.close()));
  });

  it.each([{ $maxAge: 86_400 }, { $maxCount: 100 }, { $tb: 3 }, { $acl: { $r: 'somebody' } }])(
    'where a stream is set to %j, until that is taken back',
    async (settings) => {
      const double = await startDouble();
      const store = await openAt(double.url);
      await store.append('case-1', someEvents(5), 'none');
      await store.close();
      double.log.setMetadata('case-1', settings);
      const before = double.log.written.length;

      await expect(openAt(double.url)).rejects.toMatchObject({
        code: 'STORE_TRUNCATED',
        detail: expect.stringContaining(Object.keys(settings)[0] ?? ''),
      });
      expect(double.log.written).toHaveLength(before);
      double.log.setMetadata('case-1', {});
      const again = await openAt(double.url);
      expect(await again.readStream('case-1')).toHaveLength(5);
      await again.close();
    },
  );
});

describe('credentials and TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-tls-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('come from the address: the right ones open the log, wrong ones and none are denied', async () => {
    const ca = await generate([{ name: 'commonName', value: 'authority of this test' }], {
      extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
    });
    const pair = await generate([{ name: 'commonName', value: 'localhost' }], {
      ca: { key: ca.private, cert: ca.cert },
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
      ],
    });
    const authority = join(folder, 'ca.pem');
    writeFileSync(authority, ca.cert);
    const double = await startDouble({ tls: { key: pair.private, certificate: pair.cert }, credentials: 'liuhen:ein:gut/es' });
    // A name: an IP address is not a server name of TLS, and the client refuses it.
    const host = `localhost:${new URL(double.url).port}`;
    const address = (user: string) => `kurrentdb://${user}${host}?tls=true&tlsCAFile=${encodeURIComponent(authority)}`;

    for (const wrong of ['liuhen:falsch@', 'niemand:nichts@', '']) {
      await expect(openAt(address(wrong), { deadline: 3_000, patience: 3_000 })).rejects.toMatchObject({ code: 'STORE_DENIED' });
    }
    expect(double.log.written).toEqual([]);
    const store = await openAt(address(`liuhen:${encodeURIComponent('ein:gut/es')}@`), { deadline: 5_000 });
    await store.append('case-1', someEvents(2), 'none');
    expect(await store.readStream('case-1')).toHaveLength(2);
    for await (const item of store.follow(START, new AbortController().signal)) if (item.kind === 'caughtUp') break;
    await store.close();
    await expect(openAt(`kurrentdb://${host}?tls=true`, HASTY)).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
  });
});

describe('what somebody else does to the log while it is open', () => {
  it('an event of theirs in a stream of ours sets that stream aside and leaves the rest alone', async () => {
    const double = await startDouble();
    const log = recording();
    const store = await openAt(double.url, { log });
    await store.append('case-1', someEvents(2), 'none');
    await store.append('case-2', someEvents(2), 'none');
    const client = KurrentDBClient.connectionString(double.url);
    await client.appendToStream('case-1', foreign());
    await client.appendToStream('orders-1', { ...foreign(), contentType: 'application/octet-stream', data: new Uint8Array([1]) });
    await store.append('case-2', someEvents(1), 1);

    await expect(store.readStream('case-1')).rejects.toMatchObject({
      code: 'FOREIGN_EVENT',
      detail: 'case-1, revision 2, type OrderPlaced',
    });
    expect(await store.readStream('case-2')).toHaveLength(3);
    expect(await store.readAll(START, 100)).toHaveLength(5);
    // A page that holds nothing but what is set aside is not the end of the log.
    const paged = [];
    for (let page = await store.readAll(START, 1); page.length > 0; page = await store.readAll(page[0]?.position ?? 0, 1))
      paged.push(...page);
    expect(paged).toHaveLength(5);
    const followed: string[] = [];
    for await (const item of store.follow(START, new AbortController().signal)) {
      if (item.kind === 'caughtUp' && followed.length === 5) break;
      if (item.kind === 'event') followed.push(item.event.stream);
    }
    expect(followed).toEqual(['case-1', 'case-1', 'case-2', 'case-2', 'case-2']);
    expect(store.health().foreign).toBe(2);
    expect(log.errors).toHaveLength(2);
    expect(log.errors[0]).toMatchObject({ stream: 'case-1', revision: 2, type: 'OrderPlaced' });
    await store.close();
  });

  it('events of theirs without end are told by the first of them and counted up to ten thousand', async () => {
    const double = await startDouble();
    const log = recording();
    const store = await openAt(double.url, { log, deadline: 5_000 });
    await store.append('case-1', someEvents(1), 'none');
    const client = KurrentDBClient.connectionString(double.url);
    for (let batch = 0; batch < 11; batch += 1) await client.appendToStream('orders-1', Array.from({ length: 1_000 }, foreign));
    await store.head();
    const counted = store.health().foreign;
    await store.close();

    expect(counted).toBe(10_000);
    expect(log.errors).toHaveLength(100);
  });

  it('a stream that is cut short, deleted or buried is not taken for a short or a new one', async () => {
    const double = await startDouble();
    const store = await openAt(double.url);
    for (const stream of ['case-1', 'case-2', 'case-3']) await store.append(stream, someEvents(4), 'none');
    double.log.setMetadata('case-1', { $maxCount: 2 });
    double.log.delete('case-2');
    double.log.tombstone('case-3');

    for (const stream of ['case-1', 'case-2', 'case-3']) {
      await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'STORE_TRUNCATED' });
      await expect(store.append(stream, someEvents(1), 'none')).rejects.toMatchObject({ code: 'STORE_TRUNCATED' });
    }
    expect(store.health().truncating.map((each) => each.split(' ')[0])).toEqual(['case-1', 'case-2', 'case-3']);
    await store.close();
  });
});
