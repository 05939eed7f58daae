import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EMBEDDED, moveDeviceData, openDeviceStores, SERIES_FILE, type DeviceStores } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';

export interface CopyDevicesOptions {
  /** Data folder, or URL of a MongoDB. */
  readonly from: string;
  readonly to: string;
}

const openAt = (place: string): Promise<DeviceStores> => {
  const address = place.includes('://');
  if (address && !/^mongodb(\+srv)?:/u.test(place))
    throw new LiuhenError('CONFIG_INVALID', `${place}: a data folder, or mongodb://host/liuhen`);

  return openDeviceStores(address ? { data: '', readModels: place } : { data: place, readModels: EMBEDDED });
};

/** Copies the series and the quarantine of devices, which no log holds; what is there already stays, so it may be done again and again. */
export const copyDevices = async ({ from, to }: CopyDevicesOptions): Promise<void> => {
  const source = await openAt(from);
  try {
    const target = await openAt(to);
    try {
      const { samples, quarantined } = await moveDeviceData(source, target);
      process.stdout.write(
        `已复制 ${samples} 个实时与分钟数据、${quarantined} 个隔离帧 / ${samples} samples and ${quarantined} quarantined frames copied\n`,
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

/** The same by hand, where a wrong folder may be named: it is refused, and nothing is made in it. */
export const copyDevicesCommand = async (options: CopyDevicesOptions): Promise<void> => {
  const { from } = options;
  if (!from.includes('://') && !existsSync(join(from, SERIES_FILE))) {
    throw new LiuhenError('INVALID_INPUT', `--from ${from}: nothing is kept of devices there`);
  }
  await copyDevices(options);
};
