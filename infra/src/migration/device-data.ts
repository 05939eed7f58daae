import type { DeviceStores } from '../engines/engines';
import type { Sample } from '../series';

const PAGE = 5_000;

/** All that a quarantine may hold. */
const ALL = 1_000_000;

export interface MovedDeviceData {
  readonly samples: number;
  /** Quarantined frames that were not there before. */
  readonly quarantined: number;
}

/** Copies what is kept of devices beside the log; once more, and nothing is there twice. */
export const moveDeviceData = async (source: DeviceStores, target: DeviceStores): Promise<MovedDeviceData> => {
  let samples = 0;
  let last: Sample | undefined;
  do {
    const page = await source.series.page(last, PAGE);
    await target.series.write(page);
    samples += page.length;
    last = page.at(-1);
  } while (last !== undefined);
  const there = new Set((await target.quarantine.list(ALL)).map((entry) => JSON.stringify(Object.entries(entry).sort())));
  const missing = (await source.quarantine.list(ALL)).filter((entry) => !there.has(JSON.stringify(Object.entries(entry).sort())));
  await Promise.all(missing.reverse().map((entry) => target.quarantine.put(entry)));

  return { samples, quarantined: missing.length };
};
