import {
  EMBEDDED,
  EVENTS_ADDRESS,
  logger,
  openEventSource,
  openEventStore,
  openReadStore,
  type EventSource,
  type EventStore,
  type ReadStore,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import type { Command } from 'commander';

/** Where a deployment keeps what it has; said as options, by default as the service is told by its environment. */
export interface Place {
  readonly data: string;
  readonly keys: string | null;
  readonly events: string;
  readonly deployment: string;
  readonly readModels: string;
}

const said = (name: string, otherwise: string): string => process.env[name] ?? otherwise;

export const KEYS_OPTION = [
  '--keys <folder>',
  '密钥目录，空为数据目录 / folder of the keys; the data folder where none is named',
  (text: string): string | null => (text === '' ? null : text),
  said('LIUHEN_KEYS', '') === '' ? null : said('LIUHEN_KEYS', ''),
] as const;

export const DEVICE_OPTION = [
  '--device <program>',
  '密钥设备前置程序 / program in front of the device that is to hold the new key',
  said('LIUHEN_KEY_DEVICE', '') === '' ? undefined : said('LIUHEN_KEY_DEVICE', ''),
] as const;

export const withPlace = (command: Command): Command =>
  command
    .option('--data <folder>', '数据目录 / data folder', said('LIUHEN_DATA', './data'))
    .option(...KEYS_OPTION)
    .option('--events <address>', '事件存储 / event log: embedded, or a KurrentDB address', said('LIUHEN_EVENTS', EMBEDDED))
    .option('--deployment <name>', '部署名 / name of the deployment', said('LIUHEN_DEPLOYMENT', 'liuhen'))
    .option('--read-models <address>', '查询视图 / read models: embedded, or a MongoDB URL', said('LIUHEN_READ_MODELS', 'embedded'));

const at = ({ data, events, deployment }: Place) => {
  if (!EVENTS_ADDRESS.test(events))
    throw new LiuhenError('CONFIG_INVALID', `--events ${events}: embedded, or kurrentdb://user:password@host:2113`);

  return { events, deployment, folder: data, log: logger('error') };
};

/** The log for reading, beside a service that writes it. */
export const sourceAt = (place: Place): Promise<EventSource> => openEventSource(at(place));

/** The log for writing; an embedded one must not be held by a running service. */
export const storeAt = (place: Place): Promise<EventStore> => openEventStore(at(place));

export const readModelsAt = ({ data, readModels }: Place): Promise<ReadStore> => {
  if (readModels !== EMBEDDED && !/^mongodb(\+srv)?:\/\/./u.test(readModels)) {
    throw new LiuhenError('CONFIG_INVALID', `--read-models ${readModels}: embedded, or mongodb://…`);
  }

  return openReadStore({ data, readModels });
};
