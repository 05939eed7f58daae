import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DeviceSimulator, encodeFrame } from '@liuhen/gateway-hj212';
import { DEMO_DEVICE } from './registers';
import type { Stage } from './stage';

const EXAMPLES = join(dirname(require.resolve('@liuhen/gateway-hj212/package.json')), 'examples');

/** Real frames, one to a line, as they were published. */
const example = (name: string): readonly Buffer[] =>
  readFileSync(join(EXAMPLES, name), 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => Buffer.from(`${line}\r\n`, 'latin1'));

const DAY = '2031';
const HOUR = '2061';
/** Flag: version bits of 2017, and an answer is wanted. */
const ANSWERED = 5;

const upload = (cn: string, qn: string, cp: string): Buffer =>
  encodeFrame({ qn, st: '32', cn, pw: DEMO_DEVICE.password, mn: DEMO_DEVICE.mn, flag: ANSWERED, cp });

/** Made by the rules of the standard, since the real examples hold no day data: two days, the second above the limit. */
const dayFrames = (): readonly Buffer[] => [
  upload(DAY, '20240829000500000', 'DataTime=20240828000000;w01018-Avg=386.2,w01018-Cou=212.4,w01018-Flag=N;w21003-Avg=21.7,w21003-Flag=N'),
  upload(DAY, '20240830000500000', 'DataTime=20240829000000;w01018-Avg=612.5,w01018-Cou=336.9,w01018-Flag=N;w21003-Avg=23.1,w21003-Flag=N'),
];

/** Twenty hours in which the analyser shows the same value: what a sampling line in a bottle looks like from afar. */
const flatHours = (): readonly Buffer[] =>
  Array.from({ length: 20 }, (_, at) => {
    const hour = String(at).padStart(2, '0');

    return upload(HOUR, `20240830${hour}0500000`, `DataTime=20240830${hour}0000;w01018-Avg=120.0,w01018-Flag=N;B01-Avg=6.${at},B01-Flag=N`);
  });

/** One byte at a time, then all the rest at once: the network owes nobody a packet boundary. */
const dribbled = async (device: DeviceSimulator, frames: readonly Buffer[]): Promise<void> => {
  const [first, ...rest] = frames;
  if (first !== undefined) for (const byte of first) await device.send(Buffer.from([byte]));
  await device.send(Buffer.concat(rest));
};

export interface Wire {
  readonly host: string;
  readonly port: number;
}

/** Real frames, real bad frames, an unknown device, a wrong password; then the entity's own day and hour data. */
export const reportFromDevices = async (stage: Stage, { host, port }: Wire): Promise<void> => {
  stage.story.chapter({ zh: '自动监测设备通过 HJ 212 上报', en: 'Monitoring equipment reports over HJ 212' });
  const foreign = await DeviceSimulator.connect(port, host);
  await foreign.send(Buffer.concat([...example('valid.txt'), ...example('corrupt.txt')]));
  await foreign.send(
    encodeFrame({ st: '32', cn: DAY, pw: 'wrong', mn: DEMO_DEVICE.mn, flag: 4, cp: 'DataTime=20240829000000;w01018-Avg=1.0' }),
  );
  await foreign.close();
  const device = await DeviceSimulator.connect(port, host);
  const frames = [...dayFrames(), ...flatHours()];
  await dribbled(device, frames);
  await device.answered(frames.length);
  await device.send(Buffer.concat(dayFrames()));
  await device.answered(frames.length + 2);
  await device.close();
  stage.story.line({
    zh: `企业设备上报 ${frames.length} 帧（逐字节拆分、粘连、重发），均获 9014 应答`,
    en: `${frames.length} frames of the entity's device, split, glued and sent twice: all answered with 9014`,
  });
};
