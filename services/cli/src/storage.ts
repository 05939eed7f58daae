import {
  backUp,
  chinaNow,
  EMBEDDED,
  EVENTS_ADDRESS,
  logger,
  migrateEvents,
  openEventStore,
  restore,
  type EventStore,
  type LogDigest,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { Presets, SingleBar } from 'cli-progress';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const said = ({ events, digest }: LogDigest): string => `${events} 个事件，摘要 ${digest} / ${events} events, digest ${digest}`;

const bar = (what: string): SingleBar =>
  new SingleBar({ format: `${what} |{bar}| {value} {unit}`, hideCursor: true }, Presets.shades_classic);

/** A folder holds an embedded log; anything else has to be an address. */
const openLog = (place: string, deployment: string): Promise<EventStore> => {
  const log = logger('error');
  const address = place !== EMBEDDED && EVENTS_ADDRESS.test(place);
  if (!address && place.includes('://')) throw new LiuhenError('CONFIG_INVALID', 'a data folder, or kurrentdb://user:password@host:2113');

  return address
    ? openEventStore({ events: place, deployment, folder: '', log })
    : openEventStore({ events: EMBEDDED, deployment, folder: place, log });
};

export interface MigrateOptions {
  readonly from: string;
  readonly to: string;
  readonly deployment: string;
}

/** Copies the log to another engine, in order, resumable, and compares both afterwards. */
export const migrate = async ({ from, to, deployment }: MigrateOptions): Promise<void> => {
  const source = await openLog(from, deployment);
  try {
    const target = await openLog(to, deployment);
    const progress = bar('迁移事件 / moving events');
    progress.start(await source.head(), 0, { unit: '' });
    try {
      const done = await migrateEvents({ source, target, onProgress: (events) => progress.update(events) });
      progress.stop();
      print(`已核对一致：${said(done)}，其中 ${done.found} 个先前已在 / both logs are the same; ${done.found} were there before`);
    } finally {
      progress.stop();
      await target.close();
    }
  } finally {
    await source.close();
  }
};

export const makeBackup = async ({ data, to }: { readonly data: string; readonly to: string }): Promise<void> => {
  const made = await backUp({ data, to, now: chinaNow() });
  print(`已备份到 ${to}：${said(made)}`);
};

export const restoreBackup = async ({ from, data }: { readonly from: string; readonly data: string }): Promise<void> => {
  const restored = await restore({ from, data });
  print(`已恢复到 ${data}：${said(restored)}；读模型将在启动时重建 / read models are rebuilt at the start`);
};
