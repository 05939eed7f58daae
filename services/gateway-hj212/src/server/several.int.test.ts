import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventSourcedDesk, openDeviceStores } from '@liuhen/infra';
import { Office } from '../../../../infra/src/desk/testing/office';
import { dropDatabases, newDatabase, withMongo } from '../../../../infra/src/mongodb/testing/server';
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

/** A real-time value of a minute. */
const realtime = (minute: number): Buffer =>
  encodeFrame({
    qn: `202408300005000${String(minute).padStart(2, '0')}`,
    st: '32',
    cn: '2011',
    pw: '123456',
    mn: 'MN-1',
    flag: 5,
    cp: `DataTime=2024083000${String(minute).padStart(2, '0')}00;011-Rtd=${minute}.5,011-Flag=N`,
  });

const strange = (mn: string): Buffer =>
  encodeFrame({ qn: '20240830000500000', st: '32', cn: '2011', pw: '654321', mn, flag: 5, cp: 'DataTime=20240830000000;011-Rtd=1' });

/** Sends frames and settles with as many answers; a device that gets none sends again. */
const sent = (port: number, frames: Buffer, answers = 1): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, HOST, () => socket.write(frames));
    socket.on('data', (answer) => {
      heard += String(answer);
      if (heard.split('##').length <= answers) return;
      resolve(heard);
      socket.destroy();
    });
    socket.once('error', reject);
  });

/** Sends frames that nobody answers, and settles when they are kept apart. */
const apart = async (port: number, frames: Buffer, kept: () => Promise<boolean>): Promise<void> => {
  const socket = connect(port, HOST, () => socket.write(frames));
  while (!(await kept())) await new Promise((wake) => setImmediate(wake));
  socket.destroy();
};

afterAll(dropDatabases);

describe.each(withMongo ? ['embedded', 'MongoDB'] : ['embedded'])('several gateways, with what is beside the log on %s', (engine) => {
  it('record a frame once, whichever of them a device comes to, and have one series and one quarantine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-gateways-'));
    const readModels = engine === 'embedded' ? engine : newDatabase();
    const office = await Office.open(folder);
    const outletId = `${(await office.registered()).partyId}.1`;
    const { store } = office;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const devices = { deviceOf: (mn: string) => Promise.resolve({ mn, outletId, passwordDigest: digestOf('123456') }) };
    // Each with what a process has of its own: what it knows of the streams, and its own way to what is kept beside the log.
    const gateways = await Promise.all(
      [1, 2, 3].map(async () => {
        const kept = await openDeviceStores({ data: folder, readModels });
        const sink = deskSink(new EventSourcedDesk({ store, now: () => NOW }));
        const server = new Hj212Server({ host: HOST, port: 0, devices, sink, ...kept, log, now: () => NOW });
        const { port } = await server.start();

        return { port, server, kept };
      }),
    );
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(gateways.map(({ port }) => sent(port, frame)));
      expect(answers.every((answer) => answer.includes('CN=9014'))).toBe(true);
    }
    const events = await store.readAll(0, 1_000);
    // In the name of the gateway: what a machine took down is no officer's deed.
    expect(events.filter(({ type }) => type === 'MonitoringResultRecorded').map(({ actor }) => actor.function)).toEqual(['deviceGateway']);

    const portAt = (minute: number) => gateways[minute % gateways.length]?.port ?? 0;
    for (let minute = 0; minute < 12; minute += 1) await sent(portAt(minute), realtime(minute));
    // It heard no answer the first time, and came to another one.
    await sent(portAt(0), Buffer.concat([realtime(1), realtime(2)]), 2);
    for (const [at, { port, kept }] of gateways.entries())
      await apart(port, strange(`MN-${at}`), async () => (await kept.quarantine.list(100)).length === at + 1);
    const range = { mn: 'MN-1', code: 'w01018', from: '2024-08-30T00:00:00+08:00', to: '2024-08-30T00:59:00+08:00' };
    const [series, ...others] = await Promise.all(gateways.map(({ kept }) => kept.series.read(range)));
    const [quarantine, ...more] = await Promise.all(gateways.map(({ kept }) => kept.quarantine.list(100)));

    expect(series?.map(({ value }) => value)).toEqual(Array.from({ length: 12 }, (_, minute) => `${minute}.5`));
    expect(quarantine?.map(({ mn, reason }) => [mn, reason])).toEqual(['MN-2', 'MN-1', 'MN-0'].map((mn) => [mn, 'wrongPassword']));
    for (const each of others) expect(each).toEqual(series);
    for (const each of more) expect(each).toEqual(quarantine);
    for (const { server, kept } of gateways) {
      await server.stop();
      await kept.close();
    }
    await office.close();
  });
});
