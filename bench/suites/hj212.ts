import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DeviceSimulator, encodeFrame, Framer, Hj212Server, parseContent, parseSegment } from '@liuhen/gateway-hj212';
import { openQuarantine, openSeriesStore } from '@liuhen/infra';
import { inFolder } from '../harness/folder';
import { atLeast, median, secondsOf, type Suite } from '../harness/measurement';

const SUITE = 'hj212';

const FRAMES_LIMIT = 20_000;
const REPEATED = 8_000;
const ROUNDS = 5;
/** What a TCP segment carries, so that frames come cut and glued as on a line. */
const CHUNK = 1_460;

const DEVICES = 2_000;
const PASSWORD = '123456';

const examples = (): Buffer => {
  const gateway = dirname(require.resolve('@liuhen/gateway-hj212/package.json'));
  const text = readFileSync(join(gateway, 'examples/valid.txt'), 'latin1');
  const lines = text.split(/\r?\n/).filter((line) => line !== '');

  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
};

const parseAll = (bytes: Buffer): number => {
  const framer = new Framer();
  let frames = 0;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    for (const item of framer.push(bytes.subarray(at, at + CHUNK))) {
      const segment = item.kind === 'segment' ? parseSegment(item.data) : undefined;
      if (segment === undefined || parseContent(segment.cp) === undefined) throw new Error('an example was not understood');
      frames += 1;
    }
  }

  return frames;
};

const framesPerSecond = async (): Promise<number> => {
  const once = examples();
  const bytes = Buffer.concat(Array.from({ length: REPEATED }, () => once));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let frames = 0;
    const seconds = await secondsOf(() => {
      frames = parseAll(bytes);

      return Promise.resolve();
    });
    rates.push(frames / seconds);
  }

  return median(rates);
};

const mnOf = (number: number): string => `BENCH${String(number).padStart(8, '0')}`;

const frameOfDevice = (number: number): Buffer =>
  encodeFrame({
    qn: '20240830090000000',
    st: '32',
    cn: '2011',
    pw: PASSWORD,
    mn: mnOf(number),
    flag: 5,
    cp: 'DataTime=20240830090000;w01018-Rtd=42.5,w01018-Flag=N;w21003-Rtd=1.2,w21003-Flag=N',
  });

const nothing = (): void => undefined;

interface Crowd {
  readonly connected: number;
  readonly answered: number;
  readonly seconds: number;
}

/** All devices connect at once, send a frame each while all are connected, and wait for the answer. */
const crowd = (folder: string): Promise<Crowd> => {
  const passwordDigest = `sha256:${createHash('sha256').update(PASSWORD).digest('hex')}`;
  const series = openSeriesStore({ folder });
  const quarantine = openQuarantine({ folder });
  const server = new Hj212Server({
    host: '127.0.0.1',
    port: 0,
    devices: { deviceOf: (mn) => Promise.resolve({ mn, outletId: 'plant.1', passwordDigest }) },
    sink: { result: () => Promise.resolve(), restart: () => Promise.resolve() },
    series,
    quarantine,
    log: { info: nothing, warn: nothing, error: nothing },
    now: () => '2024-08-30T09:00:00+08:00',
  });

  return meet(server).finally(async () => {
    await server.stop();
    await series.close();
    await quarantine.close();
  });
};

const meet = async (server: Hj212Server): Promise<Crowd> => {
  const { port } = await server.start();
  let devices: readonly DeviceSimulator[] = [];
  let connected = 0;
  const seconds = await secondsOf(async () => {
    devices = await Promise.all(Array.from({ length: DEVICES }, () => DeviceSimulator.connect(port, '127.0.0.1')));
    await Promise.all(devices.map((device, number) => device.send(frameOfDevice(number))));
    await Promise.all(devices.map((device) => device.answered(1)));
    ({ connections: connected } = server.counters());
  });
  const answered = devices.filter((device) => device.answers[0]?.cn === '9014').length;
  await Promise.all(devices.map((device) => device.close()));

  return { connected, answered, seconds };
};

/** Frames of the standard on one core, and a province's devices on one server. */
export const hj212Suite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    const frames = atLeast({
      suite: SUITE,
      measure: { zh: '单核解析校验帧，对照下限', en: 'frames parsed and checked on one core vs the limit' },
      ours: await framesPerSecond(),
      peer: FRAMES_LIMIT,
      unit: 'frames/s',
      target: 1,
    });

    const { connected, answered, seconds } = await crowd(folder);
    say(`  ${DEVICES} devices connected, reported and were answered in ${seconds.toFixed(2)} s`);
    const devices = atLeast({
      suite: SUITE,
      measure: { zh: '同时在线并得到应答的设备', en: 'devices connected at once and answered' },
      ours: Math.min(connected, answered),
      peer: DEVICES,
      unit: 'devices',
      target: 1,
    });

    return [frames, devices];
  });
