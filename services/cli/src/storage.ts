import {
  backUp,
  chinaNow,
  EMBEDDED,
  EVENTS_ADDRESS,
  logger,
  migrateEvents,
  openEventStore,
  openKurrentEventStore,
  restore,
  type EventStore,
  type LogDigest,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import { Presets, SingleBar } from 'cli-progress';
import { copyDevices } from './devices';
import { signedHead, witnessedBy } from './witnessed';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const said = ({ events, digest }: LogDigest): string => `${events} 个事件，摘要 ${digest} / ${events} events, digest ${digest}`;

const bar = (what: string): SingleBar =>
  new SingleBar({ format: `${what} |{bar}| {value} {unit}`, hideCursor: true }, Presets.shades_classic);

/** A folder holds an embedded log; anything else has to be an address. */
const openLog = (place: string, deployment: string): Promise<EventStore> => {
  const log = logger('error');
  const address = place !== EMBEDDED && EVENTS_ADDRESS.test(place);
  if (!address && place.includes('://')) throw new LiuhenError('CONFIG_INVALID', 'a data folder, or kurrentdb://user:password@host:2113');

  // The index of ids stays in memory: whoever moves a log has no folder of its own.
  return address
    ? openKurrentEventStore({ url: place, deployment, log })
    : openEventStore({ events: EMBEDDED, deployment, folder: place, log });
};

export interface MigrateOptions {
  readonly from: string;
  readonly to: string;
  readonly deployment: string;
  /** Data folder whose ledger signed the source; by default the source itself where that is a folder. */
  readonly ledger?: string;
  readonly keys: string | null;
  /** Where the series and the quarantine of devices go too, from a data folder; they stay where it is not said. */
  readonly readModels?: string;
}

/** Copies the log to another engine, in order, resumable; afterwards both must give the root that the ledger signed. */
export const migrate = async ({ from, to, deployment, ledger, keys, readModels }: MigrateOptions): Promise<void> => {
  if (readModels !== undefined && from.includes('://'))
    throw new LiuhenError('CONFIG_INVALID', '--read-models goes with a data folder as --from');
  const signed = signedHead({ data: ledger ?? from, keys });
  const source = await openLog(from, deployment);
  try {
    const target = await openLog(to, deployment);
    const progress = bar('迁移事件 / moving events');
    progress.start(await source.head(), 0, { unit: '' });
    try {
      const done = await migrateEvents({ source, target, onProgress: (events) => progress.update(events), ...(signed && { signed }) });
      progress.stop();
      print(`已核对一致：${said(done)}，其中 ${done.found} 个先前已在 / both logs are the same; ${done.found} were there before`);
      print(`账本根哈希 / root of the ledger: ${done.root}`);
      print(
        signed === undefined
          ? '源处没有已签名的账本，仅两库互相核对 / no signed ledger at the source: both logs were held against each other only'
          : `${signed.origin} 所签 ${signed.size} 个事件的根哈希两库均符 / both logs give the root that was signed over ${signed.size} events`,
      );
    } finally {
      progress.stop();
      await target.close();
    }
  } finally {
    await source.close();
  }
  if (readModels !== undefined) await copyDevices({ from, to: readModels });
};

export const makeBackup = async ({ data, to }: { readonly data: string; readonly to: string }): Promise<void> => {
  const made = await backUp({ data, to, now: chinaNow() });
  print(`已备份到 ${to}：${said(made)}`);
};

export interface RestoreBackupOptions {
  readonly from: string;
  readonly data: string;
  readonly checkpoint?: string;
  readonly policy?: string;
  readonly keys: string | null;
}

export const restoreBackup = async ({ from, data, checkpoint, policy, keys }: RestoreBackupOptions): Promise<void> => {
  const asked = policy === undefined ? {} : { policy };
  const witnessed = checkpoint === undefined ? undefined : witnessedBy({ checkpoint, ...asked }, { data: from, keys });
  const restored = await restore({ from, data, keys, ...(witnessed && { witnessed }) });
  print(`已恢复到 ${data}：${said(restored)}；读模型将在启动时重建 / read models are rebuilt at the start`);
  print(
    witnessed === undefined
      ? '未与见证过的检查点核对，请用 --checkpoint / not held against a witnessed checkpoint: use --checkpoint'
      : `含检查点所签全部 ${witnessed.size} 个事件 / holds all ${witnessed.size} events under the checkpoint`,
  );
};
