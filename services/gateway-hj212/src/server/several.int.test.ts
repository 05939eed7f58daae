import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventSourcedDesk, openQuarantine, openSeriesStore } from '@liuhen/infra';
import { Office } from '../../../../infra/src/desk/testing/office';
import { encodeFrame } from '../protocol/encode';
import { Hj212Server } from './server';
import { deskSink, digestOf } from './sink';

const NOW = '2024-08-30T00:06:00.000+08:00';
const HOST = '127.0.0.1';

const frame = encodeFrame({
  qn: '20240830000500000',
  st: '32',
  cn: '2031',
  pw: '123456',
  mn: 'MN-1',
  flag: 5,
  cp: 'DataTime=20240829000000;011-Avg=612.5,011-Flag=N',
});

/** Sends the frame and settles with the answer; a device that gets none sends again. */
const sent = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, HOST, () => socket.write(frame));
    socket.once('data', (answer) => {
      resolve(String(answer));
      socket.destroy();
    });
    socket.once('error', reject);
  });

describe('several gateways', () => {
  it('record a frame once, whichever of them a device comes to, and however often', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-gateways-'));
    const office = await Office.open(folder);
    const outletId = `${(await office.registered()).partyId}.1`;
    const { store } = office;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const devices = { deviceOf: (mn: string) => Promise.resolve({ mn, outletId, passwordDigest: digestOf('123456') }) };
    // Each with what a process has of its own: what it knows of the streams, its series, its quarantine.
    const gateways = await Promise.all(
      [1, 2, 3].map(async () => {
        const [series, quarantine] = [openSeriesStore({ folder }), openQuarantine({ folder })];
        const sink = deskSink(new EventSourcedDesk({ store, now: () => NOW }));
        const server = new Hj212Server({ host: HOST, port: 0, devices, sink, series, quarantine, log, now: () => NOW });
        const { port } = await server.start();

        return { port, server, series, quarantine };
      }),
    );
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(gateways.map(({ port }) => sent(port)));
      expect(answers.every((answer) => answer.includes('CN=9014'))).toBe(true);
    }
    const events = await store.readAll(0, 1_000);

    expect(events.filter(({ type }) => type === 'MonitoringResultRecorded')).toHaveLength(1);
    for (const { server, series, quarantine } of gateways) {
      await server.stop();
      await series.close();
      quarantine.close();
    }
    await office.close();
  });
});
