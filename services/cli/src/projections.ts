import { rebuildProjections } from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import { Presets, SingleBar } from 'cli-progress';
import { readModelsAt, sourceAt, type Place } from './place';

/** Folds the log anew beside the live read models, then swaps; a running service goes on answering meanwhile. */
export const rebuild = async (place: Place): Promise<void> => {
  const source = await sourceAt(place);
  const readStore = await readModelsAt(place);
  const bar = new SingleBar(
    { format: '重建视图 / rebuilding |{bar}| {percentage}% {value}/{total} {eta_formatted}', hideCursor: true },
    Presets.shades_classic,
  );
  const began = performance.now();
  bar.start(await source.head(), 0);
  try {
    const count = await rebuildProjections({
      source,
      readStore,
      projections: allProjections,
      evenOlder: true,
      onProgress: (position, head) => {
        bar.setTotal(head);
        bar.update(position);
      },
    });
    bar.stop();
    process.stdout.write(
      `已重建 ${allProjections.length} 个视图，${count} 个事件，${((performance.now() - began) / 1_000).toFixed(1)} 秒 / rebuilt from ${count} events\n`,
    );
  } finally {
    bar.stop();
    await readStore.close();
    await source.close();
  }
};
