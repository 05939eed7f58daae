import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openQuarantine, openSeriesStore, type Quarantine, type SeriesStore } from '@liuhen/infra';
import { encodeFrame, type FrameFields } from '../protocol/encode';
import { DeviceSimulator } from '../simulator';
import type { Bounds } from './bounds';
import { Hj212Server } from './server';
import { digestOf, type MonitoringSink, type Restart, type Result } from './sink';

const NOW = '2024-08-30T00:06:00.000+08:00';
const HOST = '127.0.0.1';

const frame = (more: Partial<FrameFields>): Buffer =>
  encodeFrame({
    qn: '20240830000500000',
    st: '32',
    cn: '2031',
    pw: '123456',
    mn: 'MN1',
    flag: 5,
    cp: 'DataTime=20240829000000;011-Avg=612.5,011-Flag=N',
    ...more,
  });

describe('the gateway on the wire', () => {
  const results: (Result | Restart)[] = [];
  let failing = false;
  let quarantine: Quarantine;
  let series: SeriesStore;
  let server: Hj212Server;
  let port = 0;

  const take = (taken: Result | Restart): Promise<void> => {
    if (failing) return Promise.reject(new Error('disk full'));
    results.push(taken);

    return Promise.resolve();
  };
  const sink: MonitoringSink = { result: take, restart: take };
  const devices = {
    deviceOf: (mn: string) => Promise.resolve(mn === 'MN1' ? { mn, outletId: 'P.1', passwordDigest: digestOf('123456') } : undefined),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-wire-'));
    results.length = 0;
    failing = false;
    quarantine = openQuarantine({ folder });
    series = openSeriesStore({ folder });
    server = new Hj212Server({ host: HOST, port: 0, devices, sink, series, quarantine, log, now: () => NOW });
    ({ port } = await server.start());
  });

  afterEach(async () => {
    await server.stop();
    await series.close();
    await quarantine.close();
  });

  it('hands a day value on under today’s code and answers when it is durable', async () => {
    const device = await DeviceSimulator.connect(port, HOST);
    await device.send(frame({}));
    await device.answered(1);

    expect(device.answers[0]).toMatchObject({ cn: '9014', qn: '20240830000500000', mn: 'MN1' });
    expect(results).toMatchObject([
      { outletId: 'P.1', period: 'day', dataTime: '2024-08-29T00:00:00+08:00', values: [{ pollutant: 'w01018', avg: '612.5', flag: 'N' }] },
    ]);
    await device.close();
  });

  it('gives no answer for what was not recorded, and goes on', async () => {
    const device = await DeviceSimulator.connect(port, HOST);
    failing = true;
    await device.send(frame({ qn: '20240830000500001' }));
    await device.send(frame({ qn: '20240830000500002', cn: '2011', cp: 'DataTime=20240830000400;011-Rtd=100.0,011-Flag=N' }));
    await device.answered(1);

    expect(device.answers.map((answer) => answer.qn)).toEqual(['20240830000500002']);
    expect(server.counters()).toMatchObject({ failed: 1, accepted: 1 });
    await device.close();
  });

  it('keeps real-time values as series, exact', async () => {
    const device = await DeviceSimulator.connect(port, HOST);
    await device.send(frame({ cn: '2011', cp: 'DataTime=20240830000400;011-Rtd=100.10,011-Flag=N' }));
    await device.answered(1);

    const range = { mn: 'MN1', code: 'w01018', from: '2024-08-30T00:00:00+08:00', to: '2024-08-30T01:00:00+08:00' };
    expect(await series.read(range)).toEqual([
      { mn: 'MN1', code: 'w01018', at: '2024-08-30T00:04:00+08:00', kind: 'realtime', value: '100.10', flag: 'N' },
    ]);
    expect(results).toEqual([]);
    await device.close();
  });

  it('puts sub-packets together in whatever order they come', async () => {
    const device = await DeviceSimulator.connect(port, HOST);
    await device.send(frame({ part: { count: 2, number: 2 }, cp: '060-Avg=23.1,060-Flag=N' }));
    await device.send(frame({ part: { count: 2, number: 1 } }));
    await device.answered(1);

    expect(results).toMatchObject([{ values: [{ pollutant: 'w01018' }, { pollutant: 'w21003' }] }]);
    await device.close();
  });

  it('keeps an unknown device, a wrong password and a broken frame apart, the password masked, and hears the next device', async () => {
    const stranger = await DeviceSimulator.connect(port, HOST);
    const damaged = frame({});
    damaged[20] = 0x7a;
    await stranger.send(
      Buffer.concat([frame({ mn: 'OTHER' }), frame({ pw: 'guess' }), damaged, Buffer.from('GET / HTTP/1.1\r\n\r\n'), frame({})]),
    );
    await stranger.answered(1);

    expect(server.counters()).toMatchObject({ accepted: 1, unknownDevice: 1, wrongPassword: 1, rejected: 2 });
    const kept = await quarantine.list(10);
    expect(kept.map((each) => each.reason).sort()).toEqual(['notAFrame', 'unknownDevice', 'wrongCrc', 'wrongPassword']);
    expect(JSON.stringify(kept)).not.toMatch(/guess|123456/);
    await stranger.close();
  });

  it('takes a restart as a fact of the outlet', async () => {
    const device = await DeviceSimulator.connect(port, HOST);
    await device.send(frame({ cn: '2081', cp: 'DataTime=20240830000400;RestartTime=20240830000300' }));
    await device.answered(1);

    expect(results).toMatchObject([{ restartTime: '2024-08-30T00:03:00+08:00' }]);
    await device.close();
  });

  describe('under a flood', () => {
    const flooded = async (bounds: Bounds) => {
      await server.stop();
      server = new Hj212Server({ host: HOST, port: 0, devices, sink, series, quarantine, log, now: () => NOW, bounds });
      ({ port } = await server.start());
    };
    const closedAfter = (bytes: Buffer): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(port, HOST, () => socket.write(bytes));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
      });
    const damaged = (count: number): Buffer => {
      const bad = frame({});
      bad[20] = 0x7a;

      return Buffer.concat(Array.from({ length: count }, () => bad));
    };
    const reports = async (): Promise<string | undefined> => {
      const device = await DeviceSimulator.connect(port, HOST);
      await device.send(frame({ qn: '20240830000500009' }));
      await device.answered(1);
      await device.close();

      return device.answers[0]?.cn;
    };

    it('closes a connection that brings nothing but bad frames, and writes down no more of them', async () => {
      await flooded({ inARow: 10, ofAnAddress: 1_000, connections: 10 });
      await closedAfter(damaged(500));

      expect(await quarantine.list(1_000)).toHaveLength(10);
      expect(server.counters()).toMatchObject({ rejected: 500, turnedAway: 1 });
      expect(await reports()).toBe('9014');
    });

    it('looks at so many bad frames of an address, over all its connections, and goes on hearing its good ones', async () => {
      await flooded({ inARow: 10, ofAnAddress: 25, connections: 10 });
      for (let round = 0; round < 5; round += 1) await closedAfter(damaged(10));

      expect(await quarantine.list(1_000)).toHaveLength(25);
      expect(server.counters()).toMatchObject({ turnedAway: 5 });
      expect(await reports()).toBe('9014');
    });

    it('lets an address have so many connections', async () => {
      await flooded({ inARow: 10, ofAnAddress: 25, connections: 2 });
      const devices = [await DeviceSimulator.connect(port, HOST), await DeviceSimulator.connect(port, HOST)];
      await closedAfter(Buffer.alloc(0));
      expect(server.counters()).toMatchObject({ connections: 2, turnedAway: 1 });
      await devices[0]?.close();
      while (server.counters().connections > 1) await setImmediate();

      expect(await reports()).toBe('9014');
      await devices[1]?.close();
    });

    it('guesses no password by trying', async () => {
      await flooded({ inARow: 10, ofAnAddress: 25, connections: 2 });
      await closedAfter(Buffer.concat(Array.from({ length: 50 }, (_, at) => frame({ pw: String(at) }))));

      expect(server.counters().turnedAway).toBe(1);
      expect(await quarantine.list(1_000)).toHaveLength(10);
    });
  });
});
